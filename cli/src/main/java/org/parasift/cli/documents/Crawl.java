package org.parasift.cli.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages of a WARC file and the texts of a WET file, named by their addresses. Requests, metadata, and answers that are
 * no page are skipped. Where a record's length lies the records after it are lost: that ends the file, as a failure.
 */
final class Crawl implements DocumentReader {
    private final String name;
    private final ReadOptions options;
    private final WarcReader reader;
    private final Iterator<WarcRecord> records;
    private String before = "";
    private long replaced;

    Crawl(InputStream in, String name, ReadOptions options) throws IOException {
        this.name = name;
        this.options = options;
        this.reader = new WarcReader(in);
        this.records = reader.iterator();
    }

    @Override
    public @Nullable Document next() throws IOException {
        for (WarcRecord record = read(); record != null; record = read()) {
            Optional<Document> document;
            try {
                document = document(record);
            } catch (EOFException e) {
                throw lying(String.valueOf(e.getMessage()), e);
            } catch (Bytes.TooLargeException | ParsingException e) {
                // The record's frame is sound, so the next one can be found.
                String id = record instanceof WarcTargetRecord target ? target.target() : Format.bare(name);
                return new Document.Failed(id, Documents.shown(name) + ": " + id + ": " + e.getMessage());
            }
            if (document.isPresent()) {
                return document.get();
            }
        }
        return null;
    }

    /** The next record, whatever it is; null at the end. */
    private @Nullable WarcRecord read() throws IOException {
        try {
            WarcRecord record = records.hasNext() ? records.next() : null;
            before = record instanceof WarcTargetRecord target ? " of " + target.target() : "";
            return record;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ParsingException) {
                throw lying("no record at byte " + reader.position(), e);
            }
            if (e.getCause() instanceof EOFException cause) {
                throw lying(String.valueOf(cause.getMessage()), e);
            }
            throw e;
        }
    }

    private IOException lying(String found, Exception cause) {
        return new IOException(found + "; the length" + before + " may be wrong", cause);
    }

    private Optional<Document> document(WarcRecord record) throws IOException {
        if (!(record instanceof WarcTargetRecord target)) {
            return Optional.empty();
        }
        String id = target.target();
        String where = Documents.shown(name) + ": " + id;
        Document.Origin origin = new Document.Origin(name, Format.WARC, false, Optional.empty());
        if (record instanceof WarcConversion conversion) {
            byte[] bytes = Bytes.all(conversion.body().stream(), options.largestRecord());
            whole(bytes.length, conversion.body().size(), where);
            return Optional.of(text(id, bytes, where, origin));
        }
        if (record instanceof WarcResponse response
                && response.contentType().base().equals(MediaType.HTTP.base())) {
            HttpResponse http = response.http();
            MediaType type = http.contentType();
            if (http.status() != 200 || !(isPage(type) || type.base().equals(MediaType.PLAIN_TEXT.base()))) {
                return Optional.empty();
            }
            InputStream body = http.bodyDecoded().stream();
            byte[] bytes = Bytes.all(body, options.largestRecord());
            if (!isPage(type)) {
                return Optional.of(text(id, bytes, where, origin));
            }
            String charset = type.parameters().get("charset");
            String page;
            try {
                page = Page.text(bytes, charset);
            } catch (java.nio.charset.IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException e) {
                // The server named a character set that there is not; the page may know better.
                page = Page.text(bytes, null);
            }
            return Optional.of(WholeFile.article(id, page, options.whole(), where, origin));
        }
        return Optional.empty();
    }

    private Document text(String id, byte[] bytes, String where, Document.Origin origin) {
        try {
            PlainText plain = PlainText.decode(bytes, where, options.lenient());
            replaced += plain.replaced();
            return WholeFile.article(id, plain.text(), options.whole(), where, origin);
        } catch (org.parasift.train.corpus.InputException e) {
            return new Document.Failed(id, String.valueOf(e.getMessage()));
        }
    }

    private static void whole(long read, long promised, String where) throws IOException {
        if (read < promised) {
            throw new IOException(where + ": " + read + " of " + promised + " promised bytes");
        }
    }

    private static boolean isPage(MediaType type) {
        return type.base().equals(MediaType.HTML.base()) || type.base().equals(MediaType.XHTML.base());
    }

    @Override
    public long replaced() {
        return replaced;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
