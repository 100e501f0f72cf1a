package org.parasift.bench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run: its conditions, its measurements, and the raw results they were made from, unaltered.
 *
 * @param run the conditions
 * @param measurements in the order of the run
 * @param raw JMH's own JSON, or the single runs of whole processes
 */
public record Report(RunInfo run, List<Measurement> measurements, JsonNode raw) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        measurements = List.copyOf(measurements);
    }

    /** A report of whole-process runs, or a test's: nothing raw is kept. */
    public Report(RunInfo run, List<Measurement> measurements) {
        this(run, measurements, JsonNodeFactory.instance.arrayNode());
    }

    /**
     * Reads a report.
     *
     * @throws ReportException if the file is no report
     */
    public static Report read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), Report.class);
        } catch (JacksonException e) {
            throw new ReportException(file + ": not a report of parasift bench (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** Writes the report; the same report gives the same bytes. */
    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** The measurements that may be held against each other, fastest first. */
    public Map<String, List<Measurement>> groups() {
        Map<String, List<Measurement>> groups = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            groups.computeIfAbsent(measurement.group(), k -> new ArrayList<>()).add(measurement);
        }
        groups.values()
                .forEach(group -> group.sort(
                        Comparator.comparingDouble(Measurement::value).reversed()));
        return groups;
    }

    /** What the others of a group are divided by: ours that is called just parasift, else our fastest, else the fastest. */
    static Measurement yardstick(List<Measurement> fastestFirst) {
        return fastestFirst.stream()
                .filter(m -> m.ours() && m.name().equals("parasift"))
                .findFirst()
                .or(() -> fastestFirst.stream().filter(Measurement::ours).findFirst())
                .orElse(fastestFirst.get(0));
    }
}
