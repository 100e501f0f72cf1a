package org.parasift.cli.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of files and standard input as the bytes they are, many at a time: what {@link Documents} is for records, for
 * programs that want nothing but speed. Files are opened when their turn comes; a file that cannot be read, or not to its
 * end, gives a batch that says so in its place. Owned by one thread.
 */
public final class LineBatches implements Closeable {
    private static final int SIZE = 1 << 18;

    private final Deque<String> names;
    private final ReadShare share;
    private final ReadOptions options;
    private final InputStream standardInput;
    private String name = "";
    private @Nullable InputStream in;
    private byte[] buffer = new byte[SIZE];
    private int held;
    private long line;

    private LineBatches(List<String> names, ReadOptions options, InputStream standardInput) {
        this.names = new ArrayDeque<>(names);
        this.share = new ReadShare(names);
        this.options = options;
        this.standardInput = standardInput;
    }

    /** Whole lines that follow each other; the last of a file may have no end. */
    public static final class Batch {
        private final String name;
        private final long line;
        private final byte[] bytes;
        private final Optional<String> failure;
        private final long largest;

        Batch(String name, long line, byte[] bytes, Optional<String> failure, long largest) {
            this.name = name;
            this.line = line;
            this.bytes = bytes;
            this.failure = failure;
            this.largest = largest;
        }

        /** The file, as messages call it. */
        String name() {
            return name;
        }

        /** The number of the first line in its file, counted from 1; 0 if not a line but the file has failed. */
        long line() {
            return line;
        }

        /** The lines with their ends; not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        /** How many bytes there are. */
        public int size() {
            return bytes.length;
        }

        /** Why there is no line here: one was too large, or the file cannot be read on; empty if there are lines. */
        public Optional<String> failure() {
            return failure;
        }

        /** Most bytes that a line may have. */
        long largest() {
            return largest;
        }
    }

    /** The lines of these files, of {@value Documents#STANDARD_INPUT} too; opens nothing yet. */
    public static LineBatches open(List<String> names, ReadOptions options, InputStream standardInput) {
        return new LineBatches(names, options, standardInput);
    }

    /** The lines of a stream that is open. */
    static LineBatches over(InputStream open, String name, ReadOptions options) throws IOException {
        LineBatches batches = new LineBatches(List.of(), options, open);
        batches.name = name;
        batches.begin(open);
        return batches;
    }

    /** The next batch; null at the end. */
    public @Nullable Batch next() {
        while (true) {
            try {
                if (in == null && names.isEmpty()) {
                    return null;
                }
                Batch batch = read();
                if (batch != null) {
                    return batch;
                }
            } catch (IOException e) {
                held = 0;
                in = null;
                String shown = Documents.shown(name);
                return failed(0, Trouble.with(shown, e));
            }
        }
    }

    private Batch failed(long number, String reason) {
        return new Batch(Documents.shown(name), number, new byte[0], Optional.of(reason), options.largestRecord());
    }

    /** How much of all files has been read, 0 to 1; negative if their size is not known. */
    public double share() {
        return share.share();
    }

    /** What the buffer takes of the file that is open, or of the next one; null at the end of a file. */
    private @Nullable Batch read() throws IOException {
        InputStream open = in == null ? openNext() : in;
        while (true) {
            held += open.readNBytes(buffer, held, buffer.length - held);
            boolean ended = held < buffer.length;
            int end = ended ? held : afterLastLine();
            if (end > 0) {
                Batch batch = new Batch(
                        Documents.shown(name),
                        line + 1,
                        Arrays.copyOf(buffer, end),
                        Optional.empty(),
                        options.largestRecord());
                line += lines(batch.bytes());
                System.arraycopy(buffer, end, buffer, 0, held - end);
                held -= end;
                return batch;
            }
            if (ended) {
                in = null;
                open.close();
                return null;
            }
            if (buffer.length > options.largestRecord()) {
                return withoutLine(open);
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    /** Passes over a line that is too large, of which the buffer is full; what follows it is kept. */
    private Batch withoutLine(InputStream open) throws IOException {
        line++;
        int end = 0;
        do {
            held = open.readNBytes(buffer, 0, buffer.length);
            end = 0;
            while (end < held && buffer[end] != '\n') {
                end++;
            }
        } while (end == held && held == buffer.length);
        int next = Math.min(held, end + 1);
        System.arraycopy(buffer, next, buffer, 0, held - next);
        held -= next;
        return failed(
                line,
                Documents.shown(name) + ":" + line + ": "
                        + Bytes.tooLarge(options.largestRecord()).getMessage());
    }

    private InputStream openNext() throws IOException {
        name = names.remove();
        line = 0;
        InputStream raw = name.equals(Documents.STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(name));
        return begin(Bytes.unpacked(share.counted(raw), name, options.largestRatio()));
    }

    private InputStream begin(InputStream open) throws IOException {
        in = open;
        held = open.readNBytes(buffer, 0, 3);
        if (held == 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            held = 0; // a byte order mark
        }
        return open;
    }

    private int afterLastLine() {
        int end = held;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        names.clear();
        if (in != null) {
            in.close();
        }
    }
}
