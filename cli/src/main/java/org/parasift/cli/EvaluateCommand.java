package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.cli.report.HtmlReport;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.eval.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a model on labelled data. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Scores a model on labelled data, beside simple rules. Scores on the data that the model was"
                + " trained on say nothing.",
        footer = {"", "Example:", "  parasift evaluate articles.csv -m articles.psm --json scores.json"})
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DATA", description = "A labelled CSV file, or a folder of articles with labels.csv.")
    private @Nullable Path data;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the scores as JSON; - for standard output.")
    private @Nullable Path json;

    @Option(names = "--report", paramLabel = "FILE.html", description = "Write a page to look at.")
    private @Nullable Path report;

    @Option(names = "--lenient", description = "Replace malformed UTF-8 by U+FFFD and count it.")
    private boolean lenient;

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ParagraphClassifier classifier = ParagraphClassifier.of(model.read(console.root()));
        Corpus corpus = CorpusReader.read(Objects.requireNonNull(data), columns.columns(), lenient);
        Evaluation evaluation = Evaluation.of(classifier, corpus);
        if (report != null) {
            List<String> labels = classifier.model().labels();
            HtmlReport page = new HtmlReport(
                    "Parasift: " + model.file(console.root()).getFileName() + " on " + corpus.name(),
                    corpus,
                    "Scored with the model as it is: if it was trained on these rows, the scores say nothing.",
                    evaluation,
                    Evaluation.predictions(classifier, labels, corpus.counted()),
                    classifier.model(),
                    List.of(),
                    "./parasift evaluate " + corpus.name() + " -m " + model.file(console.root()) + " --report "
                            + report);
            OutputFile.write(report, page.html());
        }
        String scores = Evaluation.text(evaluation.toJson());
        if (json != null && json.toString().equals("-")) {
            console.out().write(scores);
        } else {
            console.out().write(text(corpus, evaluation));
            if (json != null) {
                OutputFile.write(json, scores);
            }
        }
        console.out().flush();
        return Parasift.DONE;
    }

    private static String text(Corpus corpus, Evaluation evaluation) {
        int unsure = corpus.examples().size() - corpus.counted().size();
        return corpus.name() + ": "
                + (corpus.plain() ? "" : Figures.count(evaluation.articles(), "article") + ", ")
                + Figures.count(evaluation.scored(), corpus.plain() ? "text" : "paragraph")
                + " scored"
                + (unsure > 0 ? ", " + unsure + " left out as not sure" : "")
                + leaks(evaluation)
                + "\n\n" + ScoreTable.of(evaluation);
    }

    private static String leaks(Evaluation evaluation) {
        if (evaluation.leaked().isEmpty()) {
            return "";
        }
        return evaluation.onTrainingData()
                ? "\nwarning: the model was trained on all of these articles; the scores say nothing"
                : "\nleft out, because the model was trained on "
                        + (evaluation.leaked().size() == 1 ? "it: " : "them: ")
                        + String.join(", ", evaluation.leaked());
    }
}
