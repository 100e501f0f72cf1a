package org.parasift.cli.documents;

import org.parasift.train.corpus.Utf8;

/**
 * Text out of bytes: UTF-8 and nothing else, for a wrong guess would be a silent error.
 *
 * @param text without a byte order mark
 * @param byteOrderMark whether the bytes begin with one
 * @param replaced how many malformed sequences and NUL chars were replaced by U+FFFD; 0 unless lenient
 */
record PlainText(String text, boolean byteOrderMark, long replaced) {
    /**
     * Decodes bytes.
     *
     * @param name what messages call them
     * @throws org.parasift.train.corpus.InputException if they are not text and {@code lenient} is false; it names the byte
     */
    static PlainText decode(byte[] bytes, String name, boolean lenient) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        Utf8.Decoded decoded = Utf8.decode(bytes, name, lenient);
        return new PlainText(decoded.text(), mark, decoded.replaced());
    }
}
