package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Decision;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Reason;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Format;
import org.parasift.cli.documents.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The articles without their spam. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Writes every article without the paragraphs that the model drops; what is left is left as it is.",
        footer = {
            "",
            "Examples:",
            "  parasift clean article.txt",
            "  parasift clean articles/ --out-dir clean/",
            "  parasift clean articles.jsonl --to jsonl -o clean.jsonl",
            "  parasift clean article.txt --removed removed.jsonl > clean.txt",
            "  parasift restore clean.txt --removed removed.jsonl > article.txt"
        })
final class CleanCommand implements Callable<Integer> {
    /** What is written. */
    enum To {
        /** The text. */
        TEXT,
        /** A line a record, with the text cleaned. */
        JSONL
    }

    /** Keeps texts that are written one behind the other on lines of their own, with one byte order mark at most. */
    private static final class Joint {
        private boolean first = true;
        private boolean lineOpen;

        String next(String text) {
            String joined = (lineOpen ? "\n" : "") + (!first && text.startsWith("\uFEFF") ? text.substring(1) : text);
            lineOpen = !joined.isEmpty() && !joined.endsWith("\n");
            first = false;
            return joined;
        }
    }

    /** What becomes of a record. */
    private record Cleaned(String text, String removed) {}

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
            defaultValue = "text",
            description = "text or jsonl (default: text).")
    private To to = To.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete (default: standard output).")
    private @Nullable Path output;

    @Option(
            names = "--out-dir",
            paramLabel = "FOLDER",
            description = "Write every record to a file of its own there, named after its id.")
    private @Nullable Path folder;

    @Option(
            names = "--removed",
            paramLabel = "FILE",
            description = "Keep what is removed, as JSONL: offsets, label, probability, reason, text. With it"
                    + " 'restore' gives the originals back.")
    private @Nullable Path removed;

    @Option(
            names = "--resume",
            description =
                    "Continue an interrupted run: skip records whose file is in --out-dir already, or whose line is"
                            + " in the unfinished JSONL file.")
    private boolean resume;

    private @Nullable ParagraphClassifier classifier;

    CleanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check(!(folder != null && output != null), "--out-dir and -o exclude each other");
        check(
                !resume || folder != null || (to == To.JSONL && output != null),
                "--resume needs --out-dir, or --to jsonl and -o FILE");
        check(!resume || removed == null, "--resume cannot continue --removed");
        check(removed == null || to == To.TEXT, "--removed goes with --to text");
        classifier = ParagraphClassifier.of(model.read(console.root()));
        if (removed == null) {
            return toOutput(null);
        }
        try (OutputFile spans = OutputFile.open(removed, false)) {
            int code = toOutput(spans);
            spans.complete();
            return code;
        }
    }

    private void check(boolean holds, String message) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private int toOutput(@Nullable OutputFile spans) throws IOException {
        if (folder != null) {
            return toFolder(folder, spans);
        }
        if (output == null || output.toString().equals("-")) {
            return toOne(console.out(), spans, 0);
        }
        try (OutputFile file = OutputFile.open(output, resume)) {
            int code = toOne(file.out(), spans, file.linesDone());
            file.complete();
            return code;
        }
    }

    private int toOne(RecordOutput out, @Nullable OutputFile spans, long skip) throws IOException {
        Joint joint = new Joint();
        int code = new DocumentRun(console, input).run(skip, this::clean, (document, cleaned) -> {
            out.write(spans == null && to == To.TEXT ? joint.next(cleaned.text()) : cleaned.text());
            if (spans != null) {
                spans.out().write(cleaned.removed());
            }
        });
        out.flush();
        return code;
    }

    private int toFolder(Path into, @Nullable OutputFile spans) throws IOException {
        Set<Path> written = new HashSet<>();
        return new DocumentRun(console, input)
                .run(
                        0,
                        document -> resume && Files.exists(file(into, document.id()))
                                ? new Cleaned("", "")
                                : clean(document),
                        (document, cleaned) -> {
                            Path file = file(into, document.id());
                            if (!written.add(file)) {
                                throw new IOException(file + ": two records have this name (expected ids that differ)");
                            }
                            if (document instanceof Document.Text && !(resume && Files.exists(file))) {
                                OutputFile.write(file, cleaned.text());
                            }
                            if (spans != null) {
                                spans.out().write(cleaned.removed());
                            }
                        });
    }

    /** An id may be an address; what a file's name cannot be is replaced. */
    private Path file(Path into, String id) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < id.length() && i < 150; i++) {
            char c = id.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || "-_. ".indexOf(c) >= 0;
            name.append(plain && !(i == 0 && c == '.') ? c : '_');
        }
        return into.resolve(name + (to == To.JSONL ? ".jsonl" : ".txt"));
    }

    private Cleaned clean(Document document) {
        if (!(document instanceof Document.Text text) || classifier == null) {
            String reason = document instanceof Document.Failed failure ? failure.reason() : "";
            return new Cleaned(to == To.JSONL ? JsonRecords.failed(document.id(), reason) : "", "");
        }
        List<Verdict> verdicts = classifier.classify(text.article());
        List<Cleaner.Span> spans =
                Cleaner.spans(text.article(), i -> verdicts.get(i).decision() == Decision.DROP);
        String rest = Cleaner.without(text.article(), spans);
        if (to == To.JSONL) {
            return new Cleaned(JsonRecords.done(text, rest, "\"removed\": " + spans.size()), "");
        }
        String marked = (text.origin().byteOrderMark() ? "\uFEFF" : "") + rest;
        boolean lineEnded = text.origin().format() == Format.TEXT || rest.isEmpty() || rest.endsWith("\n");
        String whole = lineEnded ? marked : marked + "\n";
        return new Cleaned(whole, removed == null ? "" : removedLine(text, verdicts, spans, whole));
    }

    private String removedLine(Document.Text text, List<Verdict> verdicts, List<Cleaner.Span> spans, String whole) {
        int mark = text.origin().byteOrderMark() ? 1 : 0;
        StringBuilder line = new StringBuilder("{\"id\": ")
                .append(JsonLine.quote(text.id()))
                .append(", \"kept\": ")
                .append(whole.length())
                .append(", \"original\": ")
                .append(text.article().text().length() + mark)
                .append(", \"spans\": [");
        for (int i = 0; i < spans.size(); i++) {
            Cleaner.Span span = spans.get(i);
            Verdict verdict = verdicts.get(span.paragraph().index());
            line.append(i == 0 ? "" : ", ")
                    .append("{\"index\": ")
                    .append(span.paragraph().index())
                    .append(", \"start\": ")
                    .append(span.start() + mark)
                    .append(", \"end\": ")
                    .append(span.end() + mark)
                    .append(", \"label\": ")
                    .append(JsonLine.quote(verdict.label()))
                    .append(", \"probability\": ")
                    .append(Figures.probability(verdict.probability()))
                    .append(", \"reason\": ")
                    .append(JsonLine.quote(reason(text, span.paragraph().index())))
                    .append(", \"text\": ")
                    .append(JsonLine.quote(text.article().text().substring(span.start(), span.end())))
                    .append('}');
        }
        return line.append("]}\n").toString();
    }

    /** The strongest contribution that speaks for the verdict. */
    private String reason(Document.Text text, int paragraph) {
        if (classifier == null) {
            return "";
        }
        org.parasift.classify.Explanation why = classifier.explain(text.article(), paragraph);
        boolean forIt = why.label().equals(why.verdict().label());
        return why.strongest(Integer.MAX_VALUE).stream()
                .filter(reason -> !reason.feature().equals("bias") && reason.contribution() > 0 == forIt)
                .findFirst()
                .map(CleanCommand::shown)
                .orElse("");
    }

    private static String shown(Reason reason) {
        return reason.feature() + String.format(Locale.ROOT, " (%+.2f)", reason.contribution());
    }
}
