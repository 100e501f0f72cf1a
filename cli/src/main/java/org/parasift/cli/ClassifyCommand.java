package org.parasift.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Decision;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Format;
import org.parasift.cli.documents.JsonLine;
import org.parasift.cli.documents.Layout;
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
            "gives a line with the decision ERROR, or the status error, and the reason; among labels the line ERROR.",
            "",
            "Examples:",
            "  parasift classify article.txt",
            "  cat article.txt | parasift classify -",
            "  parasift classify article.txt --to text -m model/parasift.psm",
            "  parasift classify texts.txt --from lines --to labels --threads 2 -o labels.txt",
            "  parasift classify crawl.warc.gz --to jsonl -o crawl.jsonl --threads 4 --resume"
        })
final class ClassifyCommand implements Callable<Integer> {
    /** What is written. */
    enum To {
        /** A line a paragraph. */
        CSV,
        /** A line a record. */
        JSONL,
        /** Aligned, for people. */
        TEXT,
        /** The label of a paragraph a line, and nothing else. */
        LABELS
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
            paramLabel = "OUT-FORMAT", // not FORMAT: completion knows values by this name
            defaultValue = "csv",
            description = "csv, jsonl, text, or labels: the label of a paragraph a line (default: csv).")
    private To to = To.CSV;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--csv-safe",
            description = "Put ' before values that a spreadsheet would run: those that begin with = + - @.")
    private boolean csvSafe;

    ClassifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (output.resume() && !output.toFile() && spec != null) {
            throw new ParameterException(spec.commandLine(), "--resume needs -o FILE");
        }
        Model read = model.read(console);
        ParagraphClassifier classifier = ParagraphClassifier.of(read);
        String command =
                "classify " + to + (csvSafe ? " safe " : " ") + input.text() + " " + ModelOption.fingerprint(read);
        return output.run(console, List.of(), command, files -> run(classifier, files));
    }

    private int run(ParagraphClassifier classifier, @Nullable OutputFiles files) throws IOException {
        RecordOutput out = files == null ? console.out() : files.out(0);
        boolean fresh = files == null || files.records() == 0;
        if (to == To.CSV && fresh) {
            out.write(Csv.line("article", "index", "start", "end", "label", "probability", "decision", "text"));
        }
        if (to == To.LABELS && input.isLines()) {
            return new LineRun(console, input, classifier).run(out, files);
        }
        boolean coloured = files == null && console.isColoured();
        DocumentRun run = new DocumentRun(console, input, files, files == null);
        int code = run.run(document -> record(classifier, document, coloured), (document, record) -> out.write(record));
        out.flush();
        run.sum();
        return code;
    }

    private String record(ParagraphClassifier classifier, Document document, boolean coloured) {
        if (document instanceof Document.Text text) {
            List<Verdict> verdicts = classifier.classify(text.article());
            return switch (to) {
                case CSV -> csv(text, verdicts);
                case JSONL -> json(text, verdicts);
                case TEXT -> aligned(text, verdicts, coloured);
                case LABELS -> labels(verdicts);
            };
        }
        String reason = document instanceof Document.Failed failure ? failure.reason() : "";
        return switch (to) {
            case CSV -> Csv.line(safe(document.id()), "", "", "", "", "", "ERROR", safe(reason));
            case JSONL -> JsonRecords.failed(document.id(), reason);
            case TEXT -> document.id() + "\n       ERROR   " + reason + "\n\n";
            case LABELS -> LineRun.ERROR + "\n";
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
        StringBuilder paragraphs = new StringBuilder();
        if (document.origin().format() == Format.TEXT) {
            paragraphs.append("\"layout\": \"" + Layout.of(document.article()).field() + "\", ");
        }
        paragraphs.append("\"paragraphs\": [");
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

    private static String aligned(Document.Text document, List<Verdict> verdicts, boolean coloured) {
        StringBuilder lines = new StringBuilder(document.id());
        if (document.origin().format() == Format.TEXT) {
            lines.append("  (").append(Layout.of(document.article()).words()).append(')');
        }
        lines.append('\n');
        int width = verdicts.stream().mapToInt(v -> v.label().length()).max().orElse(0);
        for (Verdict verdict : verdicts) {
            String index = Integer.toString(verdict.paragraph().index());
            lines.append(" ".repeat(Math.max(1, 5 - index.length())))
                    .append(index)
                    .append("  ")
                    .append(coloured ? coloured(verdict.decision()) : verdict.decision())
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

    private static String labels(List<Verdict> verdicts) {
        StringBuilder lines = new StringBuilder();
        for (Verdict verdict : verdicts) {
            lines.append(verdict.label().replaceAll("\\R", " ")).append('\n');
        }
        return lines.toString();
    }

    private static String coloured(Decision decision) {
        String colour =
                switch (decision) {
                    case KEEP -> "32";
                    case REVIEW -> "33";
                    case DROP -> "31";
                };
        return "\u001B[" + colour + "m" + decision + "\u001B[0m";
    }

    private String safe(String value) {
        boolean runs = csvSafe && !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0;
        return runs ? "'" + value : value;
    }
}
