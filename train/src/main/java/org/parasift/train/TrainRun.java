package org.parasift.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Weighting;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;
import org.parasift.train.corpus.Sketches;
import org.parasift.train.corpus.Split;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.fit.FeatureSurvey;
import org.parasift.train.fit.Fitter;
import org.parasift.train.fit.TrainerSpec;

/**
 * The whole main job: read labelled data, score a model on folds that it has not seen, fit one on all rows, and write it
 * with its manifest and its scores. Prints nothing. The same settings and data give the same bytes, on any machine.
 */
public final class TrainRun {
    private static final String SUFFIX = ".psm";

    /** Fewer rows than this are a demonstration. */
    private static final int PROVE_NOTHING = 1000;

    private TrainRun() {}

    /**
     * What to train on, how, and where to write.
     *
     * @param data a folder of articles with labels.csv, or a CSV file
     * @param columns names of the columns of a CSV file
     * @param lenient whether malformed UTF-8 is replaced and counted
     * @param recipe what is extracted; if empty the usual recipe for articles or for texts of their own
     * @param trainer the trainer
     * @param seed of every random choice
     * @param mostFeatures if above 0, models are made compact: the weightiest features only, with weights of 8 bits
     * @param calibration how probabilities are corrected
     * @param output the model file; {@code manifest.json} and {@code metrics.json} are written beside it, of
     *     {@code topics.psm} as {@code topics.manifest.json} and {@code topics.metrics.json}
     */
    public record Settings(
            Path data,
            CsvColumns columns,
            boolean lenient,
            Optional<FeatureRecipe> recipe,
            TrainerSpec trainer,
            long seed,
            int mostFeatures,
            CalibrationMethod calibration,
            Path output) {
        /** With all features and the calibration that is best on held-out folds. */
        public Settings(
                Path data,
                CsvColumns columns,
                boolean lenient,
                Optional<FeatureRecipe> recipe,
                TrainerSpec trainer,
                long seed,
                Path output) {
            this(data, columns, lenient, recipe, trainer, seed, 0, CalibrationMethod.AUTO, output);
        }

        /** The usual settings. */
        public static Settings of(Path data, Path output) {
            return new Settings(data, CsvColumns.USUAL, false, Optional.empty(), TrainerSpec.USUAL, 1, output);
        }

        /** The same with the settings that were chosen. */
        public Settings with(Choice.Candidate best) {
            return new Settings(
                    data, columns, lenient, best.recipe(), best.trainer(), seed, mostFeatures, calibration, output);
        }

        /** A model in the size that is wanted. */
        Model sized(Model model) {
            return mostFeatures > 0 ? model.compact(mostFeatures) : model;
        }
    }

    /** Is told what is being done, and shown what comes of it. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A step begins.
         *
         * @param what is being done now
         * @param done steps that are done
         * @param of all steps
         */
        void step(String what, int done, int of);

