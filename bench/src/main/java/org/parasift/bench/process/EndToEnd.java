package org.parasift.bench.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parasift.bench.report.Comparison;
import org.parasift.bench.report.Measurement;
import org.parasift.bench.report.Report;
import org.parasift.bench.report.RunInfo;
import org.parasift.bench.text.LabelledText;

/**
 * How long do whole programs take from a file of texts to their labels, starting and loading the model included? And from
 * a file of labelled rows to a model? Systems take turns, so that a change of the machine hits all of them; of each the
 * median run is reported, its whisker is the slowest and the fastest.
 *
 * @param train rows to train on
 * @param test rows to label, repeated until there are enough bytes; shares of right labels are taken from them
 * @param bytes of the file of texts, at least
 * @param pairs how often each labels the file
 * @param rivals the systems
 */
public record EndToEnd(List<LabelledText> train, List<LabelledText> test, long bytes, int pairs, List<Rivals> rivals) {
    /** Our systems and whichever peers are installed. */
    public static EndToEnd here(
            List<LabelledText> train, List<LabelledText> test, long bytes, int pairs, Path root, String trainer) {
        return new EndToEnd(oneLine(train), oneLine(test), bytes, pairs, Rivals.all(root, trainer));
    }

    /**
     * Trains, labels, and measures.
     *
     * @param say is told what is going on
     * @throws IOException if a program fails or does not give one label a text
     */
    public Report run(RunInfo info, Consumer<String> say) throws IOException {
        Path folder = Files.createTempDirectory("parasift-bench");
        try {
            return run(info, folder, say);
        } finally {
            delete(folder);
        }
    }

    private Report run(RunInfo info, Path folder, Consumer<String> say) throws IOException {
        Rivals.Inputs inputs = new Rivals.Inputs(
                folder, folder.resolve("train.csv"), folder.resolve("train.txt"), folder.resolve("texts.txt"));
        long trainBytes = writeTraining(inputs);
        List<String> expected = writeTexts(inputs.texts());
        ArrayNode raw = JsonNodeFactory.instance.arrayNode();
        List<Measurement> measurements = new ArrayList<>();
        for (Rivals rival : rivals) {
            if (!rival.trains()) {
                continue;
            }
            say.accept(rival.name() + ": train");
            ProcessRun run = ProcessRun.of(rival.train(inputs), folder.resolve("printed"));
            note(raw, rival, "train", run);
            measurements.add(measurement(
                    "EndToEnd train",
                    "How long from a file of labelled rows to a model file?",
                    rival,
                    rival.trainLabel(),
                    trainBytes,
                    train.size(),
                    List.of(run),
                    Map.of("model MB", megabytes(Files.size(rival.model(inputs))))));
        }
        Map<String, List<ProcessRun>> runs = new HashMap<>();
        Map<String, Double> right = new HashMap<>();
        for (int pair = 1; pair <= pairs; pair++) {
            for (Rivals rival : rivals) {
                say.accept(rival.name() + ": label, " + pair + " of " + pairs);
                Path printed = folder.resolve("printed");
                ProcessRun run = ProcessRun.of(rival.predict(inputs), printed);
                note(raw, rival, "predict", run);
                runs.computeIfAbsent(rival.name(), k -> new ArrayList<>()).add(run);
                right.put(rival.name(), shareRight(rival, printed, expected));
            }
        }
        for (Rivals rival : rivals) {
            measurements.add(measurement(
                    "EndToEnd predict",
                    "How long from a file of texts to their labels, start-up included?",
                    rival,
                    rival.label(),
                    Files.size(inputs.texts()),
                    expected.size(),
                    runs.getOrDefault(rival.name(), List.of()),
                    Map.of("right", String.format(Locale.ROOT, "%.4f", right.get(rival.name())))));
        }
        return new Report(info, measurements, raw);
    }

    private static Measurement measurement(
            String group,
            String question,
            Rivals rival,
            String label,
            long bytes,
            long texts,
            List<ProcessRun> runs,
            Map<String, String> columns) {
        double[] seconds = runs.stream().mapToDouble(ProcessRun::seconds).toArray();
        double median = Comparison.median(seconds); // sorts
        double slowest = seconds[seconds.length - 1];
        double peak = Comparison.median(
                runs.stream().mapToDouble(ProcessRun::peakBytes).toArray());
        double cpu = Comparison.median(
                runs.stream().mapToDouble(ProcessRun::cpuSeconds).toArray());
        Map<String, String> more = new TreeMap<>(columns);
        more.put("seconds", String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, seconds[0], slowest));
        more.put("CPU s", String.format(Locale.ROOT, "%.2f", cpu));
        more.put("peak MB", megabytes((long) peak));
        double megabytes = bytes / 1e6;
        return new Measurement(
                group,
                question,
                rival.name(),
                label,
                rival.ours(),
                "MB/s",
                megabytes / median,
                megabytes / slowest,
                megabytes / seconds[0],
                "texts",
                texts / median,
                -1,
                -1,
                more);
    }

    private static void note(ArrayNode raw, Rivals rival, String what, ProcessRun run) {
        raw.addObject()
                .put("system", rival.name())
                .put("what", what)
                .put("seconds", run.seconds())
                .put("cpuSeconds", run.cpuSeconds())
                .put("peakBytes", run.peakBytes());
    }

    private static double shareRight(Rivals rival, Path printed, List<String> expected) throws IOException {
        List<String> given;
        try (Stream<String> lines = Files.lines(printed)) {
            given = lines.map(rival::labelIn).toList();
        }
        if (given.size() != expected.size()) {
            throw new IOException(rival.name() + " gave " + given.size() + " labels for " + expected.size() + " texts");
        }
        int right = 0;
        for (int i = 0; i < given.size(); i++) {
            right += given.get(i).equals(expected.get(i)) ? 1 : 0;
        }
        return (double) right / given.size();
    }

    private long writeTraining(Rivals.Inputs inputs) throws IOException {
        long size = 0;
        try (BufferedWriter csv = Files.newBufferedWriter(inputs.csv());
                BufferedWriter lines = Files.newBufferedWriter(inputs.fastText())) {
            csv.write("label,text\n");
            for (LabelledText row : train) {
                csv.write(quoted(row.label()) + "," + quoted(row.text()) + "\n");
                lines.write(Rivals.FastText.PREFIX + row.label() + " " + row.text() + "\n");
                size += row.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            }
        }
        return size;
    }

    /** Writes the texts again and again until there are enough bytes; returns their labels. */
    private List<String> writeTexts(Path file) throws IOException {
        List<String> labels = new ArrayList<>();
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (long size = 0; size < bytes; ) {
                for (LabelledText row : test) {
                    lines.write(row.text());
                    lines.write('\n');
                    size += row.text().length();
                    labels.add(row.label());
                }
            }
        }
        return labels;
    }

    /** Texts on one line without quotes, labels without spaces, so that every system reads the same; texts without any letter are left out. */
    private static List<LabelledText> oneLine(List<LabelledText> rows) {
        return rows.stream()
                .map(row -> new LabelledText(
                        row.label().replaceAll("\\s+", "-"),
                        row.text()
                                .replaceAll("[\\p{Cntrl}\\p{Z}\"\\u0085]+", " ")
                                .strip()))
                .filter(row -> row.text().codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static String quoted(String field) {
        return "\"" + field.replace("\"", "\"\"") + "\"";
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "–" : String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
