package org.parasift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Output in whole records. What reaches the stream always ends with the end of a record, also when the program is
 * interrupted: records are gathered and written together, and {@link #end} waits for a write that is under way.
 */
final class RecordOutput implements AutoCloseable {
    private static final int ENOUGH = 1 << 16;

    private final OutputStream stream;
    private final String name;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(ENOUGH);
    private long accepted;
    private boolean ended;

    RecordOutput(OutputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    /** Nobody reads any more; not an error. */
    static final class ClosedPipeException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedPipeException(IOException cause) {
            super("closed pipe", cause);
        }
    }

    /** Writes a record, or several whole ones. */
    synchronized void write(byte[] record) throws IOException {
        gathered.writeBytes(record);
        accepted += record.length;
        if (gathered.size() >= ENOUGH) {
            flush();
        }
    }

    /** Writes text that is a whole record. */
    void write(CharSequence record) throws IOException {
        write(record.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of all records so far, whether they have reached the stream or not. */
    synchronized long accepted() {
        return accepted;
    }

    /** Brings everything to the reader. */
    synchronized void flush() throws IOException {
        if (ended) {
            gathered.reset();
            return;
        }
        try {
            gathered.writeTo(stream);
            gathered.reset();
            stream.flush();
        } catch (IOException e) {
            ended = true;
            if (isClosedPipe(e)) {
                throw new ClosedPipeException(e);
            }
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Flushes and refuses all further records. For the moment when the machine goes down; says nothing.
     *
     * @return whether everything has reached the stream
     */
    synchronized boolean end() {
        boolean whole = !ended;
        try {
            flush();
        } catch (IOException e) {
            // Nobody is left to be told.
            whole = false;
        }
        ended = true;
        return whole;
    }

    @Override
    public synchronized void close() throws IOException {
        flush();
        stream.close();
    }

    private static boolean isClosedPipe(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe")
                || message.contains("pipe is being closed")
                || message.contains("Pipe closed");
    }
}
