package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A record for every paragraph. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a verdict on every paragraph.",
        footer = {
            "",
            "As CSV, a line a paragraph: article, index, start, end, label, probability, decision, text. As JSONL, a line a",
            "record: the fields that came in, and 'parasift' with id, status, paragraphs. start and end are offsets into",
            "the text in UTF-16 chars, end exclusive; probability is that of the label. A record that cannot be read",
            "gives a line with the decision ERROR, or the status error, and the reason.",
            "",
            "Examples:",
            "  parasift classify article.txt",
            "  cat article.txt | parasift classify -",
            "  parasift classify crawl.warc.gz --to jsonl -o crawl.jsonl --threads 4"
        })
final class ClassifyCommand implements Callable<Integer> {
    /** What is written. */
    enum To {
        /** A line a paragraph. */
        CSV,
        /** A line a record. */
        JSONL,
        /** Aligned, for people. */
        TEXT
    }

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv, jsonl or text (default: csv).")
    private To to = To.CSV;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete (default: standard output).")
    private @Nullable Path output;

    @Option(
            names = "--resume",
            description = "Continue the interrupted run that was writing this JSONL file; no record twice, none lost.")
    private boolean resume;

    @Option(
            names = "--csv-safe",
            description = "Put ' before values that a spreadsheet would run: those that begin with = + - @.")
    private boolean csvSafe;

    ClassifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (resume && (output == null || to != To.JSONL) && spec != null) {
            throw new ParameterException(spec.commandLine(), "--resume needs --to jsonl and -o FILE");
        }
        ParagraphClassifier classifier = ParagraphClassifier.of(model.read(console.root()));
        if (output == null || output.toString().equals("-")) {
            return run(classifier, console.out(), 0);
        }
        try (OutputFile file = OutputFile.open(output, resume)) {
            int code = run(classifier, file.out(), file.linesDone());
            file.complete();
            return code;
        }
    }

    private int run(ParagraphClassifier classifier, RecordOutput out, long skip) throws IOException {
        if (to == To.CSV) {
            out.write(Csv.line("article", "index", "start", "end", "label", "probability", "decision", "text"));
        }
        int code = new DocumentRun(console, input)
                .run(skip, document -> record(classifier, document), (document, record) -> out.write(record));
        out.flush();
        return code;
    }

    private String record(ParagraphClassifier classifier, Document document) {
        if (document instanceof Document.Text text) {
            List<Verdict> verdicts = classifier.classify(text.article());
            return switch (to) {
                case CSV -> csv(text, verdicts);
                case JSONL -> json(text, verdicts);
                case TEXT -> aligned(text, verdicts);
            };
        }
        String reason = document instanceof Document.Failed failure ? failure.reason() : "";
        return switch (to) {
            case CSV -> Csv.line(safe(document.id()), "", "", "", "", "", "ERROR", safe(reason));
            case JSONL -> JsonRecords.failed(document.id(), reason);
            case TEXT -> document.id() + ": " + reason + "\n\n";
        };
    }

    private String csv(Document.Text document, List<Verdict> verdicts) {
        StringBuilder lines = new StringBuilder();
        for (Verdict verdict : verdicts) {
            lines.append(Csv.line(
                    safe(document.id()),
                    verdict.paragraph().index(),
                    verdict.paragraph().start(),
                    verdict.paragraph().end(),
                    safe(verdict.label()),
                    Figures.probability(verdict.probability()),
                    verdict.decision(),
                    safe(document.article().text(verdict.paragraph()))));
        }
        return lines.toString();
    }

    private static String json(Document.Text document, List<Verdict> verdicts) {
        StringBuilder paragraphs = new StringBuilder("\"paragraphs\": [");
        for (Verdict verdict : verdicts) {
            paragraphs
                    .append(verdict.paragraph().index() == 0 ? "" : ", ")
                    .append("{\"index\": ")
                    .append(verdict.paragraph().index())
                    .append(", \"start\": ")
                    .append(verdict.paragraph().start())
                    .append(", \"end\": ")
                    .append(verdict.paragraph().end())
                    .append(", \"label\": ")
                    .append(JsonLine.quote(verdict.label()))
                    .append(", \"probability\": ")
                    .append(Figures.probability(verdict.probability()))
                    .append(", \"decision\": \"")
                    .append(verdict.decision())
                    .append("\", \"text\": ")
                    .append(JsonLine.quote(document.article().text(verdict.paragraph())))
                    .append('}');
        }
        return JsonRecords.done(document, paragraphs.append(']').toString());
    }

    private static String aligned(Document.Text document, List<Verdict> verdicts) {
        StringBuilder lines = new StringBuilder(document.id()).append('\n');
        int width = verdicts.stream().mapToInt(v -> v.label().length()).max().orElse(0);
        for (Verdict verdict : verdicts) {
            String index = Integer.toString(verdict.paragraph().index());
            lines.append(" ".repeat(Math.max(1, 5 - index.length())))
                    .append(index)
                    .append("  ")
                    .append(verdict.decision())
                    .append(" ".repeat(8 - verdict.decision().toString().length()))
                    .append(verdict.label())
                    .append(" ".repeat(width - verdict.label().length() + 2))
                    .append(Figures.probability(verdict.probability()))
                    .append("  ")
                    .append(document.article().text(verdict.paragraph()).replaceAll("\\s+", " "))
                    .append('\n');
        }
        return lines.append('\n').toString();
    }

    private String safe(String value) {
        boolean runs = csvSafe && !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return runs ? "'" + value : value;
    }
}
