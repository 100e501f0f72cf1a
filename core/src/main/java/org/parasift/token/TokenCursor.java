package org.parasift.token;

import java.util.Objects;

/**
 * Walks over the tokens of a text, one at a time, in constant memory however long the text is, if an ASCII blank or a line
 * end stands between words of the Basic Multilingual Plane now and then; a stretch without any is held whole. Reusable: give it the next text. For one thread.
 * Ask for a token only when {@link #next} has just returned true: before the first and after the last one there is an
 * {@link IndexOutOfBoundsException} or something left over from an earlier text.
 *
 * <pre>{@code
 * TokenCursor cursor = tokenizer.cursor();
 * cursor.over(text);
 * while (cursor.next()) {
 *     seen.add(cursor.hash());
 * }
 * }</pre>
 */
public final class TokenCursor {
    private final Tokenizer tokenizer;
    private final Tokens ahead = new Tokens();
    private CharSequence text = "";
    private int at;
    private int end;
    private int row = -1;

    TokenCursor(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Stands before the first token of a text. */
    public TokenCursor over(CharSequence newText) {
        return over(newText, 0, newText.length());
    }

    /**
     * Stands before the first token of a range of a text, which must not change meanwhile.
     *
     * @throws IndexOutOfBoundsException if the range is not within the text
     */
    public TokenCursor over(CharSequence newText, int newStart, int newEnd) {
        Objects.checkFromToIndex(newStart, newEnd, newText.length());
        text = newText;
        at = newStart;
        end = newEnd;
        ahead.clear();
        row = -1;
        return this;
    }

    /** Goes to the next token; false if there is none, and then there is no token to ask for. */
    public boolean next() {
        row++;
        while (row >= ahead.size()) {
            ahead.clear();
            row = 0;
            if (at >= end) {
                return false;
            }
            at = tokenizer.step(text, at, end, ahead);
        }
        return true;
    }

    /** Offset of the token's first char in the text. */
    public int start() {
        return ahead.start(row);
    }

    /** Offset after its last char. */
    public int end() {
        return ahead.end(row);
    }

    /** What it is made of. */
    public TokenKind kind() {
        return ahead.kind(row);
    }

    /** The hash of its folded text. */
    public long hash() {
        return ahead.hash(row);
    }

    /** Its folded text, a new String. */
    public String text() {
        return Tokenizer.fold(text.subSequence(start(), end()).toString());
    }
}
