package org.parasift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Session;
import org.parasift.cli.documents.LineBatches;
import org.parasift.cli.documents.LineCursor;
import org.parasift.train.corpus.InputException;

/**
 * Lines to labels, a label a line, as fast as it goes: no object for a record, a quarter of a megabyte at a time. What cannot
 * be classified gives the line {@value #ERROR} in its place. The bytes are the same on any number of threads.
 */
final class LineRun {
    /** In place of a label. */
    static final String ERROR = "ERROR";

    private final Console console;
    private final InputOptions input;
    private final List<byte[]> labels;
    private final ThreadLocal<Session> sessions;

    /** What came of a batch. */
    private static final class Labelled {
        final ByteArrayOutputStream lines;
        final List<String> failures = new ArrayList<>();
        long records;
        long replaced;

        Labelled(int size) {
            lines = new ByteArrayOutputStream(size / 16);
        }
    }

    LineRun(Console console, InputOptions input, ParagraphClassifier classifier) {
        this.console = console;
        this.input = input;
        this.labels = classifier.model().labels().stream()
                .map(label -> (label.replaceAll("\\R", " ") + "\n").getBytes(StandardCharsets.UTF_8))
                .toList();
        this.sessions = ThreadLocal.withInitial(classifier::session);
    }

    /** Labels all lines and returns the exit code. */
    int run(RecordOutput out, @Nullable OutputFiles files) throws IOException {
        long skip = files == null ? 0 : files.records();
        long records = 0;
        long failed = files == null ? 0 : files.failed();
        long replaced = 0;
        ExecutorService workers = Executors.newFixedThreadPool(input.threads());
        try (Meter meter = new Meter(console, files == null);
                LineBatches batches = input.openLines(console)) {
            ArrayDeque<Future<Labelled>> underWay = new ArrayDeque<>();
            LineBatches.@Nullable Batch batch = batches.next();
            while (batch != null || !underWay.isEmpty()) {
                if (batch != null && underWay.size() < 2 * input.threads()) {
                    LineBatches.Batch next = batch;
                    underWay.add(workers.submit(() -> label(next)));
                    batch = batches.next();
                    continue;
                }
                Labelled done = finished(underWay.remove());
                records += done.records;
                if (records <= skip) {
                    continue; // an interrupted run has written it
                }
                done.failures.forEach(console::complain);
                failed += done.failures.size();
                replaced += done.replaced;
                out.write(done.lines.toByteArray());
                if (files != null) {
                    files.done(records, failed);
                }
                if (meter.isDue()) {
                    String counts = counts(records, failed) + ", " + meter.rate(records - skip);
                    meter.show(batches.share(), () -> counts);
                }
            }
        } finally {
            workers.shutdownNow();
        }
        out.flush();
        if (replaced > 0) {
            console.complain(Figures.count(replaced, "malformed sequence") + " replaced by U+FFFD");
        }
        if (records > 1 || console.isTalkOnTerminal()) {
            console.say("done      " + counts(records, failed));
        }
        return failed > 0 && !input.lenient() ? Parasift.BAD_INPUT : Parasift.DONE;
    }

    private static String counts(long records, long failed) {
        return Figures.count(records, "record") + (failed > 0 ? ", " + Figures.grouped(failed) + " failed" : "");
    }

    private Labelled label(LineBatches.Batch batch) {
        Labelled done = new Labelled(batch.size());
        Session session = sessions.get();
        LineCursor cursor = new LineCursor(batch, input.lenient());
        while (cursor.advance()) {
            done.records++;
            try {
                session.open(cursor.text());
                done.replaced += cursor.replaced();
                done.lines.writeBytes(labels.get(session.classify(0)));
            } catch (InputException e) {
                fail(done, String.valueOf(e.getMessage()));
            }
        }
        batch.failure().ifPresent(reason -> {
            done.records++;
            fail(done, reason);
        });
        return done;
    }

    private static void fail(Labelled done, String reason) {
        done.failures.add(reason);
        done.lines.writeBytes((ERROR + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Labelled finished(Future<Labelled> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
