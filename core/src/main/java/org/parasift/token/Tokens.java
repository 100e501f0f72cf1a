package org.parasift.token;

import java.util.Arrays;

/**
 * Reusable columns, one row a token: where it stands, what it is made of and the hash of its folded text. Owned by one
 * thread; grows as needed and is never shrunk, so that a buffer in use stops allocating.
 *
 * <p>Rows are counted from 0 to {@link #size} - 1. Nobody checks that, for hot loops ask: another row gives something
 * left over from an earlier text, or an {@link IndexOutOfBoundsException}.
 */
public final class Tokens {
    private static final TokenKind[] KINDS = TokenKind.values();

    /** What the tokenizer works in while it fills these columns; here so that it is reused with them. */
    final Window window = new Window();

    int size;

    /** Start and end of token i are at 2i and 2i + 1. */
    int[] bounds = new int[512];

    byte[] kinds = new byte[256];
    long[] hashes = new long[256];

    final boolean hashed;

    /** Empty columns. */
    public Tokens() {
        this(true);
    }

    private Tokens(boolean hashed) {
        this.hashed = hashed;
    }

    /** Empty columns for whoever wants only places and kinds: no hash is computed, and {@link #hash} must not be asked. */
    public static Tokens withoutHashes() {
        return new Tokens(false);
    }

    /** The number of tokens. */
    public int size() {
        return size;
    }

    /** Offset of the first char of token {@code i}, or of its first byte if bytes were tokenized. */
    public int start(int i) {
        return bounds[2 * i];
    }

    /** Offset after the last char, or byte, of token {@code i}. */
    public int end(int i) {
        return bounds[2 * i + 1];
    }

    /** What token {@code i} is made of. */
    public TokenKind kind(int i) {
        return KINDS[kinds[i]];
    }

    /**
     * The 64-bit hash of the folded text of token {@code i}, as {@link Tokenizer#hash} defines it.
     *
     * @throws IllegalStateException if these columns are {@link #withoutHashes}
     */
    public long hash(int i) {
        if (!hashed) {
            throw new IllegalStateException("columns without hashes");
        }
        return hashes[i];
    }

    /** Forgets all tokens, keeps the memory. */
    public void clear() {
        size = 0;
    }

    /** Adds the token that these chars are, its offsets moved by {@code shift}. */
    void add(char[] chars, int start, int end, TokenKind kind, int shift) {
        add(start + shift, end + shift, (byte) kind.ordinal(), hashed ? TokenHash.of(chars, start, end) : 0);
    }

    void add(int start, int end, byte kind, long hash) {
        reserve(1);
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        kinds[size] = kind;
        hashes[size] = hash;
        size++;
    }

    /** Turns the offsets of the rows from {@code row} on, which count decoded chars, into those of the bytes they came from. */
    void toBytes(int row) {
        for (int b = 2 * row; b < 2 * size; b++) {
            bounds[b] = window.byteOffset(bounds[b]);
        }
    }

    /** Closes the gaps that rows of kind -1 leave; returns the new end. */
    int dropRowsWithoutKind(int from, int to) {
        int end = from;
        for (int row = from; row < to; row++) {
            bounds[2 * end] = bounds[2 * row];
            bounds[2 * end + 1] = bounds[2 * row + 1];
            kinds[end] = kinds[row];
            hashes[end] = hashes[row];
            end += kinds[row] < 0 ? 0 : 1;
        }
        return end;
    }

    /** Makes room for so many rows more. */
    void reserve(int rows) {
        if (size + rows > kinds.length) {
            int capacity = Math.max(size + rows, kinds.length * 2);
            bounds = Arrays.copyOf(bounds, capacity * 2);
            kinds = Arrays.copyOf(kinds, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
    }
}
