package org.parasift.cli.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parasift.train.corpus.InputException;

/** A JSON object a line; blank lines are skipped, a broken line is a failed record and the next one follows. */
final class JsonLines implements DocumentReader {
    private final InputStream in;
    private final String name;
    private final ReadOptions options;
    private long line;
    private long replaced;

    JsonLines(InputStream in, String name, ReadOptions options) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.name = name;
        this.options = options;
    }

    @Override
    public @Nullable Document next() throws IOException {
        while (true) {
            byte[] bytes = line();
            if (bytes == null) {
                return null;
            }
            String where = Documents.shown(name) + ":" + line;
            try {
                PlainText plain = PlainText.decode(bytes, where, options.lenient());
                replaced += plain.replaced();
                if (!plain.text().isBlank()) {
                    JsonLine json = JsonLine.parse(plain.text(), options.id(), options.text());
                    String id = json.id();
                    Document.Origin origin = new Document.Origin(name, Format.JSONL, false, Optional.of(json));
                    return WholeFile.article(
                            id == null ? Format.bare(name) + ":" + line : id,
                            json.text(),
                            options.whole(),
                            where,
                            origin);
                }
            } catch (InputException e) {
                return new Document.Failed(Format.bare(name) + ":" + line, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return new Document.Failed(Format.bare(name) + ":" + line, where + ": " + e.getMessage());
            }
        }
    }

    /** The bytes of the next line without its end; null at the end. */
    private byte @Nullable [] line() throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
        for (; b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
            if (bytes.size() > options.largestRecord()) {
                throw Bytes.tooLarge(options.largestRecord());
            }
        }
        byte[] all = bytes.toByteArray();
        return all.length > 0 && all[all.length - 1] == '\r' ? java.util.Arrays.copyOf(all, all.length - 1) : all;
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
