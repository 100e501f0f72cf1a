package org.parasift.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Documents;

/**
 * Documents through a verb, in order: what is the same for all verbs that write a record for each they read. With several
 * threads the work is done side by side and written in the order of the input, so the bytes are the same.
 */
final class DocumentRun {
    /** Where finished records go, one after the other. */
    interface Sink<R> {
        /** Writes a record. */
        void write(Document document, R record) throws IOException;
    }

    private record Done<R>(Document document, R record) {}

    private final Console console;
    private final InputOptions input;
    private long failed;

    DocumentRun(Console console, InputOptions input) {
        this.console = console;
        this.input = input;
    }

    /** Runs to the end of the documents, but for the first {@code skip} ones, and returns the exit code. */
    <R> int run(long skip, Function<Document, R> work, Sink<R> sink) throws IOException {
        try (Documents documents = input.open(console)) {
            for (long i = 0; i < skip && documents.hasNext(); i++) {
                documents.next();
            }
            if (input.threads() == 1) {
                while (documents.hasNext()) {
                    Document document = documents.next();
                    write(new Done<>(document, work.apply(document)), sink);
                }
            } else {
                sideBySide(documents, work, sink);
            }
            if (documents.replaced() > 0) {
                console.complain(Figures.count(documents.replaced(), "malformed sequence") + " replaced by U+FFFD");
            }
        }
        return failed > 0 && !input.lenient() ? Parasift.BAD_INPUT : Parasift.DONE;
    }

    /** At most four records a thread are in memory. */
    private <R> void sideBySide(Documents documents, Function<Document, R> work, Sink<R> sink) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(input.threads());
        try {
            ArrayDeque<Future<Done<R>>> underWay = new ArrayDeque<>();
            while (documents.hasNext() || !underWay.isEmpty()) {
                if (documents.hasNext() && underWay.size() < 4 * input.threads()) {
                    Document document = documents.next();
                    underWay.add(workers.submit(() -> new Done<>(document, work.apply(document))));
                } else {
                    write(finished(underWay.remove()), sink);
                }
            }
        } finally {
            workers.shutdownNow();
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

    private <R> void write(Done<R> done, Sink<R> sink) throws IOException {
        if (done.document() instanceof Document.Failed failure) {
            failed++;
            console.complain(failure.reason());
        }
        sink.write(done.document(), done.record());
    }
}
