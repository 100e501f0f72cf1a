package org.parasift.train.report;

import java.util.Locale;

/** How the report writes numbers: the same whatever the locale. */
final class Figures {
    private Figures() {}

    /** A score with three decimals. */
    static String score(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A probability that does not claim certainty: {@code 0.97}, {@code >0.999}. */
    static String probability(double value) {
        if (value < 0.001) {
            return "<0.001";
        }
        if (value > 0.999) {
            return ">0.999";
        }
        return value < 0.01 || value > 0.99
                ? String.format(Locale.ROOT, "%.3f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** A threshold as it was set, to the last digit. */
    static String threshold(double value) {
        return Double.toString(value);
    }

    /** A share in per cent with one decimal; no line breaks before the sign. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00A0%%", 100 * share);
    }

    /** A count with commas. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count with its noun: {@code 1 article}, {@code 5 articles}. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A contribution with its sign; a real minus, as wide as the plus. */
    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }
}
