package org.parasift.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parasift.bench.process.ProcessRun;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Split;

/** Somebody who learns a set of texts: as a whole program, with settings of which none is chosen on test rows. */
sealed interface Contestant {
    /** Name for people. */
    String name();

    /** Learns and answers; the first result is the whole model, others are made of it. */
    List<Result> run(Texts texts, Path folder, Consumer<String> say) throws IOException;

    /**
     * What came of it.
     *
     * @param who name for people
     * @param settings with which the model was trained
     * @param chosen among what and how
     * @param right test rows with the right label
     * @param cpuSeconds of training, choosing included
     * @param modelBytes size of the model's file
     */
    record Result(String who, String settings, String chosen, int right, double cpuSeconds, long modelBytes) {}

    /**
     * {@code parasift train} with several settings, and smaller models of the same weights.
     *
     * @param launcher the program
     * @param grid as {@code --trainer} takes it
     * @param compact how many features the smaller models keep
     */
    record Parasift(Path launcher, String grid, List<Integer> compact) implements Contestant {
        @Override
        public String name() {
            return "Parasift";
        }

        @Override
        public List<Result> run(Texts texts, Path folder, Consumer<String> say) throws IOException {
            Path file = folder.resolve("parasift.psm");
            say.accept(texts.name() + ": parasift train --trainer " + grid);
            ProcessRun run = ProcessRun.of(
                    List.of(
                            launcher.toString(),
                            "train",
                            texts.trainFile().toString(),
                            "--recipe",
                            "texts",
                            "--trainer",
                            grid,
                            "-o",
                            file.toString()),
                    folder.resolve("printed"));
            Model model = ModelFile.read(file);
            String settings = model.manifest().getOrDefault("trainer", "");
            List<Result> results = new ArrayList<>();
            results.add(new Result(
                    name(),
                    settings + "; " + model.manifest().getOrDefault("calibration", ""),
                    grid + " on all folds of the training rows",
                    right(model, texts.test()),
                    run.cpuSeconds(),
                    Files.size(file)));
            for (int features : compact) {
                Path smallFile = folder.resolve("compact.psm");
                Model small = model.compact(features);
                ModelFile.write(small, smallFile);
                results.add(new Result(
                        name() + " --compact " + features,
                        "the same",
                        "given",
                        right(small, texts.test()),
                        run.cpuSeconds(),
                        Files.size(smallFile)));
            }
            return results;
        }

        private static int right(Model model, List<Example> rows) {
            ParagraphClassifier classifier = ParagraphClassifier.of(model);
            return (int) rows.parallelStream()
                    .filter(row -> classifier.classifyText(row.text()).label().equals(row.label()))
                    .count();
        }
    }

    /**
     * {@code fasttext supervised}: settings are tried without a fifth of the training rows, and the best are trained with
     * all of them. One thread, so that a run can be repeated.
     *
     * @param grid settings to try
     */
    record FastText(List<List<String>> grid) implements Contestant {
        @Override
        public String name() {
            return "fastText";
        }

        @Override
        public List<Result> run(Texts texts, Path folder, Consumer<String> say) throws IOException {
            Split split = texts.fifths();
            Path without = Texts.write(split.train(0), true, Texts::forFastText, folder.resolve("fifths.txt"));
            List<String> best = grid.get(0);
            int most = -1;
            double seconds = 0;
            for (List<String> settings : grid) {
                ProcessRun run = train(without, settings, folder);
                seconds += run.cpuSeconds();
                int right = right(split.test(0), folder);
                say.accept(String.format(
                        Locale.ROOT,
                        "%s: fasttext %s: %.4f of the fifth held out",
                        texts.name(),
                        String.join(" ", settings),
                        (double) right / split.test(0).size()));
                if (right > most) {
                    most = right;
                    best = settings;
                }
            }
            Path all = Texts.write(texts.train(), true, Texts::forFastText, folder.resolve("all.txt"));
            seconds += train(all, best, folder).cpuSeconds();
            return List.of(new Result(
                    name(),
                    String.join(" ", best) + ", lower case, punctuation apart",
                    grid.size() + " settings on a fifth of the training rows",
                    right(texts.test(), folder),
                    seconds,
                    Files.size(folder.resolve("fasttext.bin"))));
        }

        private static ProcessRun train(Path rows, List<String> settings, Path folder) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    "fasttext",
                    "supervised",
                    "-input",
                    rows.toString(),
                    "-output",
                    folder.resolve("fasttext").toString(),
                    "-thread",
                    "1",
                    "-verbose",
                    "0"));
            command.addAll(settings);
            return ProcessRun.of(command, folder.resolve("printed"));
        }

        private static int right(List<Example> rows, Path folder) throws IOException {
            // A text without a word of it would get no line at all.
            Path file = Texts.write(rows, false, text -> Texts.forFastText(text) + " .", folder.resolve("asked.txt"));
            Path printed = folder.resolve("printed");
            ProcessRun.of(
                    List.of(
                            "fasttext",
                            "predict",
                            folder.resolve("fasttext.bin").toString(),
                            file.toString()),
                    printed);
            try (Stream<String> lines = Files.lines(printed)) {
                return Texts.right(
                        rows,
                        lines.map(line -> line.substring(Texts.PREFIX.length())).toList());
            }
        }
    }

    /**
     * Tribuo's text pipeline (words and word pairs of its UniversalTokenizer) and a trainer of its own with the settings
     * that it has when none are given.
     *
     * @param java the virtual machine
     * @param jar of the benchmarks
     * @param trainer {@code logistic} or {@code liblinear}
     */
    record Tribuo(Path java, Path jar, String trainer) implements Contestant {
        @Override
        public String name() {
            return "Tribuo, " + trainer;
        }

        @Override
        public List<Result> run(Texts texts, Path folder, Consumer<String> say) throws IOException {
            say.accept(texts.name() + ": Tribuo " + trainer);
            Path model = folder.resolve("tribuo.model");
            Path printed = folder.resolve("printed");
            ProcessRun run = ProcessRun.of(
                    command(
                            "tribuo-train",
                            "--trainer",
                            trainer,
                            texts.trainFile().toString(),
                            model.toString()),
                    printed);
            Path asked = Texts.write(texts.test(), false, Texts::oneLine, folder.resolve("asked.txt"));
            ProcessRun.of(command("tribuo-predict", model.toString(), asked.toString()), printed);
            try (Stream<String> lines = Files.lines(printed)) {
                return List.of(new Result(
                        name(),
                        "its defaults",
                        "nothing chosen",
                        Texts.right(texts.test(), lines.toList()),
                        run.cpuSeconds(),
                        Files.size(model)));
            }
        }

        private List<String> command(String... verb) {
            List<String> command =
                    new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-jar", jar.toString()));
            command.addAll(List.of(verb));
            return command;
        }
    }
}
