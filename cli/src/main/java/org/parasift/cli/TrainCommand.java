package org.parasift.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.features.FeatureRecipe;
import org.parasift.train.CalibrationMethod;
import org.parasift.train.Choice;
import org.parasift.train.TrainRun;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.eval.Prediction;
import org.parasift.train.fit.Fitter;
import org.parasift.train.fit.TrainerSpec;
import org.parasift.train.report.Findings;
import org.parasift.train.report.LearningCurve;
import org.parasift.train.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The main job. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains a model on labelled data, scores it on held-out parts, and writes it.",
        footer = {
            "",
            "Examples:",
            "  parasift train",
            "  parasift train articles.csv -o articles.psm --report articles.html",
            "  parasift train topics.csv --label-column topic --trainer 'liblinear(cost=0.5)' -o topics.psm",
            "  parasift train topics.csv --trainer 'liblinear(loss=logistic|svm,cost=0.3|1|3)' --trainer logistic",
            "  parasift train topics.csv --label-column topic --compact -o small.psm",
            "  parasift train --preset news articles.csv --unlabelled crawl/ -o mine.psm",
            "  parasift train --shipped ../shared/data -o news.psm"
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "DATA", description = DataOptions.DATA + " Default: the seeds.")
    private @Nullable Path data;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL.psm",
            description = "The model; beside NAME.psm go NAME.manifest.json and NAME.metrics.json (default:"
                    + " model/parasift.psm with manifest.json and metrics.json); - for standard output, the scores go to"
                    + " standard error then.")
    private @Nullable Path output;

    @Option(
            names = "--trainer",
            paramLabel = "TRAINER",
            converter = Trainer.class,
            description = "logistic, liblinear or naive-bayes, with settings in brackets: logistic(epochs=5). Several"
                    + " values, 'liblinear(cost=0.3|1|3)', or the option several times: the best on held-out folds.")
    private List<Trainers> trainers = List.of(new Trainers(List.of(TrainerSpec.USUAL)));

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice (default: 1).")
    private long seed;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            converter = Recipe.class,
            description = "What is extracted: articles, texts, or a file with a recipe (default: by the data). Several"
                    + " times: the best on held-out folds.")
    private List<NamedRecipe> recipes = List.of(new NamedRecipe("usual", Optional.empty()));

    @Option(
            names = "--compact",
            arity = "0..1",
            paramLabel = "N",
            defaultValue = "0",
            fallbackValue = "180000",
            description = "Keep the N weightiest features (default N: 180000), with weights of 8 bits.")
    private int compact;

    @Option(
            names = "--calibration",
            paramLabel = "HOW",
            defaultValue = "auto",
            description =
                    "How probabilities are corrected: none, platt, isotonic, or auto, the best of them on held-out"
                            + " folds (default: auto).")
    private CalibrationMethod calibration = CalibrationMethod.AUTO;

    @Option(
            names = "--preset",
            paramLabel = "news",
            description = "The recipe of the built-in model on your own labelled articles (labels on-topic and spam);"
                    + " wants --unlabelled, and takes many minutes.")
    private @Nullable Preset preset;

    @Option(
            names = "--unlabelled",
            paramLabel = "DIR",
            description =
                    "For --preset: a folder or file of articles without labels, of any format that classify reads;"
                            + " sub-folders named as sites. May be repeated.")
    private List<String> unlabelled = new ArrayList<>();

    @Option(
            names = "--shipped",
            paramLabel = "DIR",
            description =
                    "Make the built-in model once more from the folder with its data (default of -o: model/news.psm).")
    private @Nullable Path shipped;

    @Mixin
    private final ReportOption report = new ReportOption();

    @Option(
            names = "--no-learning-curve",
            description = "Leave the learning curve out of the page; it takes about as long as the training.")
    private boolean noLearningCurve;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions columns = new DataOptions();

    TrainCommand(Console console) {
        this.console = console;
    }

    /** All combinations of one {@code --trainer}. */
    record Trainers(List<TrainerSpec> all) {}

    /** Whole recipes. */
    enum Preset {
        /** That of the built-in model. */
        NEWS
    }

    /** Reads {@code --trainer}. */
    static final class Trainer implements ITypeConverter<Trainers> {
        Trainer() {}

        @Override
        public Trainers convert(String value) {
            try {
                return new Trainers(TrainerSpec.parseAll(value));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A recipe and what the user calls it. */
    record NamedRecipe(String name, Optional<FeatureRecipe> recipe) {}

    /** Reads {@code --recipe}. */
    static final class Recipe implements ITypeConverter<NamedRecipe> {
        Recipe() {}

        @Override
        public NamedRecipe convert(String value) {
            try {
                FeatureRecipe recipe =
                        switch (value) {
                            case "articles" -> TrainRun.usualRecipe(false);
                            case "texts" -> TrainRun.usualRecipe(true);
                            default -> FeatureRecipe.parse(Files.readString(Path.of(value), StandardCharsets.UTF_8));
                        };
                return new NamedRecipe(value, Optional.of(recipe));
            } catch (IOException e) {
                throw new TypeConversionException("recipe '" + value + "' (expected articles, texts or a file)");
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(value + ": " + e.getMessage());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Path from = data == null ? near(console.root().resolve("seeds")) : data;
        boolean modelOut = OutputOptions.isDash(output);
        check(!modelOut || !report.instead(), "-o - and --report - exclude each other");
        check(output == null || modelOut || !OutputFile.isDevice(output), "-o " + output + " is no file");
        if (shipped != null || preset != null) {
            check(shipped == null || (preset == null && data == null), "--shipped takes neither --preset nor DATA");
            check(!report.isWanted(), "--report is for models of other recipes");
            Path news = near(console.root().resolve("model").resolve("news.psm"));
            NewsTraining training = new NewsTraining(console, seed, output == null ? news : output);
            if (shipped != null) {
                return training.shipped(shipped);
            }
            check(data != null && !unlabelled.isEmpty(), "--preset news wants DATA and --unlabelled DIR");
            return training.preset(columns.read(console, data), unlabelled);
        }
        check(unlabelled.isEmpty(), "--unlabelled goes with --preset news");
        if (!modelOut) {
            Path usual = near(console.root().resolve("model").resolve("parasift.psm"));
            train(from, output == null ? usual : output);
            return Parasift.DONE;
        }
        Path folder = Files.createTempDirectory("parasift");
        try {
            Model model = train(from, folder.resolve("parasift.psm"));
            ModelOption.write(console, model, Path.of("-"));
        } finally {
            for (String name : List.of("parasift.psm", "manifest.json", "metrics.json", "")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        return Parasift.DONE;
    }

    private Model train(Path from, Path to) throws IOException {
        List<Choice.Candidate> candidates = candidates();
        TrainRun.Settings settings = new TrainRun.Settings(
                from,
                columns.columns(),
                columns.lenient(),
                candidates.get(0).recipe(),
                candidates.get(0).trainer(),
                seed,
                compact,
                calibration,
                to);
        Findings findings = new Findings();
        TrainRun.Result result;
        Optional<Choice> choice = Optional.empty();
        try (Watch watch = new Watch(findings)) {
            if (candidates.size() > 1) {
                watch.step("reading", 0, 1);
                Corpus corpus = columns.read(console, from);
                choice = Optional.of(
                        Choice.of(corpus, settings, candidates, (what, done, of) -> watch.step(what, done, of)));
                result = TrainRun.run(corpus, settings.with(choice.get().best()), choice, watch);
            } else {
                result = OutputOptions.isDash(from)
                        ? TrainRun.run(columns.read(console, from), settings, watch)
                        : TrainRun.run(settings, watch);
            }
        }
        if (report.instead() || OutputOptions.isDash(output)) {
            console.say(text(result, choice, from, output).stripTrailing());
        } else {
            console.out().write(text(result, choice, from, output));
        }
        if (report.isWanted()) {
            findings.add(Optional.empty(), result.predictions()); // calibrated, in the place of those of the folds
            TrainerSpec trainer =
                    choice.map(Choice::best).orElse(candidates.get(0)).trainer();
            report.write(console, page(result, findings, trainer));
        }
        console.out().flush();
        return result.model();
    }

    private void check(boolean holds, String message) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Tells a person how far it is, and collects what the page will show, if one is wanted. */
    private final class Watch implements TrainRun.Progress, AutoCloseable {
        private final Findings findings;
        private final Meter meter = new Meter(console, false);

        Watch(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void step(String what, int done, int of) {
            if (done < of) {
                meter.step((double) done / of, what);
            }
        }

        @Override
        public void close() {
            meter.close();
        }

        @Override
        public void fold(Optional<Model> model, List<Prediction> predictions) {
            if (report.isWanted()) {
                findings.add(model, predictions);
            }
        }
    }

    /** Every trainer with every recipe. */
    private List<Choice.Candidate> candidates() {
        return recipes.stream()
                .flatMap(recipe -> trainers.stream()
                        .flatMap(some -> some.all().stream())
                        .map(trainer -> new Choice.Candidate(trainer, recipe.recipe(), recipe.name())))
                .toList();
    }

    private Report page(TrainRun.Result result, Findings findings, TrainerSpec trainer) {
        LearningCurve.Learner learner = rows -> Fitter.fit(rows, result.model().recipe(), trainer, seed);
        if (!noLearningCurve) {
            console.say("learning curve");
        }
        Optional<LearningCurve> curve = noLearningCurve
                ? Optional.empty()
                : Optional.of(LearningCurve.of(result.corpus(), result.split(), result.predictions(), learner, seed));
        return new Report(
                result.corpus(),
                Optional.of(result.split()),
                result.evaluation(),
                result.predictions(),
                result.model(),
                findings,
                curve,
                result.warnings(),
                ReportOption.command(Objects.requireNonNull(spec)));
    }

    private static String text(TrainRun.Result result, Optional<Choice> choice, Path from, @Nullable Path output)
            throws IOException {
        Corpus corpus = result.corpus();
        StringBuilder text = new StringBuilder();
        int counted = corpus.counted().size();
        int left = corpus.examples().size() - counted;
        text.append("data      ").append(from).append(": ");
        if (!corpus.plain()) {
            text.append(Figures.count(corpus.articles().size(), "article")).append(", ");
        }
        text.append(Figures.count(counted, corpus.plain() ? "text" : "paragraph"))
                .append(left > 0 ? " and " + left + " left out as not sure" : "")
                .append("; labels ")
                .append(String.join(", ", corpus.labels()))
                .append('\n');
        text.append("held out  by ")
                .append(result.split().name())
                .append(": ")
                .append(Figures.count(result.split().groups(), "group"))
                .append(corpus.plain() ? " of near-equal texts" : " of articles that share sentences")
                .append(", ")
                .append(Figures.count(result.split().folds(), "fold"))
                .append("\n\n")
                .append(choice.map(TrainCommand::table).orElse(""))
                .append(ScoreTable.of(result.evaluation()))
                .append('\n');
        for (String warning : result.warnings()) {
            text.append("warning   ").append(warning).append('\n');
        }
        text.append("wrote     ")
                .append(OutputOptions.isDash(output) ? "standard output" : result.modelFile())
                .append(" (")
                .append(Figures.count(result.model().size(), "feature"))
                .append(", ")
                .append(Files.size(result.modelFile()))
                .append(" bytes)\n");
        if (!OutputOptions.isDash(output)) {
            text.append("          ").append(near(result.manifestFile())).append('\n');
            text.append("          ").append(near(result.metricsFile())).append('\n');
            text.append("use it    with -m ").append(near(result.modelFile())).append('\n');
        }
        return text.toString();
    }

    /** What was tried, the chosen one marked. */
    private static String table(Choice choice) {
        StringBuilder text = new StringBuilder("tried     accuracy  macro F1\n");
        for (Choice.Tried one : choice.tried()) {
            text.append(one.candidate().equals(choice.best()) ? "chosen      " : "            ")
                    .append(String.format(Locale.ROOT, "%.4f    %.4f  ", one.accuracy(), one.macroF1()))
                    .append(one.candidate().trainer())
                    .append(", recipe ")
                    .append(one.candidate().name())
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    /** A path as a person in this folder would write it. */
    private static Path near(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
