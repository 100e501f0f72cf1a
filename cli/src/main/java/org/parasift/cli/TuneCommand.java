package org.parasift.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.TrainedOn;
import org.parasift.train.eval.Tuning;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Chooses the thresholds of a model. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Chooses from which probability on paragraphs are dropped or reviewed, by labelled data that the model has"
                    + " not seen. What is promised holds with 95 %% confidence (the lower one of Clopper and Pearson's"
                    + " exact bound over rows and a bootstrap over articles), or it is said that the data is too little."
        },
        footer = {
            "",
            "Examples:",
            "  parasift tune fresh.csv -m articles.psm --min-kept 0.995 -o careful.psm",
            "  parasift tune fresh.csv --min-precision 0.95",
            "  parasift tune fresh.csv --cost fp=20,fn=1 -o cheap.psm",
            "  parasift tune - --min-kept 0.995 --json - < fresh.csv"
        })
final class TuneCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DATA", description = DataOptions.DATA)
    private @Nullable Path data;

    @Mixin
    private final ModelOption model = new ModelOption();

    @ArgGroup(multiplicity = "1")
    private Goal goal = new Goal();

    @Option(
            names = "--review",
            paramLabel = "P",
            converter = Probability.class,
            description = "Review begins at this probability of spam (default: 0.5, more probably spam than not).")
    private @Nullable Double review;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.psm",
            description = "Write the model with the thresholds chosen; - for standard output, the text goes to standard"
                    + " error then.")
    private @Nullable Path output;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions columns = new DataOptions();

    TuneCommand(Console console) {
        this.console = console;
    }

    /** What is wanted; one of three. */
    static final class Goal {
        @Option(
                names = "--min-kept",
                paramLabel = "SHARE",
                converter = Share.class,
                description = "At least this share of what is not spam is not dropped.")
        private @Nullable Double minKept;

        @Option(
                names = "--min-precision",
                paramLabel = "SHARE",
                converter = Share.class,
                description = "At least this share of what is dropped is spam.")
        private @Nullable Double minPrecision;

        @Option(
                names = "--cost",
                paramLabel = "fp=A,fn=B",
                converter = Cost.class,
                description = "Least cost: A for a paragraph lost, B for spam that stays.")
        private Tuning.@Nullable LeastCost cost;

        Goal() {}

        Tuning.Goal goal() {
            if (minKept != null) {
                return new Tuning.MinKept(minKept);
            }
            return minPrecision != null ? new Tuning.MinPrecision(minPrecision) : Objects.requireNonNull(cost);
        }
    }

    /** Reads a share, neither 0 nor 1. */
    static final class Share implements ITypeConverter<Double> {
        Share() {}

        @Override
        public Double convert(String value) {
            double share = number(value);
            if (!(share > 0 && share < 1)) {
                throw new TypeConversionException("'" + value + "' (expected a share between 0 and 1, as 0.995)");
            }
            return share;
        }
    }

    /** Reads a probability. */
    static final class Probability implements ITypeConverter<Double> {
        Probability() {}

        @Override
        public Double convert(String value) {
            double probability = number(value);
            if (!(probability >= 0 && probability <= 1)) {
                throw new TypeConversionException("'" + value + "' (expected a probability from 0 to 1)");
            }
            return probability;
        }
    }

    /** Reads {@code fp=20,fn=1}. */
    static final class Cost implements ITypeConverter<Tuning.LeastCost> {
        private static final Pattern FORM = Pattern.compile("fp=([^,]+),fn=([^,]+)");

        Cost() {}

        @Override
        public Tuning.LeastCost convert(String value) {
            Matcher form = FORM.matcher(value);
            if (form.matches()) {
                double fp = number(form.group(1));
                double fn = number(form.group(2));
                if (fp >= 0 && fn >= 0 && fp + fn > 0 && fp + fn < Double.POSITIVE_INFINITY) {
                    return new Tuning.LeastCost(fp, fn);
                }
            }
            throw new TypeConversionException("'" + value + "' (expected costs from 0 on, as fp=20,fn=1)");
        }
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public Integer call() throws IOException {
        boolean modelOut = OutputOptions.isDash(output);
        if (spec != null && modelOut && json.instead()) {
            throw new ParameterException(spec.commandLine(), "-o - and --json - exclude each other");
        }
        Model old = model.read(console);
        if (old.labels().size() != 2 || !old.labels().contains("spam")) {
            throw new Parasift.NoModelException(model.shown() + ": a model of the labels "
                    + String.join(", ", old.labels()) + " (thresholds are for spam and one other)");
        }
        Corpus corpus = columns.read(console, data);
        ParagraphClassifier classifier = ParagraphClassifier.of(old);
        Evaluation.of(classifier, corpus);
        List<Example> rows = Evaluation.unseen(classifier, corpus);
        List<String> found = rows.stream().map(Example::label).distinct().toList();
        if (found.size() < 2) {
            throw new InputException(
                    corpus.file(),
                    0,
                    "rows of " + (found.isEmpty() ? "no label" : String.join("", found) + " only"),
                    "rows of spam and of the other label that the model has not seen");
        }
        List<Prediction> predictions = Evaluation.predictions(classifier, old.labels(), rows);
        Tuning tuning = Tuning.of(old.labels(), predictions, goal.goal(), Optional.ofNullable(review), 1);
        String wrote = "nothing; give -o to write the model with these thresholds";
        if (output != null) {
            ModelOption.write(console, old.with(tuning.policy()).withManifest(manifest(old, corpus, tuning)), output);
            wrote = output.toString();
        }
        String text = text(corpus, old, tuning) + "wrote     " + wrote + "\n";
        if (modelOut) {
            console.say(text.stripTrailing());
        } else {
            json.write(console, text, figures(corpus, old, tuning));
        }
        return Parasift.DONE;
    }

    private static ObjectNode figures(Corpus corpus, Model old, Tuning tuning) {
        ObjectNode figures = tuning.toJson();
        TrainedOn.files(old, corpus).forEach(figures.putArray("trainedOn")::add);
        return figures;
    }

    private static Map<String, String> manifest(Model old, Corpus corpus, Tuning tuning) {
        TreeMap<String, String> manifest = new TreeMap<>(old.manifest());
        manifest.keySet().removeIf(key -> key.startsWith("policy."));
        manifest.put("policy.goal", tuning.goal().text());
        manifest.put("policy.bound95", figure(tuning.bound()));
        manifest.put("policy.supported", tuning.supported() ? "yes" : "no");
        manifest.put(
                "policy.rows",
                Long.toString(tuning.decisions().spam() + tuning.decisions().rest()));
        manifest.put("policy.articles", Integer.toString(tuning.articles()));
        corpus.hashes().forEach((file, hash) -> manifest.put("policy.data.sha256." + file, hash));
        return manifest;
    }

    private static String text(Corpus corpus, Model old, Tuning tuning) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "data",
                corpus.name() + ": "
                        + Figures.count(tuning.decisions().rest(), corpus.plain() ? "text" : "paragraph")
                        + " that are not spam and "
                        + tuning.decisions().spam() + " that are"
                        + (corpus.plain() ? "" : ", of " + Figures.count(tuning.articles(), "article")));
        line(text, "wanted", tuning.goal().text());
        line(
                text,
                "drop",
                "from P(spam) " + tuning.policy().drop() + " on: "
                        + Figures.count(tuning.decisions().dropped(), "row") + ", "
                        + tuning.decisions().droppedSpam() + " of them spam ("
                        + percent(tuning.decisions().recall()) + " of all spam)");
        line(
                text,
                "review",
                tuning.policy().review() < tuning.policy().drop()
                        ? "from " + tuning.policy().review() + " on: "
                                + Figures.count(tuning.decisions().reviewed(), "row") + ", "
                                + tuning.decisions().reviewedSpam() + " of them spam"
                        : "nothing");
        line(
                text,
                "kept",
                percent(tuning.decisions().kept()) + " of what is not spam; precision "
                        + percent(tuning.decisions().precision()));
        line(text, "bound", bound(tuning));
        line(text, "verdict", verdict(tuning));
        List<String> seen = TrainedOn.files(old, corpus);
        if (!seen.isEmpty()) {
            line(
                    text,
                    "warning",
                    "the model was trained on " + String.join(", ", seen)
                            + ": its errors here are fewer than elsewhere, and the bound does not hold");
        }
        return text.toString();
    }

    private static String bound(Tuning tuning) {
        if (tuning.goal() instanceof Tuning.LeastCost) {
            return String.format(
                    Locale.ROOT,
                    "%.4f a row on this data; with 95 %% confidence at most %.4f (bootstrap over articles)",
                    tuning.value(),
                    tuning.bound());
        }
        return percent(tuning.value()) + " on this data; with 95 % confidence at least " + percent(tuning.bound())
                + " (the lower one of Clopper-Pearson and bootstrap over articles)";
    }

    private static String verdict(Tuning tuning) {
        if (tuning.goal() instanceof Tuning.LeastCost) {
            return tuning.supported()
                    ? "cheaper than dropping nothing, with 95 % confidence"
                    : "not shown to be cheaper than dropping nothing";
        }
        if (tuning.supported()) {
            return "the data supports it, with 95 % confidence";
        }
        long rows = tuning.goal() instanceof Tuning.MinKept
                ? tuning.decisions().rest()
                : tuning.decisions().dropped();
        String what = tuning.goal() instanceof Tuning.MinKept ? "that are not spam" : "dropped";
        String needed = tuning.rowsNeeded()
                .map(least -> rows < least
                        ? "; even without an error it takes " + least + " rows " + what + ", here are " + rows
                        : "; too many errors, or too few rows, for the thresholds tried")
                .orElse("");
        return "THE DATA DOES NOT SUPPORT IT with 95 % confidence" + needed;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-10s", name)).append(value).append('\n');
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
