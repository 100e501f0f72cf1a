package org.parasift.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells a person how a long run goes: on a terminal a bar in place, elsewhere a plain line now and then. A run of a
 * second passes without a word. Nothing of it ever reaches standard output.
 */
final class Meter implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final int CELLS = 20;

    private final Console console;
    private final boolean bar;
    private final LongSupplier clock;
    private final long start;
    private long next;

    /** With the machine's clock. */
    Meter(Console console, boolean resultsOnStandardOutput) {
        this(console, resultsOnStandardOutput, System::nanoTime);
    }

    Meter(Console console, boolean resultsOnStandardOutput, LongSupplier clock) {
        this.console = console;
        this.bar = console.hasStatus(resultsOnStandardOutput);
        this.clock = clock;
        this.start = clock.getAsLong();
        this.next = start + (bar ? SECOND : 10 * SECOND);
    }

    /** Seconds since the beginning. */
    double seconds() {
        return (clock.getAsLong() - start) / (double) SECOND;
    }

    /** So many records since the beginning, as a rate: {@code 1,234 records/s}. */
    String rate(long records) {
        return String.format(Locale.ROOT, "%,.0f records/s", records / seconds());
    }

    /** Whether it is time to show something again; cheap enough to be asked for every record. */
    boolean isDue() {
        return clock.getAsLong() - next >= 0;
    }

    /**
     * Shows how far it is and how long it will take, if it is time.
     *
     * @param share done, 0 to 1; negative if nobody knows
     * @param what has been done
     */
    void show(double share, Supplier<String> what) {
        if (isDue()) {
            next = clock.getAsLong() + (bar ? SECOND / 5 : 10 * SECOND);
            draw(share, what.get() + left(share));
        }
    }

    /** A step of a few begins: shown at once, on a terminal with the time left. */
    void step(double share, String what) {
        draw(share, bar ? what + left(share) : what);
    }

    private String left(double share) {
        // The first records tell nothing yet: a machine that warms up seemed to need days.
        boolean tooEarly = share < 0.01 && seconds() < 5;
        return tooEarly || share <= 0 || share >= 1 ? "" : ", " + clockTime(seconds() * (1 - share) / share) + " left";
    }

    private void draw(double share, String what) {
        String percent = share < 0 ? "" : String.format(Locale.ROOT, "%3.0f %%  ", Math.floor(100 * share));
        if (bar) {
            int full = (int) (share * CELLS);
            String cells = share < 0 ? "" : "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "] ";
            // On a narrow terminal the figures are worth more than the cells.
            boolean room = cells.length() + percent.length() + what.length() <= console.width();
            console.status((room ? cells : "") + percent + what);
        } else {
            console.say(percent + what);
        }
    }

    /** {@code 0:05}, {@code 12:34}, {@code 1:02:03}. */
    static String clockTime(double seconds) {
        long whole = Math.round(seconds);
        String end = String.format(Locale.ROOT, "%02d", whole % 60);
        return whole < 3600
                ? whole / 60 + ":" + end
                : whole / 3600 + ":" + String.format(Locale.ROOT, "%02d", whole / 60 % 60) + ":" + end;
    }

    @Override
    public void close() {
        if (bar) {
            console.status("");
        }
    }
}
