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
 * are its paragraphs; else every row is a text of its own. A row that is too large, has another number of columns than the
 * header, or is not UTF-8 is a failed record; where articles are read it fails its article, which is the one that it names
 * or, if that cannot be read, the one before it. The next row is found by {@link TableRows}. Only where quotes are not as
 * in RFC 4180 is nothing behind them to be trusted, and the file ends.
 */
final class Table implements DocumentReader {
    private final String name;
    private final Format format;
    private final ReadOptions options;
    private final Utf8Reader chars;
    private final TableRows rows;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final boolean articles;
    private @Nullable Row ahead;
    private long number;
    private long linesLeftOut;

    /** A row, and what is wrong with it, if that is not empty. */
    private record Row(CSVRecord values, String wrong) {
        /** A value, if the row has it whole. */
        Optional<String> value(String column) {
            int index = values.getParser().getHeaderNames().indexOf(column);
            boolean whole = index >= 0 && index < values.size() - (wrong.isEmpty() ? 0 : 1);
            return whole ? Optional.of(values.get(index)) : Optional.empty();
        }
    }

    Table(InputStream in, String name, Format format, ReadOptions options) throws IOException {
        this.name = name;
        this.format = format;
        this.options = options;
        this.chars = new Utf8Reader(in, options.lenient());
        this.rows = new TableRows(chars, format == Format.TSV ? '\t' : ',', options.largestRecord());
        CSVFormat rules = (format == Format.TSV ? CSVFormat.TDF : CSVFormat.RFC4180)
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(false)
                .get();
        this.parser = parse(rules);
        this.records = parser.iterator();
        TableRows.Wrong header = rows.wrong(1);
        if (header != null) {
            throw new InputException(Documents.shown(name), 1, header.reason(), "a header line");
        }
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
            return CSVParser.builder().setReader(rows).setFormat(rules).get();
        } catch (IllegalArgumentException e) {
            InputException twice = new InputException(Documents.shown(name), 1, "a column twice", "each column once");
            twice.initCause(e);
            throw twice;
        }
    }

    @Override
    public @Nullable Document next() throws IOException {
        Row first = ahead == null ? read() : ahead;
        ahead = null;
        if (first == null) {
            return null;
        }
        Document.Origin origin = new Document.Origin(name, format, false, Optional.empty());
        return articles ? article(first, origin) : text(first, origin);
    }

    private Document text(Row row, Document.Origin origin) {
        number++;
        String id = row.value(options.id()).orElse(Format.bare(name) + ":" + number);
        return row.wrong.isEmpty()
                ? WholeFile.article(id, row.values.get(options.text()), options.whole(), where(row.values), origin)
                : new Document.Failed(id, row.wrong);
    }

    /** The article that begins with a row; the row after it is read ahead. */
    private Document article(Row first, Document.Origin origin) throws IOException {
        Optional<String> named = first.value(options.article());
        String id = named.orElse(Format.bare(name) + ":" + first.values.getRecordNumber());
        List<String> paragraphs = new ArrayList<>();
        String wrong = "";
        long size = 0;
        Row row = first;
        for (; row != null && row.value(options.article()).orElse(id).equals(id); row = read()) {
            wrong = wrong.isEmpty() ? wrong(row, id, paragraphs.size()) : wrong;
            if (wrong.isEmpty()) {
                String text = ParagraphSplitter.trim(row.values.get(options.text()));
                paragraphs.add(text);
                size += text.length();
                wrong = size <= options.largestRecord()
                        ? ""
                        : where(row.values) + ": "
                                + Bytes.tooLarge(options.largestRecord()).getMessage();
            }
        }
        ahead = row;
        return wrong.isEmpty()
                ? new Document.Text(id, Article.of(id, paragraphs), origin)
                : new Document.Failed(id, wrong);
    }

    /** Why a row is not the next paragraph of an article; empty if it is. */
    private String wrong(Row row, String id, int next) {
        if (!row.wrong.isEmpty()) {
            return row.wrong;
        }
        String paragraph = row.values.get(options.paragraph()).strip();
        if (!paragraph.equals(Integer.toString(next))) {
            return where(row.values) + ": paragraph " + InputException.quote(paragraph) + " of article "
                    + InputException.quote(id) + " (expected " + next + ")";
        }
        return ParagraphSplitter.trim(row.values.get(options.text())).isEmpty()
                ? where(row.values) + ": a blank text (expected the paragraph)"
                : "";
    }

    /** The next row that is no blank line; null at the end. */
    private @Nullable Row read() throws IOException {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1 + linesLeftOut;
            CSVRecord values = parsed(line);
            if (values == null) {
                return null;
            }
            String reason = "";
            TableRows.Wrong wrong = rows.wrong(values.getRecordNumber() + 1);
            if (wrong != null) {
                linesLeftOut += wrong.lines();
                reason = wrong.reason();
            } else if (values.size() == 1 && values.get(0).isEmpty()) {
                continue;
            } else if (!values.isConsistent()) {
                reason = values.size() + " columns (expected "
                        + parser.getHeaderNames().size() + ", as in the header)";
            }
            return new Row(values, reason.isEmpty() ? "" : Documents.shown(name) + ":" + line + ": " + reason);
        }
    }

    /** What the parser makes of the next row. */
    private @Nullable CSVRecord parsed(long line) throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
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
