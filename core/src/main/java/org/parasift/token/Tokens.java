package org.parasift.token;

import java.util.Arrays;

/**
 * Reusable columns, one row a token: where it stands, what it is made of and the hash of its folded text. Owned by one
 * thread; grows as needed and is never shrunk, so that a buffer in use stops allocating.
 */
public final class Tokens {
    private static final TokenKind[] KINDS = TokenKind.values();

    private int size;
    private int[] start = new int[256];
    private int[] end = new int[256];
    private byte[] kind = new byte[256];
    private long[] hash = new long[256];

    /** Empty columns. */
    public Tokens() {}

    /** The number of tokens. */
    public int size() {
        return size;
    }

    /** Offset of the first char of token {@code i}. */
    public int start(int i) {
        return start[i];
    }

    /** Offset after the last char of token {@code i}. */
    public int end(int i) {
        return end[i];
    }

    /** What token {@code i} is made of. */
    public TokenKind kind(int i) {
        return KINDS[kind[i]];
    }

    /** The 64-bit hash of the folded text of token {@code i}. */
    public long hash(int i) {
        return hash[i];
    }

    /** Forgets all tokens, keeps the memory. */
    public void clear() {
        size = 0;
    }

    void add(int tokenStart, int tokenEnd, TokenKind tokenKind, long tokenHash) {
        if (size == start.length) {
            int capacity = size * 2;
            start = Arrays.copyOf(start, capacity);
            end = Arrays.copyOf(end, capacity);
            kind = Arrays.copyOf(kind, capacity);
            hash = Arrays.copyOf(hash, capacity);
        }
        start[size] = tokenStart;
        end[size] = tokenEnd;
        kind[size] = (byte) tokenKind.ordinal();
        hash[size] = tokenHash;
        size++;
    }
}
