package org.parasift.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.PairedComparison;
import org.parasift.train.eval.TrainedOn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two models on the same data. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares two models on labelled data that neither has seen: the difference with its 95 %% interval"
                        + " (paired bootstrap over articles), McNemar's exact test over rows, and what follows.",
        footer = {
            "",
            "Examples:",
            "  parasift compare built-in new.psm fresh.csv",
            "  parasift compare old.psm new.psm - --json - < fresh.csv"
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "A.psm", description = "A model, or built-in.")
    private @Nullable Path a;

    @Parameters(index = "1", paramLabel = "B.psm", description = "Another, or built-in.")
    private @Nullable Path b;

    @Parameters(index = "2", paramLabel = "DATA", description = DataOptions.DATA)
    private @Nullable Path data;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the bootstrap (default: 1).")
    private long seed;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOptions columns = new DataOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Model first = new ModelOption(Objects.requireNonNull(a)).read(console);
        Model second = new ModelOption(Objects.requireNonNull(b)).read(console);
        Corpus corpus = columns.read(console, data);
        TreeSet<String> all = new TreeSet<>(first.labels());
        all.addAll(second.labels());
        List<String> labels = List.copyOf(all);
        List<Example> rows = corpus.counted();
        if (rows.isEmpty()) {
            throw new InputException(corpus.file(), 0, "no labelled row", "rows to compare on");
        }
        for (Example row : rows) {
            if (!all.contains(row.label())) {
                throw new InputException(
                        corpus.file(),
                        row.line(),
                        "label " + InputException.quote(row.label()),
                        "a label of the models: " + String.join(", ", labels));
            }
        }
        ParagraphClassifier one = ParagraphClassifier.of(first);
        ParagraphClassifier two = ParagraphClassifier.of(second);
        Set<Example> unseen = new HashSet<>(Evaluation.unseen(one, corpus));
        unseen.retainAll(new HashSet<>(Evaluation.unseen(two, corpus)));
        List<Example> fair =
                unseen.isEmpty() ? rows : rows.stream().filter(unseen::contains).toList();
        PairedComparison comparison = PairedComparison.of(
                labels, Evaluation.predictions(one, labels, fair), Evaluation.predictions(two, labels, fair), seed);
        ObjectNode figures = comparison.toJson();
        TrainedOn.files(first, corpus).forEach(figures.putArray("trainedOnA")::add);
        TrainedOn.files(second, corpus).forEach(figures.putArray("trainedOnB")::add);
        json.write(console, text(corpus, comparison) + seen(first, "A", corpus) + seen(second, "B", corpus), figures);
        return Parasift.DONE;
    }

    private String text(Corpus corpus, PairedComparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append("A         ").append(a).append("\nB         ").append(b).append("\ndata      ");
        text.append(corpus.name()).append(": ");
        text.append(Figures.count(comparison.rows(), corpus.plain() ? "text" : "paragraph"));
        text.append(corpus.plain() ? "" : " of " + Figures.count(comparison.articles(), "article"))
                .append("\n\n");
        return text.append(table(comparison, "A", "B")).toString();
    }

    /** The difference with its interval, the test, and what follows in a sentence. */
    static String table(PairedComparison comparison, String one, String other) {
        StringBuilder text = new StringBuilder();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", one, other, other + " - " + one, "95 % interval"));
        table.add(row(comparison.f1Name(), comparison.f1()));
        table.add(row("average precision", comparison.averagePrecision()));
        ScoreTable.table(text, table);
        text.append(String.format(
                Locale.ROOT,
                "\nright only by %s: %d rows, only by %s: %d; McNemar's exact test: p = %s\n\n",
                one,
                comparison.onlyA(),
                other,
                comparison.onlyB(),
                chance(comparison.mcNemar())));
        return text.append(comparison.sentence(one, other)).append('\n').toString();
    }

    private static List<String> row(String name, PairedComparison.Difference difference) {
        return List.of(
                name,
                Figures.score(difference.a()),
                Figures.score(difference.b()),
                Figures.signed(difference.value()),
                Figures.signed(difference.interval().low()) + " to "
                        + Figures.signed(difference.interval().high()));
    }

    private static String chance(double p) {
        return p < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    private static String seen(Model model, String name, Corpus corpus) {
        List<String> files = TrainedOn.files(model, corpus);
        return files.isEmpty()
                ? ""
                : "warning   " + name + " was trained on " + String.join(", ", files)
                        + ": this comparison is not fair\n";
    }
}
