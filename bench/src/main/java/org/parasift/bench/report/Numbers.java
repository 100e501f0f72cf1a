package org.parasift.bench.report;

import java.util.Locale;

/** Numbers as reports print them: three digits that matter, thousands apart. */
final class Numbers {
    private Numbers() {}

    /** {@code 0.034}, {@code 4.81}, {@code 48.1}, {@code 481}, {@code 4,810}. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        String format = size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.9995 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Bytes allocated: below a twentieth of a byte it is the measuring itself, and nothing is said of what was not measured. */
    static String bytes(double bytes) {
        if (bytes < 0) {
            return "–";
        }
        return bytes < 0.05 ? "0" : bytes < 99.95 ? String.format(Locale.ROOT, "%.1f", bytes) : plain(bytes);
    }

    /** {@code 68.2 M}, {@code 950 k}. */
    static String rate(double perSecond) {
        if (perSecond <= 0) {
            return "–";
        }
        return perSecond >= 1e6
                ? plain(perSecond / 1e6) + " M"
                : perSecond >= 1e3 ? plain(perSecond / 1e3) + " k" : plain(perSecond);
    }

    /** {@code ±3.1}; where the whisker is lopsided, {@code 45.0–51.2}; of a single run nothing is known. */
    static String whisker(Measurement m) {
        if (m.low() == m.high()) {
            return "one run";
        }
        double up = m.high() - m.value();
        double down = m.value() - m.low();
        return Math.abs(up - down) < 0.01 * m.value() ? "±" + plain(up) : plain(m.low()) + "–" + plain(m.high());
    }

    /** {@code 4.05×}. */
    static String ratio(double ratio) {
        return plain(ratio) + "×";
    }

    /** The ratio's range when both ends of both whiskers meet: {@code 3.9–4.2×}. */
    static String ratioRange(Measurement ours, Measurement peer) {
        double low = ours.low() / peer.high();
        String high = peer.low() > 0 ? plain(ours.high() / peer.low()) : "∞";
        return plain(low) + "–" + high + "×";
    }
}
