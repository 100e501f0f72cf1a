package org.parasift.classify;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what {@link ModelBytes} reads. */
final class ModelWriter extends DataOutputStream {
    ModelWriter(OutputStream out) {
        super(out);
    }

    void writeText(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeInt(utf8.length);
        write(utf8);
    }

    void writeTexts(List<String> texts) throws IOException {
        writeInt(texts.size());
        for (String text : texts) {
            writeText(text);
        }
    }

    /** Writes a number in as few bytes as it needs, seven bits each, the low ones first. */
    void writeShortest(long number) throws IOException {
        long left = number;
        while (left >>> 7 != 0) {
            writeByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        writeByte((int) left);
    }
}
