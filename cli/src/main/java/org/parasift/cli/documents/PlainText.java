package org.parasift.cli.documents;

import org.parasift.train.corpus.InputException;
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
     * @throws InputException if they are not text and {@code lenient} is false; it names the byte
     */
    static PlainText decode(byte[] bytes, String name, boolean lenient) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        Utf8.Decoded decoded = Utf8.decode(bytes, name, lenient);
        String text = decoded.text();
        long replaced = decoded.replaced();
        if (text.indexOf('\0') >= 0) {
            if (!lenient) {
                int at = 0;
                while (bytes[at] != 0) {
                    at++;
                }
                throw new InputException(name, 0, "NUL at byte " + at, "text");
            }
            replaced += text.chars().filter(c -> c == 0).count();
            text = text.replace('\0', '\uFFFD');
        }
        return new PlainText(text, mark, replaced);
    }
}
