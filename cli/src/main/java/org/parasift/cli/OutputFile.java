package org.parasift.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.parasift.cli.documents.Trouble;

/**
 * A file that appears when it is complete. Until then its records are in {@code NAME.partial}, locked against a second run;
 * after an interruption they can be continued.
 */
final class OutputFile implements AutoCloseable {
    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private final RecordOutput out;
    private final long linesDone;

    private OutputFile(Path file, Path partial, FileChannel channel, long linesDone) {
        this.file = file;
        this.partial = partial;
        this.channel = channel;
        this.out = new RecordOutput(Channels.newOutputStream(channel), file.toString());
        this.linesDone = linesDone;
    }

    /**
     * Opens the partial file.
     *
     * @param resume whether whole lines that an interrupted run has left are kept
     */
    static OutputFile open(Path file, boolean resume) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    partial, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(Trouble.with(file.toString(), e), e);
        }
        try {
            FileLock lock = lock(channel);
            if (lock == null) {
                throw new IOException(file + ": another run is writing it");
            }
            long lines = resume ? wholeLines(channel) : 0;
            channel.truncate(channel.position());
            return new OutputFile(file, partial, channel, lines);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Counts line ends and leaves the position after the last one. */
    private static long wholeLines(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long lines = 0;
        long after = 0;
        long at = 0;
        while (channel.read(buffer.clear(), at) > 0) {
            for (int i = 0; i < buffer.position(); i++) {
                if (buffer.get(i) == '\n') {
                    lines++;
                    after = at + i + 1;
                }
            }
            at += buffer.position();
        }
        channel.position(after);
        return lines;
    }

    RecordOutput out() {
        return out;
    }

    /** The whole lines that an earlier run has left. */
    long linesDone() {
        return linesDone;
    }

    /** The file is complete and takes its name. */
    void complete() throws IOException {
        out.flush();
        channel.close();
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without {@link #complete} the partial file stays, with whole records only. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            out.end();
            channel.close();
        }
    }

    /** Writes a whole file at once. */
    static void write(Path file, String text) throws IOException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.write(partial, text.getBytes(StandardCharsets.UTF_8));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(Trouble.with(file.toString(), e), e);
        }
    }
}
