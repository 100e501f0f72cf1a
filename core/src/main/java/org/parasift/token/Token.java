package org.parasift.token;

/**
 * The readable view of one row of {@link Tokens}.
 *
 * @param start offset of its first char in the text that was tokenized
 * @param end offset after its last char
 * @param kind what it is made of
 * @param hash the 64-bit hash of the folded text
 * @param text its chars, folded: lower case, char for char
 */
public record Token(int start, int end, TokenKind kind, long hash, String text) {}
