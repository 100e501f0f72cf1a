package org.parasift.cli.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.train.corpus.InputException;

/**
 * A table with a header. With the columns of article and paragraph, rows that follow each other and name the same article
 * are its paragraphs; else every row is a text of its own. After a malformed row nothing more can be trusted.
 */
final class Table implements DocumentReader {
    private final String name;
    private final Format format;
    private final ReadOptions options;
    private final Utf8Reader chars;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final boolean articles;
    private @Nullable CSVRecord ahead;
    private long row;

    Table(InputStream in, String name, Format format, ReadOptions options) throws IOException {
        this.name = name;
        this.format = format;
        this.options = options;
        this.chars = new Utf8Reader(in, Documents.shown(name), options.lenient());
        CSVFormat rules = (format == Format.TSV ? CSVFormat.TDF : CSVFormat.RFC4180)
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(false)
                .get();
        this.parser = parse(rules);
        this.records = parser.iterator();
        List<String> columns = parser.getHeaderNames();
        if (columns.isEmpty()) {
            throw new InputException(Documents.shown(name), 0, "an empty file", "a table with a header line");
        }
        if (!columns.contains(options.text())) {
            throw new InputException(
                    Documents.shown(name),
                    1,
                    "no column " + InputException.quote(options.text()),
                    "it among the columns " + String.join(", ", columns));
        }
        this.articles = columns.contains(options.article()) && columns.contains(options.paragraph());
    }

    private CSVParser parse(CSVFormat rules) throws IOException {
        try {
            return CSVParser.builder().setReader(chars).setFormat(rules).get();
        } catch (IllegalArgumentException e) {
            InputException twice = new InputException(Documents.shown(name), 1, "a column twice", "each column once");
            twice.initCause(e);
            throw twice;
        }
    }

    @Override
    public @Nullable Document next() throws IOException {
        CSVRecord first = ahead == null ? read() : ahead;
        ahead = null;
        if (first == null) {
            return null;
        }
        Document.Origin origin = new Document.Origin(name, format, false, Optional.empty());
        if (!articles) {
            row++;
            String id = first.isMapped(options.id()) ? first.get(options.id()) : Format.bare(name) + ":" + row;
            return WholeFile.article(id, first.get(options.text()), options.whole(), where(first), origin);
        }
        String id = first.get(options.article());
        List<String> paragraphs = new ArrayList<>();
        String wrong = "";
        long size = 0;
        CSVRecord record = first;
        for (; record != null && record.get(options.article()).equals(id); record = read()) {
            String text = ParagraphSplitter.trim(record.get(options.text()));
            String number = record.get(options.paragraph()).strip();
            if (wrong.isEmpty() && !number.equals(Integer.toString(paragraphs.size()))) {
                wrong = where(record) + ": paragraph " + InputException.quote(number) + " of article "
                        + InputException.quote(id) + " (expected " + paragraphs.size() + ")";
            }
            if (wrong.isEmpty() && text.isEmpty()) {
                wrong = where(record) + ": a blank text (expected the paragraph)";
            }
            size += text.length();
            if (size > options.largestRecord()) {
                throw Bytes.tooLarge(options.largestRecord());
            }
            paragraphs.add(text);
        }
        ahead = record;
        return wrong.isEmpty()
                ? new Document.Text(id, Article.of(id, paragraphs), origin)
                : new Document.Failed(id, wrong);
    }

    private @Nullable CSVRecord read() throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            while (record.size() == 1 && record.get(0).isEmpty()) {
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                record = records.next();
            }
            if (!record.isConsistent()) {
                throw new InputException(
                        Documents.shown(name),
                        line,
                        record.size() + " columns",
                        parser.getHeaderNames().size() + ", as in the header");
            }
            return record;
        } catch (UncheckedIOException e) {
            String message = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            if (message.contains("gzip") || message.contains("unpacks")) {
                throw new IOException(message, e);
            }
            InputException malformed =
                    new InputException(Documents.shown(name), line, "malformed: " + message, "values as in RFC 4180");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private String where(CSVRecord record) {
        return Documents.shown(name) + ": row " + record.getRecordNumber();
    }

    @Override
    public long replaced() {
        return chars.replaced();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
