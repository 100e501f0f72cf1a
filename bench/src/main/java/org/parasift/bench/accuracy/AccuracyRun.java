package org.parasift.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parasift.bench.quality.Cell;
import org.parasift.bench.quality.QualityReport;
import org.parasift.bench.quality.Table;
import org.parasift.train.eval.Binomial;

/**
 * Trains everybody on the training part of each set of texts and counts right labels on the test part.
 *
 * @param data the folder with {@code NAME-train.csv} and {@code NAME-test.csv}
 * @param sets names of the sets
 * @param contestants who takes part
 */
public record AccuracyRun(Path data, List<String> sets, List<Contestant> contestants) {
    private static final String GRID = "liblinear(loss=svm,cost=0.3|1|3|10)";

    private static final List<List<String>> FASTTEXT = Stream.of(
                    "-lr 0.5 -epoch 5 -wordNgrams 2",
                    "-lr 0.5 -epoch 25 -wordNgrams 1",
                    "-lr 0.5 -epoch 25 -wordNgrams 2",
                    "-lr 1.0 -epoch 25 -wordNgrams 1",
                    "-lr 1.0 -epoch 25 -wordNgrams 2",
                    "-lr 0.5 -epoch 10 -wordNgrams 1 -minn 3 -maxn 5")
            .map(line -> List.of(line.split(" ", -1)))
            .toList();

    private static final List<Integer> COMPACT = List.of(60_000, 120_000, 180_000);

    public AccuracyRun {
        sets = List.copyOf(sets);
        contestants = List.copyOf(contestants);
    }

    /**
     * Ours and the peers that can be run here.
     *
     * @param quick one setting each
     * @param jar of the benchmarks, to run Tribuo as a program
     */
    public static AccuracyRun here(Path data, List<String> sets, boolean quick, Path root, Path jar) {
        List<Contestant> all = new ArrayList<>();
        Path launcher = root.resolve("parasift").toAbsolutePath();
        all.add(new Contestant.Parasift(launcher, quick ? "liblinear(loss=svm,cost=1)" : GRID, COMPACT));
        if (onPath("fasttext")) {
            all.add(new Contestant.FastText(quick ? FASTTEXT.subList(0, 1) : FASTTEXT));
        }
        if (Files.isRegularFile(jar)) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            all.add(new Contestant.Tribuo(java, jar.toAbsolutePath(), "logistic"));
            all.add(new Contestant.Tribuo(java, jar.toAbsolutePath(), "liblinear"));
        }
        return new AccuracyRun(data, sets, all);
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Runs everybody, one after the other.
     *
     * @param say is told what is going on
     * @throws IOException if the data cannot be read or a program fails
     */
    public QualityReport run(Consumer<String> say) throws IOException {
        List<Table> tables = new ArrayList<>();
        TreeMap<String, String> hashes = new TreeMap<>();
        for (String set : sets) {
            Texts texts = Texts.read(data, set);
            hashes.putAll(texts.hashes());
            List<List<Cell>> rows = new ArrayList<>();
            for (Contestant contestant : contestants) {
                Path folder = Files.createTempDirectory("parasift-bench");
                try {
                    List<Contestant.Result> results = contestant.run(texts, folder, say);
                    for (Contestant.Result result : results) {
                        rows.add(row(result, results.get(0), texts.test().size()));
                        say.accept(String.format(
                                Locale.ROOT,
                                "%s: %s: %.4f",
                                set,
                                result.who(),
                                (double) result.right() / texts.test().size()));
                    }
                } finally {
                    delete(folder);
                }
            }
            tables.add(new Table(
                    set,
                    String.format(
                            Locale.ROOT,
                            "%,d rows to learn from, %,d to answer.",
                            texts.train().size(),
                            texts.test().size()),
                    List.of("who", "accuracy", "points lost", "CPU s", "model MB", "settings", "chosen"),
                    rows));
        }
        return new QualityReport("accuracy", "How often words tell the label", tables, hashes, input());
    }

    private static String input() {
        return "settings are chosen on training rows only; intervals of 95 % by Clopper and Pearson; CPU s: of training,"
                + " what was tried to choose settings included; points lost against the model with all features in floats";
    }

    static List<Cell> row(Contestant.Result result, Contestant.Result whole, int rows) {
        double accuracy = (double) result.right() / rows;
        return List.of(
                new Cell.Words(result.who()),
                new Cell.Percent(
                        accuracy,
                        Binomial.lowerBound(result.right(), rows, 0.975),
                        Binomial.upperBound(result.right(), rows, 0.975)),
                new Cell.Words(
                        result.equals(whole)
                                ? ""
                                : String.format(Locale.ROOT, "%.2f", 100.0 * (whole.right() - result.right()) / rows)),
                new Cell.Words(String.format(Locale.ROOT, "%.0f", result.cpuSeconds())),
                new Cell.Words(String.format(Locale.ROOT, "%.2f", result.modelBytes() / 1e6)),
                new Cell.Words(result.settings()),
                new Cell.Words(result.chosen()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
