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
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.report.Findings;
import org.parasift.train.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a model on labelled data. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Scores a model on labelled data, beside simple rules. Scores on the data that the model was"
                + " trained on say nothing.",
        footer = {
            "",
            "Examples:",
            "  parasift evaluate articles.csv --report report.html",
            "  parasift evaluate articles.csv -m articles.psm --json scores.json"
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DATA", description = DataOptions.DATA)
    private @Nullable Path data;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final ReportOption report = new ReportOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions columns = new DataOptions();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (spec != null && json.instead() && report.instead()) {
            throw new ParameterException(spec.commandLine(), "--json - and --report - exclude each other");
        }
        ParagraphClassifier classifier = ParagraphClassifier.of(model.read(console));
        Corpus corpus = columns.read(console, data);
        Evaluation evaluation = Evaluation.of(classifier, corpus);
        if (report.instead()) {
            console.say(text(corpus, evaluation).stripTrailing());
        } else {
            json.write(console, text(corpus, evaluation), evaluation.toJson());
        }
        if (report.isWanted()) {
            report.write(console, page(classifier, corpus, evaluation));
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
