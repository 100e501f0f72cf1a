package org.parasift.bench.report;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One bar of a report.
 *
 * @param group what it may be held against: class and parameters, {@code Scripts RUSSIAN}
 * @param question what the group asks
 * @param name stable name inside the group, {@code lucene}
 * @param label name for people, {@code Lucene StandardTokenizer}
 * @param ours whether it measures Parasift
 * @param unit of value, low and high; more is always better: {@code MB/s} (UTF-8) or {@code ops/s}
 * @param value mean (JMH) or median (whole processes)
 * @param low lower end of the whisker, at least 0: of the 99.9 % confidence interval (JMH) or the slowest run
 * @param high upper end of the whisker
 * @param items what is counted, {@code tokens}
 * @param itemsPerSecond 0 if nothing is counted
 * @param bytesPerOp allocated a call; -1 if not measured
 * @param bytesPerItem allocated an item; -1 if not measured
 * @param more further columns by title, in the order of the titles
 */
public record Measurement(
        String group,
        String question,
        String name,
        String label,
        boolean ours,
        String unit,
        double value,
        double low,
        double high,
        String items,
        double itemsPerSecond,
        double bytesPerOp,
        double bytesPerItem,
        Map<String, String> more) {
    public Measurement {
        if (!(value > 0 && low >= 0 && low <= value && value <= high)) {
            throw new IllegalArgumentException(group + "." + name + ": " + value + " from " + low + " to " + high
                    + " (expected 0 <= low <= value)");
        }
        more = Collections.unmodifiableMap(new TreeMap<>(more));
    }

    /** The name that is the same in every report. */
    public String key() {
        return group + "." + name;
    }
}
