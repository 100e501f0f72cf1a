package org.parasift.bench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured when, in one file beside the reports. Ours and peers' values of every run are kept, oldest first, so
 * that a slow-down is seen even where nobody asked for a comparison.
 *
 * @param entries oldest first
 */
public record History(List<Entry> entries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One run.
     *
     * @param date as in the report
     * @param title as in the report
     * @param commit as in the report
     * @param cpu as in the report
     * @param jdk as in the report
     * @param method as in the report
     * @param values by {@link Measurement#key()}
     */
    public record Entry(
            String date,
            String title,
            String commit,
            String cpu,
            String jdk,
            String method,
            Map<String, Double> values) {
        public Entry {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }

        static Entry of(Report report) {
            RunInfo run = report.run();
            Map<String, Double> values = new TreeMap<>();
            report.measurements().forEach(m -> values.put(m.key(), Math.round(m.value() * 1000) / 1000.0));
            return new Entry(run.date(), run.title(), run.commit(), run.cpu(), run.jdk(), run.method(), values);
        }

        private boolean isSameRunAs(Entry other) {
            return date.equals(other.date) && title.equals(other.title) && jdk.equals(other.jdk);
        }
    }

    public History {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::title))
                .toList();
    }

    /**
     * Reads a history; none if there is no file.
     *
     * @throws ReportException if the file is no history
     */
    public static History read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new History(List.of());
        }
        try {
            return new History(JSON.readValue(Files.readString(file), new TypeReference<List<Entry>>() {}));
        } catch (JacksonException e) {
            throw new ReportException(file + ": not a history of parasift bench (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** This history and one run more; a run that is in it already is replaced. */
    public History with(Report report) {
        Entry entry = Entry.of(report);
        List<Entry> all = new ArrayList<>(entries);
        all.removeIf(entry::isSameRunAs);
        all.add(entry);
        return new History(all);
    }

    /** Writes the history. */
    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n");
    }

    /** The runs that may be held against a report: same CPU, JDK and method, something in common; oldest first. */
    List<Entry> comparable(Report report) {
        Entry entry = Entry.of(report);
        return entries.stream()
                .filter(other -> other.cpu().equals(entry.cpu())
                        && other.jdk().equals(entry.jdk())
                        && other.method().equals(entry.method())
                        && !Collections.disjoint(
                                other.values().keySet(), entry.values().keySet()))
                .toList();
    }
}
