package org.parasift.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Trouble;

/** A folder with a file for each record, of one run at a time. Every file appears when it is complete. */
final class OutputFolder implements AutoCloseable {
    private static final String LOCK = ".parasift.lock";
    private static final int LONGEST = 150;

    private final Path folder;
    private final String suffix;
    private final FileChannel lock;
    private final Set<String> names = new HashSet<>();

    private OutputFolder(Path folder, String suffix, FileChannel lock) {
        this.folder = folder;
        this.suffix = suffix;
        this.lock = lock;
    }

    /** Opens a folder, made if need be, whose files get a suffix. */
    static OutputFolder open(Path folder, String suffix) throws IOException {
        try {
            Files.createDirectories(folder);
            while (true) {
                FileChannel lock =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!isLocked(lock)) {
                    lock.close();
                    throw new IOException("another run is writing it");
                }
                if (Files.exists(folder.resolve(LOCK))) {
                    return new OutputFolder(folder, suffix, lock);
                }
                // That other run has just gone, and its lock with it.
                lock.close();
            }
        } catch (IOException e) {
            throw new IOException(Trouble.with(folder.toString(), e), e);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where a record's file is in the folder: as its own in the folder it was found in; named after its id. */
    String name(Document document) {
        String where = document instanceof Document.Text text ? text.origin().folder() : "";
        StringBuilder name = new StringBuilder(where);
        String id = document.id();
        // An id may be an address; what a file's name cannot be is replaced.
        for (int i = 0; i < id.length() && i < LONGEST; i++) {
            char c = id.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || "-_. ".indexOf(c) >= 0;
            name.append(plain && !(i == 0 && c == '.') ? c : '_');
        }
        return name + suffix;
    }

    /** Takes a name for a record of this run; false if another one has it. */
    boolean take(String name) {
        return names.add(name);
    }

    /** Whether there is such a file, written by this run or another. */
    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    void write(String name, String text) throws IOException {
        OutputFile.write(folder.resolve(name), text);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        lock.close();
    }
}
