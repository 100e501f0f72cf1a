package org.parasift.cli;

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
    private final java.io.ByteArrayOutputStream gathered = new java.io.ByteArrayOutputStream(ENOUGH);
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
        if (gathered.size() >= ENOUGH) {
            flush();
        }
    }

    /** Writes text that is a whole record. */
    void write(CharSequence record) throws IOException {
        write(record.toString().getBytes(StandardCharsets.UTF_8));
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

    /** Flushes and refuses all further records. For the moment when the machine goes down; says nothing. */
    synchronized void end() {
        try {
            flush();
        } catch (IOException e) {
            // Nobody is left to be told.
            ended = true;
        }
        ended = true;
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
