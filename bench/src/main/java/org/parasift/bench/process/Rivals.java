package org.parasift.bench.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The systems as a user calls them. Each trains on a file of its own form with the same rows and reads the same file of
 * texts; all use words and word pairs.
 */
sealed interface Rivals {
    /** Stable name. */
    String name();

    /** Name for people. */
    String label();

    /** What training does, for people. */
    String trainLabel();

    default boolean ours() {
        return false;
    }

    List<String> train(Inputs inputs);

    Path model(Inputs inputs);

    List<String> predict(Inputs inputs);

    /** Whether it trains a model of its own; if not, it takes that of the one before it with the same model file. */
    default boolean trains() {
        return true;
    }

    /** The label in a line that {@link #predict} printed. */
    default String labelIn(String line) {
        return line;
    }

    /**
     * What all are given.
     *
     * @param folder for models
     * @param csv rows to train on, columns label and text
     * @param fastText the same rows as fastText wants them
     * @param texts what to label: a text a line
     */
    record Inputs(Path folder, Path csv, Path fastText, Path texts) {}

    /** {@code parasift train} and {@code classify} through the launcher, start-up of the virtual machine included. */
    record Parasift(Path launcher, String trainer, int threads) implements Rivals {
        @Override
        public String name() {
            return threads == 1 ? "parasift" : "parasift" + threads;
        }

        @Override
        public String label() {
            return threads == 1 ? "parasift classify" : "parasift classify --threads " + threads;
        }

        @Override
        public boolean trains() {
            return threads == 1;
        }

        @Override
        public String trainLabel() {
            return "parasift train, scores on held-out folds included";
        }

        @Override
        public boolean ours() {
            return true;
        }

        @Override
        public List<String> train(Inputs inputs) {
            return List.of(
                    launcher.toString(),
                    "train",
                    inputs.csv().toString(),
                    "--recipe",
                    "texts",
                    "--trainer",
                    trainer,
                    "-o",
                    model(inputs).toString());
        }

        @Override
        public Path model(Inputs inputs) {
            return inputs.folder().resolve("parasift.psm");
        }

        @Override
        public List<String> predict(Inputs inputs) {
            return List.of(
                    launcher.toString(),
                    "classify",
                    "-m",
                    model(inputs).toString(),
                    "--from",
                    "lines",
                    "--to",
                    "labels",
                    "--threads",
                    Integer.toString(threads),
                    inputs.texts().toString());
        }
    }

    /** {@code fasttext supervised} and {@code predict}, word pairs, one thread. */
    record FastText() implements Rivals {
        static final String PREFIX = "__label__";

        static boolean isInstalled() {
            String path = System.getenv().getOrDefault("PATH", "");
            return Stream.of(path.split(java.io.File.pathSeparator, -1))
                    .filter(folder -> !folder.isEmpty())
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, "fasttext")));
        }

        @Override
        public String name() {
            return "fasttext";
        }

        @Override
        public String label() {
            return "fasttext predict";
        }

        @Override
        public String trainLabel() {
            return "fasttext supervised, 5 epochs";
        }

        @Override
        public List<String> train(Inputs inputs) {
            return List.of(
                    "fasttext",
                    "supervised",
                    "-input",
                    inputs.fastText().toString(),
                    "-output",
                    inputs.folder().resolve("fasttext").toString(),
                    "-wordNgrams",
                    "2",
                    "-epoch",
                    "5",
                    "-thread",
                    "1",
                    "-verbose",
                    "0");
        }

        @Override
        public Path model(Inputs inputs) {
            return inputs.folder().resolve("fasttext.bin");
        }

        @Override
        public List<String> predict(Inputs inputs) {
            return List.of(
                    "fasttext",
                    "predict",
                    model(inputs).toString(),
                    inputs.texts().toString());
        }

        @Override
        public String labelIn(String line) {
            return line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line;
        }
    }

    /** Tribuo's text pipeline and its own model file, as {@code parasift bench tribuo-…} of this jar. */
    record Tribuo(Path java, Path jar) implements Rivals {
        @Override
        public String name() {
            return "tribuo";
        }

        @Override
        public String label() {
            return "Tribuo text pipeline";
        }

        @Override
        public String trainLabel() {
            return "Tribuo text pipeline, logistic regression, 5 epochs";
        }

        @Override
        public List<String> train(Inputs inputs) {
            return command("tribuo-train", inputs.csv(), model(inputs));
        }

        @Override
        public Path model(Inputs inputs) {
            return inputs.folder().resolve("tribuo.model");
        }

        @Override
        public List<String> predict(Inputs inputs) {
            return command("tribuo-predict", model(inputs), inputs.texts());
        }

        private List<String> command(String verb, Path first, Path second) {
            return List.of(
                    java.toString(),
                    "-XX:+UseSerialGC",
                    "-jar",
                    jar.toString(),
                    verb,
                    first.toString(),
                    second.toString());
        }
    }

    /** Those that can be run here. */
    static List<Rivals> all(Path root, String trainer) {
        List<Rivals> all = new ArrayList<>();
        Path launcher = root.resolve("parasift").toAbsolutePath();
        all.add(new Parasift(launcher, trainer, 1));
        all.add(new Parasift(launcher, trainer, 2));
        if (FastText.isInstalled()) {
            all.add(new FastText());
        }
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (jar.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(jar)) {
            all.add(new Tribuo(Path.of(System.getProperty("java.home"), "bin", "java"), jar.toAbsolutePath()));
        }
        return all;
    }
}
