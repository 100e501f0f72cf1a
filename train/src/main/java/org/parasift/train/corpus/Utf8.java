package org.parasift.train.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Text out of bytes, strictly: bytes that are not UTF-8, and NUL, are an error with their offset, never a silent question
 * mark. A byte order mark is skipped. The lenient way puts U+FFFD in their place and counts.
 */
public final class Utf8 {
    private Utf8() {}

    /**
     * A decoded text.
     *
     * @param text without a byte order mark
     * @param replaced how many malformed sequences and NUL chars were replaced; always 0 when strict
     */
    public record Decoded(String text, long replaced) {}

    /**
     * Reads a file.
     *
     * @throws InputException if there is no such file, or if it is not UTF-8 and {@code lenient} is false
     * @throws IOException if reading fails
     */
    public static Decoded read(Path file, boolean lenient) throws IOException {
        return decode(bytes(file), file.toString(), lenient);
    }

    static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InputException(file.toString(), 0, "a folder", "a file");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw missing(file, e);
        }
    }

    static InputException missing(Path file, Throwable cause) {
        InputException missing = new InputException(file.toString(), 0, "no such file", "a file that exists");
        missing.initCause(cause);
        return missing;
    }

    /**
     * Decodes bytes.
     *
     * @param name what the message calls them
     * @throws InputException if they are not text in UTF-8 and {@code lenient} is false; it names the byte offset, counted from
     *     0, and the line
     */
    public static Decoded decode(byte[] bytes, String name, boolean lenient) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            in.position(3);
        }
        // UTF-8 never has more chars than bytes, and a replaced sequence has at least one byte.
        CharBuffer out = CharBuffer.allocate(in.remaining());
        long replaced = 0;
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            if (!lenient) {
                throw new InputException(
                        name,
                        line(bytes, in.position()),
                        String.format(Locale.ROOT, "byte 0x%02X at offset %d", bytes[in.position()], in.position()),
                        "UTF-8");
            }
            in.position(in.position() + result.length());
            out.put('\uFFFD');
            replaced++;
        }
        String text = out.flip().toString();
        if (text.indexOf('\0') < 0) {
            return new Decoded(text, replaced);
        }
        if (!lenient) {
            int at = 0;
            while (bytes[at] != 0) {
                at++;
            }
            throw new InputException(name, line(bytes, at), "NUL at byte " + at, "text");
        }
        replaced += text.chars().filter(c -> c == 0).count();
        return new Decoded(text.replace('\0', '\uFFFD'), replaced);
    }

    private static long line(byte[] bytes, int offset) {
        long line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }
}
