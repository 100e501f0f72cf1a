package org.parasift.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parasift.train.corpus.InputException;

/**
 * The files of one run, which grow record by record and can be continued after an interruption. Beside the first of them
 * {@code NAME.resume} says how many records are done and how long the files were then; what a killed run has written
 * after that is cut off and done again. So no record is lost, none comes twice, whatever the format.
 *
 * <pre>
 * parasift 1␊ command␊ records failed␊ bytes of the first file␊ bytes of the second␊
 * </pre>
 */
final class OutputFiles implements AutoCloseable {
    private static final String HEAD = "parasift 1";
    private static final long EVERY = 1_000_000_000L;

    private final List<OutputFile> files = new ArrayList<>();
    private final Path note;
    private final String command;
    private final boolean resumable;
    private final long[] base;
    private final long[] lengths;
    private long records;
    private long failed;
    private long noted = System.nanoTime();
    private boolean finished;

    private OutputFiles(List<Path> paths, String command) {
        Path first = paths.get(0);
        this.note = first.resolveSibling(first.getFileName() + ".resume");
        this.command = command;
        this.resumable = paths.stream().noneMatch(OutputFile::isDevice);
        this.base = new long[paths.size()];
        this.lengths = new long[paths.size()];
    }

    /**
     * Opens the files.
     *
     * @param paths at least one
     * @param resume whether an interrupted run is continued, if there was one
     * @param command what must be the same for that: one line
     */
    static OutputFiles open(List<Path> paths, boolean resume, String command) throws IOException {
        OutputFiles opened = new OutputFiles(paths, command);
        if (resume && opened.resumable && Files.exists(opened.note)) {
            opened.recall();
        }
        try {
            for (int i = 0; i < opened.base.length; i++) {
                opened.files.add(OutputFile.open(paths.get(i), opened.base[i]));
            }
            if (opened.resumable && !resume) {
                Files.deleteIfExists(opened.note);
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void recall() throws IOException {
        List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
        if (lines.size() != 3 + lengths.length || !lines.get(0).equals(HEAD)) {
            throw new InputException(note.toString(), 0, "not what an interrupted run leaves", "no --resume");
        }
        if (!lines.get(1).equals(command)) {
            throw new InputException(
                    note.toString(),
                    0,
                    "left by a run with other inputs, options or model",
                    "the same, or no --resume");
        }
        String[] counts = lines.get(2).split(" ", -1);
        records = Long.parseLong(counts[0]);
        failed = Long.parseLong(counts[1]);
        for (int i = 0; i < base.length; i++) {
            base[i] = Long.parseLong(lines.get(3 + i));
            lengths[i] = base[i];
        }
    }

    /** Where the records of a file go. */
    RecordOutput out(int file) {
        return files.get(file).out();
    }

    /** The records that an interrupted run has done. */
    long records() {
        return records;
    }

    /** How many of them could not be processed. */
    long failed() {
        return failed;
    }

    /** Whether what an interrupted run has left of a file ends within a line. */
    boolean lineOpen(int file) {
        return files.get(file).lineOpen();
    }

    /** All files have what so many records give. */
    synchronized void done(long allRecords, long allFailed) throws IOException {
        if (finished) {
            return;
        }
        records = allRecords;
        failed = allFailed;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = base[i] + files.get(i).out().accepted();
        }
        if (resumable && System.nanoTime() - noted > EVERY) {
            for (OutputFile file : files) {
                file.out().flush();
            }
            note();
        }
    }

    private void note() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + "\n" + command + "\n" + records + " " + failed + "\n");
        Arrays.stream(lengths).forEach(length -> text.append(length).append('\n'));
        Path fresh = note.resolveSibling(note.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, note, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        noted = System.nanoTime();
    }

    /** The files are complete and take their names. */
    synchronized void complete() throws IOException {
        if (finished) {
            throw new IOException("interrupted");
        }
        for (OutputFile file : files) {
            file.out().flush();
        }
        finished = true;
        for (OutputFile file : files) {
            file.complete();
        }
        if (resumable) {
            Files.deleteIfExists(note);
        }
    }

    /** Leaves everything so that it can be continued; says nothing. */
    synchronized void interrupt() {
        if (finished) {
            return;
        }
        finished = true;
        boolean whole = true;
        for (OutputFile file : files) {
            whole &= file.out().end();
        }
        try {
            if (whole && resumable && records > 0) {
                note();
            }
            for (OutputFile file : files) {
                file.close();
            }
        } catch (IOException e) {
            // The note of before holds; it is never ahead of the files.
            finished = true;
        }
    }

    @Override
    public void close() throws IOException {
        interrupt();
        for (OutputFile file : files) {
            file.close();
        }
    }
}
