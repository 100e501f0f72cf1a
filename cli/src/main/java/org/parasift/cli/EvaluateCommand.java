package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.report.Findings;
import org.parasift.train.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--lenient", description = "Replace malformed UTF-8 by U+FFFD and count it.")
    private boolean lenient;

    @Mixin
    private final ReportOption report = new ReportOption();

    @Spec
    private @Nullable CommandSpec spec;

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
        if (report.file().isPresent()) {
            ReportOption.write(
                    console, page(classifier, corpus, evaluation), report.file().get());
        }
        return Parasift.DONE;
    }

    private Report page(ParagraphClassifier classifier, Corpus corpus, Evaluation evaluation) {
        Model scored = classifier.model();
        List<Prediction> predictions =
                Evaluation.predictions(classifier, scored.labels(), Evaluation.unseen(classifier, corpus));
        Findings findings = new Findings();
        findings.add(Optional.of(scored), predictions);
        return new Report(
                corpus,
                Optional.empty(),
                evaluation,
                predictions,
                scored,
                findings,
                Optional.empty(),
                List.of(),
                ReportOption.command(Objects.requireNonNull(spec)));
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
