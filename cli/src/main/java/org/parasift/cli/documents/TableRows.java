package org.parasift.cli.documents;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chars of a table on their way to the parser. It knows where rows end, as RFC 4180 says it: at a line end outside of
 * quotes, which count at the beginning of a value. So a row that is too large is cut where it becomes so, its quotes are
 * closed, and the next row follows; a row with malformed UTF-8 is passed on and remembered. Nothing is held in memory.
 *
 * <pre>
 * 1,"aaaaaaaaaa␊aaa",x␊2,b␊   =>   1,"aaaaa"␊2,b␊      and row 1 is wrong
 * </pre>
 */
final class TableRows extends Reader {
    /**
     * Why a row is none.
     *
     * @param reason what is wrong with it
     * @param lines how many line ends were left out of it
     */
    record Wrong(String reason, long lines) {}

    /** Where in a value the next char stands. */
    private enum State {
        BEGIN,
        PLAIN,
        QUOTED,
        QUOTE // in a quoted value after a quote, which ends it unless another follows
    }

    private final Utf8Reader chars;
    private final char delimiter;
    private final long largest;
    private final Map<Long, Wrong> wrong = new HashMap<>();
    private State state = State.BEGIN;
    private long row = 1;
    private long size;
    private long lines;
    private boolean cut;
    private boolean afterReturn;

    /**
     * The rows of a table.
     *
     * @param largest most chars that a row may have
     */
    TableRows(Utf8Reader chars, char delimiter, long largest) {
        this.chars = chars;
        this.delimiter = delimiter;
        this.largest = largest;
    }

    /** What is wrong with a row that has been read, counted from 1 with the header; null if nothing. Asked once. */
    @Nullable
    Wrong wrong(long number) {
        return wrong.remove(number);
    }

    /** Whether the input has ended within a row that was too large and whose quotes were never closed. */
    private boolean isOpen() {
        return cut && state == State.QUOTED;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int read = chars.read(into, offset, length);
            String malformed = chars.malformed();
            if (malformed != null) {
                wrong.putIfAbsent(row, new Wrong(malformed, 0));
            }
            if (read < 0) {
                if (isOpen()) {
                    wrong.put(row, new Wrong(tooLarge() + ", for its quotes are never closed", lines));
                }
                return -1;
            }
            int kept = offset;
            for (int i = offset; i < offset + read; i++) {
                char c = pass(into[i]);
                if (c != 0) {
                    into[kept++] = c;
                }
            }
            if (kept > offset) {
                return kept - offset;
            }
        }
    }

    /** What the parser gets in place of a char; 0 if nothing. */
    private char pass(char c) {
        if (afterReturn && c == '\n') {
            afterReturn = false;
            return c;
        }
        afterReturn = false;
        State before = state;
        boolean quoted = before == State.QUOTED || (before == State.QUOTE && c == '"');
        state = next(c);
        if (!quoted && (c == '\n' || c == '\r')) {
            afterReturn = c == '\r';
            if (cut) {
                wrong.put(row, new Wrong(tooLarge(), lines));
            }
            row++;
            size = 0;
            lines = 0;
            cut = false;
            return c;
        }
        size++;
        if (cut) {
            lines += c == '\n' ? 1 : 0;
            return 0;
        }
        if (size <= largest) {
            return c;
        }
        cut = true;
        lines = c == '\n' ? 1 : 0;
        return before == State.QUOTED ? '"' : 0;
    }

    private State next(char c) {
        boolean ends = c == delimiter || c == '\n' || c == '\r';
        return switch (state) {
            case BEGIN -> c == '"' ? State.QUOTED : ends ? State.BEGIN : State.PLAIN;
            case PLAIN -> ends ? State.BEGIN : State.PLAIN;
            case QUOTED -> c == '"' ? State.QUOTE : State.QUOTED;
            case QUOTE -> c == '"' ? State.QUOTED : ends ? State.BEGIN : State.PLAIN;
        };
    }

    private String tooLarge() {
        return String.valueOf(Bytes.tooLarge(largest).getMessage());
    }

    @Override
    public void close() throws IOException {
        chars.close();
    }
}
