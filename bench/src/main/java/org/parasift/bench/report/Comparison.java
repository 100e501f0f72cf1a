package org.parasift.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run beside an earlier one. Machines differ from day to day, so what has become of the peers is what has become of the
 * machine: where at least {@value #ENOUGH_PEERS} peers are in both reports, the median of their changes is taken out of
 * ours.
 *
 * @param changes of what is in both reports, in the order of the new one
 * @param machine how many times slower the peers have become, 1 if there are not enough of them
 * @param warnings why the comparison may mean little: another CPU, another JDK
 */
public record Comparison(List<Change> changes, double machine, List<String> warnings) {
    private static final int ENOUGH_PEERS = 3;

    /**
     * How one measurement has changed.
     *
     * @param before the earlier one
     * @param now the later one
     * @param slower how many times slower it has become; below 1 it has become faster
     */
    public record Change(Measurement before, Measurement now, double slower) {}

    public Comparison {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /** Holds {@code now} against {@code before}. */
    public static Comparison of(Report before, Report now) {
        Map<String, Measurement> earlier = new HashMap<>();
        before.measurements().forEach(measurement -> earlier.put(measurement.key(), measurement));
        List<Change> changes = new ArrayList<>();
        for (Measurement measurement : now.measurements()) {
            Measurement then = earlier.get(measurement.key());
            if (then != null && then.unit().equals(measurement.unit())) {
                changes.add(new Change(then, measurement, then.value() / measurement.value()));
            }
        }
        List<String> warnings = new ArrayList<>();
        warnIfDifferent("CPU", before.run().cpu(), now.run().cpu(), warnings);
        warnIfDifferent("JDK", before.run().jdk(), now.run().jdk(), warnings);
        warnIfDifferent("input", before.run().input(), now.run().input(), warnings);
        warnIfDifferent("method", before.run().method(), now.run().method(), warnings);
        Set<String> measuredNow =
                now.measurements().stream().map(Measurement::key).collect(Collectors.toSet());
        before.measurements().stream()
                .filter(measurement -> measurement.ours() && !measuredNow.contains(measurement.key()))
                .forEach(measurement -> warnings.add("measured then, not now: " + measurement.key()));
        if (changes.isEmpty()) {
            warnings.add("the reports have no measurement in common");
        }
        return new Comparison(changes, machine(changes), warnings);
    }

    /** How many times slower ours has become, the machine's own change taken out; peers as they are. */
    public double adjusted(Change change) {
        return change.now().ours() ? change.slower() / machine : change.slower();
    }

    /** What is ours and has become slower by more than {@code factor}. */
    public List<Change> slowerThan(double factor) {
        return changes.stream()
                .filter(change -> change.now().ours() && adjusted(change) > factor)
                .toList();
    }

    /** The comparison as text, one line a measurement. */
    public String text(double factor) {
        StringBuilder text = new StringBuilder();
        warnings.forEach(warning -> text.append("mind: ").append(warning).append('\n'));
        for (Change change : changes) {
            double slower = adjusted(change);
            String verdict = change.now().ours() && slower > factor ? "  SLOWER" : "";
            text.append(String.format(
                    Locale.ROOT,
                    "%-44s %10s -> %10s %s  %5.2fx as fast%s%n",
                    change.now().key(),
                    Numbers.plain(change.before().value()),
                    Numbers.plain(change.now().value()),
                    change.now().unit(),
                    1 / slower,
                    verdict));
        }
        if (machine != 1) {
            text.append(String.format(
                    Locale.ROOT, "the peers are %.2fx as fast as then; taken out of ours%n", 1 / machine));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static double machine(List<Change> changes) {
        double[] peers = changes.stream()
                .filter(change -> !change.now().ours())
                .mapToDouble(Change::slower)
                .sorted()
                .toArray();
        return peers.length < ENOUGH_PEERS ? 1 : median(peers);
    }

    /** The median; sorts the array. */
    public static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static void warnIfDifferent(String what, String before, String now, List<String> warnings) {
        if (!before.equals(now)) {
            warnings.add("another " + what + ": " + before + " -> " + now);
        }
    }
}
