package org.parasift.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.parasift.classify.Decision;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The articles without their spam. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Writes every article without the paragraphs that the model drops; what is left is left as it is.",
        footer = {"", "Examples:", "  parasift clean article.txt", "  parasift clean - < article.txt > clean.txt"})
final class CleanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ModelOption model = new ModelOption();

    CleanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ParagraphClassifier classifier = ParagraphClassifier.of(model.read(console.root()));
        return new DocumentRun(console, input).run(console.out(), new DocumentRun.Verb() {
            @Override
            public String of(Document.Text document) {
                List<Verdict> verdicts = classifier.classify(document.article());
                String rest = Cleaner.without(
                        document.article(),
                        Cleaner.spans(document.article(), i -> verdicts.get(i).decision() == Decision.DROP));
                return (document.origin().byteOrderMark() ? "\uFEFF" : "") + rest;
            }

            @Override
            public String of(Document.Failed document) {
                return "";
            }
        });
    }
}
