package org.parasift.token;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the tokens of a text, one at a time, in constant memory however long the text is, if an ASCII blank or a line
 * end stands between words of the Basic Multilingual Plane now and then; a stretch without any is held whole. The text may
 * be a CharSequence, chars or UTF-8 bytes; offsets count what it is made of. Reusable: give it the next text. For one thread.
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
    /** The text, if it is not a CharSequence. */
    private char @Nullable [] chars;

    private byte @Nullable [] utf8;
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
        chars = null;
        utf8 = null;
        return from(newStart, newEnd);
    }

    /**
     * Stands before the first token of a range of chars, which must not change meanwhile.
     *
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public TokenCursor over(char[] newChars, int newStart, int newEnd) {
        Objects.checkFromToIndex(newStart, newEnd, newChars.length);
        text = "";
        chars = newChars;
        utf8 = null;
        return from(newStart, newEnd);
    }

    /**
     * Stands before the first token of a range of UTF-8, which must not change meanwhile; offsets are bytes.
     *
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public TokenCursor over(byte[] newUtf8, int newStart, int newEnd) {
        Objects.checkFromToIndex(newStart, newEnd, newUtf8.length);
        text = "";
        chars = null;
        utf8 = newUtf8;
        return from(newStart, newEnd);
    }

    private TokenCursor from(int newStart, int newEnd) {
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
            at = step();
        }
        return true;
    }

    private int step() {
        if (utf8 != null) {
            return tokenizer.step(utf8, at, end, ahead);
        }
        return chars != null ? tokenizer.step(chars, at, end, ahead) : tokenizer.step(text, at, end, ahead);
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
        int length = end() - start();
        if (utf8 != null) {
            return Tokenizer.fold(new String(utf8, start(), length, StandardCharsets.UTF_8));
        }
        return Tokenizer.fold(
                chars != null
                        ? new String(chars, start(), length)
                        : text.subSequence(start(), end()).toString());
    }
}
