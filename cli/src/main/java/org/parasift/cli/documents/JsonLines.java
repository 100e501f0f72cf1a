package org.parasift.cli.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parasift.train.corpus.InputException;

/**
 * A JSON object a line; blank lines are skipped, a broken line is a failed record and the next one follows. What stands
 * between the records is remembered, so that the file can be put together again.
 */
final class JsonLines implements DocumentReader {
    private final InputStream in;
    private final String name;
    private final ReadOptions options;
    private String blank;
    private long line;
    private long replaced;

    /**
     * The records of a stream.
     *
     * @param blank what stands before it: blank lines at the end of another file
     */
    JsonLines(InputStream in, String name, ReadOptions options, String blank) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.name = name;
        this.options = options;
        this.blank = blank;
    }

    @Override
    public @Nullable Document next() throws IOException {
        while (true) {
            byte[] bytes;
            try {
                bytes = line();
            } catch (Bytes.TooLargeException e) {
                blank = "";
                return new Document.Failed(
                        Format.bare(name) + ":" + line, Documents.shown(name) + ":" + line + ": " + e.getMessage());
            }
            if (bytes == null) {
                return null;
            }
            int length = bytes.length;
            length -= length > 0 && bytes[length - 1] == '\n' ? 1 : 0;
            length -= length > 0 && length < bytes.length && bytes[length - 1] == '\r' ? 1 : 0;
            String lineEnd = new String(bytes, length, bytes.length - length, StandardCharsets.US_ASCII);
            String id = Format.bare(name) + ":" + line;
            String where = Documents.shown(name) + ":" + line;
            String before = blank;
            try {
                PlainText plain = PlainText.decode(java.util.Arrays.copyOf(bytes, length), where, options.lenient());
                replaced += plain.replaced();
                before += plain.byteOrderMark() ? "\uFEFF" : "";
                if (plain.text().isBlank()) {
                    blank = before + plain.text() + lineEnd;
                    continue;
                }
                blank = "";
                JsonLine json = JsonLine.parse(plain.text(), options.id(), options.text(), before, lineEnd);
                Document.Origin origin = new Document.Origin(name, Format.JSONL, false, Optional.of(json));
                Document document = WholeFile.article(
                        Optional.ofNullable(json.id()).orElse(id), json.text(), options.whole(), where, origin);
                return document instanceof Document.Failed failure
                        ? failed(failure.id(), failure.reason(), before, bytes)
                        : document;
            } catch (InputException e) {
                blank = "";
                return failed(id, String.valueOf(e.getMessage()), before, bytes);
            } catch (IOException e) {
                return failed(id, where + ": " + e.getMessage(), before, bytes);
            }
        }
    }

    /** A line that is no record keeps its bytes. */
    private static Document failed(String id, String reason, String before, byte[] bytes) {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && before.endsWith("\uFEFF");
        source.writeBytes(
                (marked ? before.substring(0, before.length() - 1) : before).getBytes(StandardCharsets.UTF_8));
        source.writeBytes(bytes);
        return new Document.Failed(id, reason, Base64.getEncoder().encodeToString(source.toByteArray()));
    }

    /** The bytes of the next line with its end; null at the end. */
    private byte @Nullable [] line() throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
        for (; b >= 0; b = in.read()) {
            bytes.write(b);
            if (b == '\n') {
                break;
            }
            if (bytes.size() > options.largestRecord()) {
                while (b >= 0 && b != '\n') {
                    b = in.read();
                }
                throw Bytes.tooLarge(options.largestRecord());
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String blank() {
        return blank;
    }

    @Override
    public long replaced() {
        return replaced;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
