package org.parasift.cli.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.parasift.text.ParagraphSplitter;
import org.parasift.train.corpus.InputException;

/** Walks over the lines of a batch. Owned by one thread. */
public final class LineCursor {
    private final LineBatches.Batch batch;
    private final boolean lenient;
    private long line;
    private int start;
    private int end;
    private int next;
    private boolean plain;
    private long replaced;

    /** Before the first line. */
    public LineCursor(LineBatches.Batch batch, boolean lenient) {
        this.batch = batch;
        this.lenient = lenient;
        this.line = batch.line() - 1;
    }

    /** Goes to the next line; false if there is none. */
    public boolean advance() {
        byte[] bytes = batch.bytes();
        if (next == bytes.length) {
            return false;
        }
        line++;
        start = next;
        end = start;
        // Below 0 at the end if a byte is beyond ASCII or NUL, which have to be looked at.
        int odd = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            odd |= bytes[end] | (bytes[end] - 1);
            end++;
        }
        plain = odd >= 0;
        next = Math.min(bytes.length, end + 1);
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        return true;
    }

    /** The number of the line in its file, counted from 1. */
    public long line() {
        return line;
    }

    /** How many malformed sequences of the line {@link #text} has replaced. */
    public long replaced() {
        return replaced;
    }

    /**
     * The text of the line, without white space around it.
     *
     * @throws InputException if it is too large or blank, or not UTF-8 and malformed bytes are not to be replaced
     */
    public String text() {
        replaced = 0;
        if (end - start > batch.largest()) {
            throw new InputException(
                    batch.name(),
                    line,
                    "a record of more than " + batch.largest() + " bytes",
                    "less; see --largest-record");
        }
        String decoded;
        if (plain) {
            decoded = new String(batch.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
        } else {
            String where = batch.name() + ":" + line;
            PlainText text = PlainText.decode(Arrays.copyOfRange(batch.bytes(), start, end), where, lenient);
            decoded = text.text();
            replaced = text.replaced();
        }
        String text = ParagraphSplitter.trim(decoded);
        if (text.isEmpty()) {
            throw new InputException(batch.name(), line, "a blank line", "a text");
        }
        return text;
    }
}
