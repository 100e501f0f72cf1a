package org.parasift.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A record for every paragraph. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a line of CSV for every paragraph: article, index, start, end, label, probability,"
                + " decision, text. start and end are offsets into the text in UTF-16 chars, end exclusive;"
                + " probability is that of the label. A record that cannot be read becomes a line with the decision"
                + " ERROR and the reason as its text.",
        footer = {"", "Examples:", "  parasift classify article.txt", "  cat article.txt | parasift classify -"})
final class ClassifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ModelOption model = new ModelOption();

    ClassifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ParagraphClassifier classifier = ParagraphClassifier.of(model.read(console.root()));
        console.out().write(Csv.line("article", "index", "start", "end", "label", "probability", "decision", "text"));
        return new DocumentRun(console, input).run(console.out(), new DocumentRun.Verb() {
            @Override
            public String of(Document.Text document) {
                return lines(document, classifier.classify(document.article()));
            }

            @Override
            public String of(Document.Failed document) {
                return Csv.line(document.id(), "", "", "", "", "", "ERROR", document.reason());
            }
        });
    }

    private static String lines(Document.Text document, List<Verdict> verdicts) {
        StringBuilder lines = new StringBuilder();
        for (Verdict verdict : verdicts) {
            lines.append(Csv.line(
                    document.id(),
                    verdict.paragraph().index(),
                    verdict.paragraph().start(),
                    verdict.paragraph().end(),
                    verdict.label(),
                    Figures.probability(verdict.probability()),
                    verdict.decision(),
                    document.article().text(verdict.paragraph())));
        }
        return lines.toString();
    }
}
