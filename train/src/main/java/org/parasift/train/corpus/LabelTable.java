package org.parasift.train.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Labels without text: a CSV file with the columns article, paragraph, label, kind, sure, whose rows name paragraphs of
 * articles that stand elsewhere.
 *
 * @param rows in the order of the file
 * @param hash SHA-256 of the file
 */
public record LabelTable(List<Row> rows, String hash) {
    private static final List<String> COLUMNS = List.of("article", "paragraph", "label", "kind", "sure");

    /** One label. The line counts from 1; the rest is as in {@link Example}. */
    public record Row(String article, int paragraph, String label, String kind, Sure sure, long line) {}

    public LabelTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws InputException if a column is missing, a value is not as it should be or a paragraph comes twice
     * @throws IOException if reading fails
     */
    public static LabelTable read(Path file) throws IOException {
        byte[] bytes = Utf8.bytes(file);
        String text = Utf8.decode(bytes, file.toString(), false).text();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (String column : COLUMNS) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new InputException(
                            file.toString(), 1, "no column " + column, "the columns " + String.join(", ", COLUMNS));
                }
            }
            for (CSVRecord record : parser) {
                Row row = row(record, file.toString(), parser.getCurrentLineNumber());
                if (!seen.add(row.article() + " " + row.paragraph())) {
                    throw new InputException(
                            file.toString(),
                            row.line(),
                            "paragraph " + row.paragraph() + " of " + row.article() + " a second time",
                            "each paragraph once");
                }
                rows.add(row);
            }
        } catch (UncheckedIOException e) {
            InputException malformed = new InputException(file.toString(), 0, "malformed CSV", "CSV by RFC 4180");
            malformed.initCause(e);
            throw malformed;
        }
        return new LabelTable(rows, Hashes.sha256(bytes));
    }

    private static Row row(CSVRecord record, String file, long line) {
        if (!record.isConsistent()) {
            throw new InputException(file, line, record.size() + " values", "one for each column");
        }
        String sure = record.get("sure");
        Sure known;
        try {
            known = Sure.valueOf(sure.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            InputException wrong =
                    new InputException(file, line, "sure " + InputException.quote(sure), "yes, mixed or no");
            wrong.initCause(e);
            throw wrong;
        }
        String paragraph = record.get("paragraph");
        if (!paragraph.matches("[0-9]{1,9}")) {
            throw new InputException(
                    file, line, "paragraph " + InputException.quote(paragraph), "a number counted from 0");
        }
        String label = record.get("label");
        if (label.isEmpty() && known != Sure.NO) {
            throw new InputException(file, line, "no label", "one, or sure = no");
        }
        return new Row(record.get("article"), Integer.parseInt(paragraph), label, record.get("kind"), known, line);
    }
}
