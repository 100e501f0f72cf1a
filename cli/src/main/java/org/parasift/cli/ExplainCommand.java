package org.parasift.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Explanation;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Reason;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Documents;
import org.parasift.train.corpus.InputException;
import org.parasift.train.report.Context;
import org.parasift.train.report.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why paragraphs get their verdicts. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints why a paragraph gets its verdict: probability, thresholds, decision, and the"
                + " contributions that add up to the score.",
        footer = {
            "",
            "First comes the paragraph, then its verdict and what is to be seen around it. Then the contributions, the",
            "strongest first: positive ones speak for the label of the last line, negative ones against it. They add up",
            "to the score. In brackets: the feature's name in the model.",
            "",
            "Examples:",
            "  parasift explain article.txt --paragraph 3",
            "  parasift explain article.txt --reasons 100 -o reasons.txt"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(
            names = {"-p", "--paragraph"},
            paramLabel = "N",
            description = "The paragraph, counted from 0 (default: all).")
    private @Nullable Integer paragraph;

    @Option(
            names = "--reasons",
            converter = InputOptions.Count.class,
            paramLabel = "N",
            defaultValue = "12",
            description = "How many contributions are printed one by one (default: 12).")
    private int reasons;

    @Mixin
    private final OutputOnly output = new OutputOnly();

    private final Context context = new Context();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Model read = model.read(console);
        ParagraphClassifier classifier = ParagraphClassifier.of(read);
        int[] code = {Parasift.DONE};
        output.write(
                console,
                out -> code[0] = new DocumentRun(console, input, null, !output.toFile())
                        .run(
                                document -> document instanceof Document.Text text
                                        ? explained(text, read.policy(), classifier)
                                        : document.id() + ": not explained\n\n",
                                (document, text) -> out.write(text)));
        return code[0];
    }

    private String explained(Document.Text document, DecisionPolicy policy, ParagraphClassifier classifier) {
        int all = document.article().paragraphs().size();
        if (paragraph != null && (paragraph < 0 || paragraph >= all)) {
            throw new InputException(
                    Documents.shown(document.origin().file()),
                    0,
                    "paragraph " + paragraph,
                    all == 1 ? "0, it has one paragraph" : "0 to " + (all - 1));
        }
        StringBuilder text = new StringBuilder();
        int first = paragraph == null ? 0 : paragraph;
        int last = paragraph == null ? all - 1 : paragraph;
        for (int i = first; i <= last; i++) {
            explain(text, document, policy, classifier.explain(document.article(), i));
        }
        return text.toString();
    }

    private void explain(StringBuilder text, Document.Text document, DecisionPolicy policy, Explanation why) {
        Verdict verdict = why.verdict();
        text.append(document.id())
                .append(", paragraph ")
                .append(verdict.paragraph().index())
                .append(": ")
                .append(document.article().text(verdict.paragraph()))
                .append('\n');
        text.append(verdict.label()).append(", probability ").append(Figures.probability(verdict.probability()));
        if (verdict.probabilities().labels().contains(policy.dropLabel())) {
            text.append("; P(")
                    .append(policy.dropLabel())
                    .append(") ")
                    .append(Figures.probability(verdict.probability(policy.dropLabel())))
                    .append(", ")
                    .append(Figures.thresholds(policy));
        }
        text.append("; decision ").append(verdict.decision()).append('\n');
        List<String> facts = context.of(document.article(), verdict.paragraph().index());
        if (!facts.isEmpty()) {
            text.append("context: ").append(String.join("; ", facts)).append('\n');
        }
        List<Reason> rest = new ArrayList<>(why.reasons());
        for (Reason reason : why.strongest(reasons)) {
            rest.remove(reason);
            String words = Wording.of(reason);
            line(
                    text,
                    reason.contribution(),
                    words.equals(reason.feature()) ? words : words + "  [" + reason.feature() + "]");
        }
        if (!rest.isEmpty()) {
            line(
                    text,
                    rest.stream().mapToDouble(Reason::contribution).sum(),
                    Figures.count(rest.size(), "weaker contribution"));
        }
        line(text, why.score(), "score for " + why.label());
        text.append('\n');
    }

    private static void line(StringBuilder text, double contribution, String what) {
        String figure = Figures.signed(contribution);
        text.append(" ".repeat(Math.max(0, 10 - figure.length())))
                .append(figure)
                .append("  ")
                .append(what)
                .append('\n');
    }
}
