package org.parasift.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The conditions of a run in the order and words in which both pages print them. */
final class Conditions {
    private Conditions() {}

    static Map<String, String> of(RunInfo run) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Measured", run.date());
        lines.put("Commit", run.commit());
        lines.put("Machine", run.cpu() + ", " + run.cores() + " cores, " + run.memory() + ", " + run.os());
        lines.put("Load before", run.load());
        lines.put("JDK", run.jdk());
        lines.put("Flags", run.flags());
        lines.put("Method", run.method());
        lines.put("Input", run.input());
        lines.put(
                "Peers",
                run.versions().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
        return lines;
    }
}
