package org.parasift.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Documents;
import org.parasift.cli.documents.Format;
import org.parasift.cli.documents.Layout;
import org.parasift.train.corpus.InputException;

/**
 * Documents through a verb, in order: what is the same for all verbs that write a record for each they read. With several
 * threads the work is done side by side and written in the order of the input, so the bytes are the same. What happens
 * is told as it goes, and counted at the end.
 */
final class DocumentRun {
    /** Where finished records go, one after the other. */
    interface Sink<R> {
        /** Writes a record. */
        void write(Document document, R record) throws IOException;

        /** An interrupted run has written this record. */
        default void skip(Document document) {}

        /** All records are written; {@code blank} is what stands in the input after the last one. */
        default void end(String blank) throws IOException {}
    }

    private record Done<R>(Document document, R record) {}

    private final Console console;
    private final InputOptions input;
    private final @Nullable OutputFiles files;
    private final Meter meter;
    private final Map<Layout, Long> layouts = new EnumMap<>(Layout.class);
    private long before;
    private long records;
    private long failed;

    /**
     * A run.
     *
     * @param files whose records are counted, so that they can be continued; null if the output is no file
     * @param resultsOnStandardOutput whether that is where the records go
     */
    DocumentRun(Console console, InputOptions input, @Nullable OutputFiles files, boolean resultsOnStandardOutput) {
        this.console = console;
        this.input = input;
        this.files = files;
        this.meter = new Meter(console, resultsOnStandardOutput);
    }

    /** Runs to the end of the documents, but for those that an interrupted run has done, and returns the exit code. */
    <R> int run(Function<Document, R> work, Sink<R> sink) throws IOException {
        try (meter;
                Documents documents = input.open(console)) {
            skip(documents, sink);
            if (input.threads() == 1) {
                while (documents.hasNext()) {
                    write(done(documents.next(), work), sink, documents);
                }
            } else {
                sideBySide(documents, work, sink);
            }
            sink.end(documents.blank());
            if (documents.replaced() > 0) {
                console.complain(Figures.count(documents.replaced(), "malformed sequence") + " replaced by U+FFFD");
            }
        }
        return failed > 0 && !input.lenient() ? Parasift.BAD_INPUT : Parasift.DONE;
    }

    /** How many records there were, how they were laid out, and how many failed: one line, if they were several. */
    void sum() {
        if (records < 2 && !console.isTalkOnTerminal()) {
            return;
        }
        StringBuilder text = new StringBuilder("done      ").append(Figures.count(records, "record"));
        text.append(failed > 0 ? ", " + Figures.grouped(failed) + " failed" : "");
        String between = "; plain text with ";
        for (Map.Entry<Layout, Long> layout : layouts.entrySet()) {
            text.append(between).append(layout.getKey().words());
            text.append(layouts.size() > 1 ? " " + Figures.grouped(layout.getValue()) : "");
            between = ", ";
        }
        double seconds = meter.seconds();
        text.append(seconds < 2 ? "" : "; " + meter.rate(records - before) + " for " + Meter.clockTime(seconds));
        console.say(text.toString());
    }

    private <R> void skip(Documents documents, Sink<R> sink) {
        if (files != null) {
            failed = files.failed();
            for (long i = 0; i < files.records() && documents.hasNext(); i++) {
                Document document = documents.next();
                count(document);
                sink.skip(document);
            }
            before = records;
        }
    }

    /** At most four records a thread are in memory. */
    private <R> void sideBySide(Documents documents, Function<Document, R> work, Sink<R> sink) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(input.threads());
        try {
            ArrayDeque<Future<Done<R>>> underWay = new ArrayDeque<>();
            while (documents.hasNext() || !underWay.isEmpty()) {
                if (documents.hasNext() && underWay.size() < 4 * input.threads()) {
                    Document document = documents.next();
                    underWay.add(workers.submit(() -> done(document, work)));
                } else {
                    write(finished(underWay.remove()), sink, documents);
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** A record that the work refuses is a failed one. */
    private static <R> Done<R> done(Document document, Function<Document, R> work) {
        try {
            return new Done<>(document, work.apply(document));
        } catch (InputException e) {
            Document failure = new Document.Failed(document.id(), String.valueOf(e.getMessage()));
            return new Done<>(failure, work.apply(failure));
        }
    }

    private static <R> Done<R> finished(Future<Done<R>> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    private <R> void write(Done<R> done, Sink<R> sink, Documents documents) throws IOException {
        if (done.document() instanceof Document.Failed failure) {
            fail(failure.reason());
        }
        count(done.document());
        sink.write(done.document(), done.record());
        if (files != null) {
            files.done(records, failed);
        }
        if (meter.isDue()) {
            meter.show(documents.share(), this::counts);
        }
    }

    /** One more record that could not be processed. */
    void fail(String reason) {
        failed++;
        console.complain(reason);
    }

    private void count(Document document) {
        records++;
        if (document instanceof Document.Text text && text.origin().format() == Format.TEXT) {
            layouts.merge(Layout.of(text.article()), 1L, Long::sum);
        }
    }

    private String counts() {
        return Figures.count(records, "record") + (failed > 0 ? " (" + Figures.grouped(failed) + " failed)" : "") + ", "
                + meter.rate(records - before);
    }
}