        /**
         * A fold has been scored.
         *
         * @param model fitted on the other folds; empty if they have one label only
         * @param predictions for all rows of the fold
         */
        default void fold(Optional<Model> model, List<Prediction> predictions) {}
    }

    /**
     * What came of it.
     *
     * @param corpus the data
     * @param split the folds
     * @param evaluation scores on held-out folds
     * @param predictions behind them, for every row that counts, by a model that has not seen it
     * @param model fitted on all rows
     * @param warnings what a reader of the scores must know
     * @param modelFile where the model was written
     * @param manifestFile where its manifest was written
     * @param metricsFile where the scores were written
     */
    public record Result(
            Corpus corpus,
            Split split,
            Evaluation evaluation,
            List<Prediction> predictions,
            Model model,
            List<String> warnings,
            Path modelFile,
            Path manifestFile,
            Path metricsFile) {
        public Result {
            predictions = List.copyOf(predictions);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What is extracted when nothing else is said. Texts of their own are weighed by idf: held-out accuracy on AG News
     * rises from 0.88 to 0.91.
     */
    public static FeatureRecipe usualRecipe(boolean plain) {
        return plain ? FeatureRecipe.texts().with(Weighting.TFIDF) : FeatureRecipe.articles();
    }

    /** Runs the job. */
    public static Result run(Settings settings) throws IOException {
        return run(settings, (what, done, of) -> {});
    }

    /**
     * Runs the job.
     *
     * @throws org.parasift.train.corpus.InputException if the data is not as it should be
     * @throws IOException if reading or writing fails
     */
    public static Result run(Settings settings, Progress progress) throws IOException {
        progress.step("reading", 0, 1);
        refuseFolder(settings.output());
        return run(CorpusReader.read(settings.data(), settings.columns(), settings.lenient()), settings, progress);
    }

    private static void refuseFolder(Path output) {
        if (Files.isDirectory(output)) {
            throw new InputException(output.toString(), 0, "a folder", "a file to write the model to");
        }
    }

    /**
     * Runs the job on data that has been read.
     *
     * @param data read as the settings say; the manifest names it, not what the settings name
     */
    public static Result run(Corpus data, Settings settings, Progress progress) throws IOException {
        return run(data, settings, Optional.empty(), progress);
    }

    /**
     * Runs the job with settings that were chosen on this data; the manifest names what they were chosen among.
     *
     * @param choice how they were chosen, if they were
     */
    public static Result run(Corpus data, Settings settings, Optional<Choice> choice, Progress progress)
            throws IOException {
        refuseFolder(settings.output());
        Corpus corpus = data.trainable();
        FeatureRecipe recipe = settings.recipe().orElseGet(() -> usualRecipe(corpus.plain()));
        Split split = Split.of(corpus, settings.seed());
        int steps = split.folds() + 3;
        List<List<Prediction>> heldOut = new ArrayList<>();
        for (int fold = 0; fold < split.folds(); fold++) {
            progress.step("fold " + (fold + 1) + " of " + split.folds(), fold + 1, steps);
            heldOut.add(heldOut(split, fold, corpus.labels(), recipe, settings, progress));
        }
        boolean constant = IntStream.range(0, split.folds()).anyMatch(fold -> hasOneLabel(split.train(fold)));
        CalibrationChoice calibration =
                CalibrationChoice.of(heldOut, corpus.labels(), settings.calibration(), constant);
        List<Prediction> predictions =
                calibration.folds().stream().flatMap(List::stream).toList();
        Evaluation evaluation = Evaluation.of(corpus.labels(), corpus, predictions);
        progress.step("fitting on all rows", split.folds() + 1, steps);
        Model fitted = Fitter.fit(corpus.counted(), recipe, settings.trainer(), settings.seed())
                .with(calibration.calibration());
        SortedMap<String, String> manifest = manifest(settings, corpus, recipe, split, evaluation);
        manifest.put("calibration", calibration.text());
        List<String> tried = choice.map(Choice::lines).orElse(List.of());
        for (int i = 0; i < tried.size(); i++) {
            manifest.put(String.format(Locale.ROOT, "choice.%03d", i + 1), tried.get(i));
        }
        Model model = settings.sized(fitted.withNames(FeatureSurvey.strongest(fitted, corpus.counted())))
                .withGolden(Fitter.GOLDEN)
                .withManifest(manifest);
        progress.step("writing", split.folds() + 2, steps);
        Path folder = Optional.ofNullable(settings.output().toAbsolutePath().getParent())
                .orElseThrow(() -> new IllegalArgumentException("output " + settings.output()));
        Files.createDirectories(folder);
        Path manifestFile = folder.resolve(beside(settings.output(), "manifest.json"));
        Path metricsFile = folder.resolve(beside(settings.output(), "metrics.json"));
        ModelFile.write(model, settings.output());
        ObjectNode manifestJson = new ObjectMapper().createObjectNode();
        manifest.forEach(manifestJson::put);
        write(manifestFile, Evaluation.text(manifestJson));
        ObjectNode metrics = metrics(split, evaluation);
        choice.ifPresent(made -> made.writeTo(metrics.putArray("choice")));
        write(metricsFile, Evaluation.text(metrics));
        progress.step("done", steps, steps);
        return new Result(
                corpus,
                split,
                evaluation,
                predictions,
                model,
                warnings(corpus, split, tried.size()),
                settings.output(),
                manifestFile,
                metricsFile);
    }

    /** Models of other names share a folder, so their files bear their names: {@code topics.manifest.json}. */
    private static String beside(Path model, String name) {
        String file = model.getFileName().toString();
        String stem = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
        return stem.equals("parasift") ? name : stem + "." + name;
    }

    /** Predictions for one fold by a model of the others. */
    static List<Prediction> heldOut(
            Split split, int fold, List<String> labels, FeatureRecipe recipe, Settings settings, Progress progress) {
        List<Example> train = split.train(fold);
        if (hasOneLabel(train)) {
            // All rows of a label are held out together: nothing to learn, so the one label left is the answer.
            String only = train.isEmpty() ? labels.get(0) : train.get(0).label();
            List<Double> certain =
                    labels.stream().map(label -> label.equals(only) ? 1.0 : 0.0).toList();
            List<Prediction> predictions = split.test(fold).stream()
                    .map(row -> new Prediction(row, only, certain))
                    .toList();
            progress.fold(Optional.empty(), predictions);
            return predictions;
        }
        // As small as the model will be, or calibration and scores would be those of another.
        Model model = settings.sized(Fitter.fit(train, recipe, settings.trainer(), settings.seed()));
        List<Prediction> predictions = Evaluation.predictions(ParagraphClassifier.of(model), labels, split.test(fold));
        progress.fold(Optional.of(model), predictions);
        return predictions;
    }

    private static boolean hasOneLabel(List<Example> rows) {
        return rows.stream().map(Example::label).distinct().count() < 2;
    }

    private static ObjectNode metrics(Split split, Evaluation evaluation) {
        ObjectNode json = evaluation.toJson();
        ObjectNode folds = json.putObject("split");
        folds.put("heldOut", split.name());
        folds.put("groups", split.groups());
        folds.put("folds", split.folds());
        return json;
    }

    /** Everything the model was made of, sorted; nothing of the machine. */
    private static SortedMap<String, String> manifest(
            Settings settings, Corpus corpus, FeatureRecipe recipe, Split split, Evaluation evaluation)
            throws IOException {
        TreeMap<String, String> manifest = new TreeMap<>();
        manifest.put("data.articles", Integer.toString(corpus.articles().size()));
        manifest.put("data.counted", Integer.toString(corpus.counted().size()));
        manifest.put("data.labels", String.join(", ", corpus.labels()));
        manifest.put("data.rows", Integer.toString(corpus.examples().size()));
        corpus.hashes().forEach((file, hash) -> manifest.put("data.sha256." + file, hash));
        if (!corpus.plain()) {
            manifest.put(Evaluation.SKETCHES, Sketches.of(corpus.articles()).toString());
        }
        if (corpus.replaced() > 0) {
            manifest.put("data.replacedSequences", Long.toString(corpus.replaced()));
        }
        if (settings.mostFeatures() > 0) {
            manifest.put("compact", Integer.toString(settings.mostFeatures()));
        }
        manifest.put("recipe", recipe.toString());
        manifest.put("scores.accuracy", figure(evaluation.scores().accuracy()));
        manifest.put("scores.averagePrecision", figure(evaluation.scores().averagePrecision()));
        manifest.put("scores.heldOut", split.name() + ", " + split.folds() + " folds of " + split.groups() + " groups");
        manifest.put("scores.macroF1", figure(evaluation.scores().macroF1()));
        evaluation.scores().perLabel().forEach((label, of) -> manifest.put("scores.f1." + label, figure(of.f1())));
        manifest.put("seed", Long.toString(settings.seed()));
        manifest.put("trainer", settings.trainer().toString());
        manifest.putAll(Fitter.versions());
        return manifest;
    }

    private static String figure(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }

    private static List<String> warnings(Corpus corpus, Split split, int tried) {
        List<String> warnings = new ArrayList<>();
        if (tried > 1) {
            warnings.add("the settings are the best of " + tried
                    + " on these very folds, which flatters the scores a little; fresh data tells.");
        }
        if (split.folds() < 2) {
            warnings.add(
                    "all " + corpus.articles().size()
                            + " articles are one group, so nothing could be held out: the scores are those of a constant answer.");
        } else {
            for (int fold = 0; fold < split.folds(); fold++) {
                if (hasOneLabel(split.train(fold))) {
                    warnings.add("fold " + (fold + 1) + " holds out all rows of a label: its scores are those of a"
                            + " constant answer.");
                }
            }
        }
        int counted = corpus.counted().size();
        if (counted < PROVE_NOTHING) {
            warnings.add(counted + " " + (corpus.plain() ? "texts" : "paragraphs") + " prove nothing: these scores"
                    + " show that training works, not what the model is worth on other data.");
        }
        if (corpus.replaced() > 0) {
            warnings.add(corpus.replaced() + " malformed UTF-8 sequences were replaced by U+FFFD.");
        }
        return warnings;
    }

    /** Replaces a file at once, or not at all. */
    private static void write(Path file, String text) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.write(partial, text.getBytes(StandardCharsets.UTF_8));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
