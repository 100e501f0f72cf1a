package org.parasift.cli.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 as a stream. What is malformed is replaced by U+FFFD, and either counted or, if the reader is strict, named after
 * the call of {@link #read} that gives the replacement.
 */
final class Utf8Reader extends Reader {
    private final InputStream in;
    private final boolean lenient;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private long before;
    private long replaced;
    private @Nullable String malformed;
    private boolean ended;
    private boolean begun;

    Utf8Reader(InputStream in, boolean lenient) {
        this.in = in;
        this.lenient = lenient;
    }

    /** How many malformed sequences were replaced. */
    long replaced() {
        return replaced;
    }

    /** What the char that was read last stands for, if that is malformed and the reader is strict; said once. */
    @Nullable
    String malformed() {
        String said = malformed;
        malformed = null;
        return said;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(into, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                if (!chars.hasRemaining() || (!lenient && chars.position() > 0)) {
                    return chars.position();
                }
                if (!lenient) {
                    malformed = String.format(
                            Locale.ROOT,
                            "byte 0x%02X at offset %d (expected UTF-8)",
                            bytes.get(bytes.position()),
                            before + bytes.position());
                }
                bytes.position(bytes.position() + result.length());
                chars.put('\uFFFD');
                if (!lenient) {
                    return 1;
                }
                replaced++;
            } else if (result.isOverflow() || (ended && chars.position() > 0)) {
                return chars.position();
            } else if (ended) {
                return -1;
            } else if (chars.position() > 0 && in.available() == 0) {
                return chars.position();
            } else {
                fill();
            }
        }
    }

    private void fill() throws IOException {
        before += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        if (!begun && bytes.remaining() >= 3) {
            begun = true;
            if (bytes.get(0) == (byte) 0xEF && bytes.get(1) == (byte) 0xBB && bytes.get(2) == (byte) 0xBF) {
                bytes.position(3);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
