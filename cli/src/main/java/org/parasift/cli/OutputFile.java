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
import org.jspecify.annotations.Nullable;
import org.parasift.cli.documents.Trouble;

/**
 * A file that appears when it is complete. Until then its records are in {@code NAME.partial}, locked against a second
 * run. What is no ordinary file (a pipe, {@code /dev/null}) is written to as it is; a symbolic link keeps pointing to
 * where it points.
 */
final class OutputFile implements AutoCloseable {
    private final Path file;
    private final Path partial;
    private final FileChannel channel;
    private final RecordOutput out;
    private final boolean lineOpen;

    private OutputFile(Path file, Path partial, FileChannel channel, boolean lineOpen) {
        this.file = file;
        this.partial = partial;
        this.channel = channel;
        this.out = new RecordOutput(Channels.newOutputStream(channel), file.toString());
        this.lineOpen = lineOpen;
    }

    /**
     * Opens the partial file.
     *
     * @param keep how many bytes that an interrupted run has left are kept
     */
    static OutputFile open(Path file, long keep) throws IOException {
        try {
            if (isDevice(file)) {
                return new OutputFile(file, file, FileChannel.open(file, StandardOpenOption.WRITE), false);
            }
            Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
            return open(target, partial(target), keep);
        } catch (IOException e) {
            throw e instanceof TakenException ? e : new IOException(Trouble.with(file.toString(), e), e);
        }
    }

    private static OutputFile open(Path file, Path partial, long keep) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("a folder (expected the name of a file)");
        }
        while (true) {
            FileChannel channel = FileChannel.open(
                    partial, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (lock(channel) == null) {
                    throw new TakenException(file + ": another run is writing it");
                }
                if (!Files.exists(partial)) {
                    // That other run has just completed its file, which must not be touched.
                    channel.close();
                    continue;
                }
                if (channel.size() < keep) {
                    throw new IOException(partial + " has " + channel.size() + " bytes instead of " + keep
                            + " (start again without --resume)");
                }
                channel.truncate(keep).position(keep);
                return new OutputFile(file, partial, channel, isLineOpen(channel, keep));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    /** Somebody else writes the file. */
    private static final class TakenException extends IOException {
        private static final long serialVersionUID = 1L;

        TakenException(String message) {
            super(message);
        }
    }

    static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    /** Neither a file nor a folder nor nothing. */
    static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static boolean isLineOpen(FileChannel channel, long length) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return length > 0 && channel.read(last, length - 1) == 1 && last.get(0) != '\n';
    }

    RecordOutput out() {
        return out;
    }

    /** Whether what an interrupted run has left ends within a line. */
    boolean lineOpen() {
        return lineOpen;
    }

    /** The file is complete and takes its name. */
    void complete() throws IOException {
        out.flush();
        if (partial.equals(file)) {
            channel.close();
            return;
        }
        try {
            // Under the lock where the system allows it, so that no other run comes between.
            move();
            channel.close();
        } catch (java.nio.file.AccessDeniedException e) {
            channel.close();
            move();
        }
    }

    private void move() throws IOException {
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

    /** Writes a whole text at once; its folder is made if need be. */
    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a whole file at once; its folder is made if need be. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new IOException(Trouble.with(file.toString(), e), e);
        }
        try (OutputFile whole = open(file, 0)) {
            whole.out().write(bytes);
            whole.complete();
        }
    }
}
