package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Decision;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Format;
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
                "Writes every article without the paragraphs that the model drops (those to be reviewed stay); what"
                        + " is left is left as it is.",
        footer = {
            "",
            "With --removed nothing is lost: 'restore' gives the originals back, byte for byte. (What --lenient has",
            "replaced stays replaced, what was packed comes back unpacked, of a page or a crawl comes the text.)",
            "",
            "Examples:",
            "  parasift clean article.txt",
            "  parasift clean articles/ --out-dir clean/",
            "  parasift clean articles.jsonl --to jsonl -o clean.jsonl --resume",
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
    static final class Joint {
        private boolean first;
        private boolean lineOpen;

        Joint(boolean first, boolean lineOpen) {
            this.first = first;
            this.lineOpen = lineOpen;
        }

        String next(String text) {
            String joined = (lineOpen ? "\n" : "") + (!first && text.startsWith("\uFEFF") ? text.substring(1) : text);
            lineOpen = joined.isEmpty() ? lineOpen : !joined.endsWith("\n");
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
            paramLabel = "OUT-FORMAT", // not FORMAT: completion knows values by this name
            defaultValue = "text",
            description = "text or jsonl (default: text).")
    private To to = To.TEXT;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--out-dir",
            paramLabel = "FOLDER",
            description = "Write every record to a file of its own there, named after its id, in sub-folders as it was"
                    + " found. With --resume files that are there already are left alone.")
    private @Nullable Path folder;

    @Option(
            names = "--removed",
            paramLabel = "FILE",
            description = "Keep what is removed, as JSONL: offsets, label, probability, reason, text. With it"
                    + " 'restore' gives the originals back.")
    private @Nullable Path removed;

    CleanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean elsewhere = folder != null || output.toFile();
        check(!(folder != null && output.toFile()), "--out-dir and -o exclude each other");
        check(!output.resume() || elsewhere, "--resume needs -o FILE or --out-dir");
        check(!OutputOptions.isDash(removed) || elsewhere, "--removed - needs -o FILE or --out-dir");
        check(!OutputOptions.isDash(removed) || !output.resume(), "--resume cannot continue --removed -");
        Model read = model.read(console);
        ParagraphClassifier classifier = ParagraphClassifier.of(read);
        List<Path> others = removed == null || OutputOptions.isDash(removed) ? List.of() : List.of(removed);
        String command = "clean " + to + " " + input.text() + " " + ModelOption.fingerprint(read);
        int code;
        if (folder == null) {
            code = output.run(console, others, command, files -> toOne(classifier, files));
        } else {
            try (OutputFolder into = OutputFolder.open(folder, to == To.JSONL ? ".jsonl" : ".txt")) {
                code = output.run(console, others, command, files -> toFolder(classifier, files, into));
            }
        }
        console.out().flush();
        return code;
    }

    private void check(boolean holds, String message) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Where the removed spans go; null if nobody wants them. */
    private @Nullable RecordOutput spans(@Nullable OutputFiles files) {
        if (removed == null) {
            return null;
        }
        return files == null || OutputOptions.isDash(removed) ? console.out() : files.out(output.toFile() ? 1 : 0);
    }

    private int toOne(ParagraphClassifier classifier, @Nullable OutputFiles files) throws IOException {
        OutputFiles own = output.toFile() ? files : null;
        RecordOutput out = own == null ? console.out() : own.out(0);
        RecordOutput spans = spans(files);
        Joint joint = own == null ? new Joint(true, false) : new Joint(own.records() == 0, own.lineOpen(0));
        DocumentRun run = new DocumentRun(console, input, files, own == null);
        int code = run.run(document -> clean(classifier, document, ""), new DocumentRun.Sink<Cleaned>() {
            @Override
            public void write(Document document, Cleaned cleaned) throws IOException {
                out.write(spans == null && to == To.TEXT ? joint.next(cleaned.text()) : cleaned.text());
                if (spans != null) {
                    spans.write(cleaned.removed());
                }
            }

            @Override
            public void end(String blank) throws IOException {
                if (spans != null && to == To.JSONL) {
                    spans.write(Removed.blank(blank));
                }
            }
        });
        out.flush();
        run.sum();
        return code;
    }

    private int toFolder(ParagraphClassifier classifier, @Nullable OutputFiles files, OutputFolder into)
            throws IOException {
        RecordOutput spans = spans(files);
        boolean leave = output.resume() && spans == null;
        DocumentRun run = new DocumentRun(console, input, files, OutputOptions.isDash(removed));
        int code = run.run(
                document -> leave && into.has(into.name(document))
                        ? new Cleaned("", "")
                        : clean(classifier, document, into.name(document)),
                new DocumentRun.Sink<Cleaned>() {
                    @Override
                    public void write(Document document, Cleaned cleaned) throws IOException {
                        String name = into.name(document);
                        if (document instanceof Document.Text && !into.take(name)) {
                            run.fail(name + ": two records have this name (expected ids that differ)");
                            return;
                        }
                        if (document instanceof Document.Text && !(leave && into.has(name))) {
                            into.write(name, cleaned.text());
                        }
                        if (spans != null) {
                            spans.write(cleaned.removed());
                        }
                    }

                    @Override
                    public void skip(Document document) {
                        into.take(into.name(document));
                    }
                });
        run.sum();
        return code;
    }

    private Cleaned clean(ParagraphClassifier classifier, Document document, String file) {
        if (document instanceof Document.Failed failure) {
            String line = to == To.JSONL ? JsonRecords.failed(failure.id(), failure.reason()) : "";
            return new Cleaned(line, removed == null ? "" : Removed.failed(failure, to == To.JSONL));
        }
        Document.Text text = (Document.Text) document;
        List<Verdict> verdicts = classifier.classify(text.article());
        List<Cleaner.Span> spans =
                Cleaner.spans(text.article(), i -> verdicts.get(i).decision() == Decision.DROP);
        String rest = Cleaner.without(text.article(), spans);
        String marked = (text.origin().byteOrderMark() ? "\uFEFF" : "") + rest;
        if (to == To.JSONL) {
            String line = JsonRecords.done(text, rest, "\"removed\": " + spans.size());
            return new Cleaned(
                    line,
                    removed == null
                            ? ""
                            : new Removed(classifier).jsonLine(text, verdicts, spans, marked.length(), file));
        }
        boolean lineEnded = text.origin().format() == Format.TEXT || rest.isEmpty() || rest.endsWith("\n");
        String whole = lineEnded ? marked : marked + "\n";
        return new Cleaned(
                whole,
                removed == null ? "" : new Removed(classifier).line(text, verdicts, spans, whole.length(), file));
    }
}
