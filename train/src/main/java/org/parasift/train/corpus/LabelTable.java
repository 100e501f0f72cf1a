package org.parasift.train.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String hash = CsvTable.read(file, COLUMNS, (record, line) -> {
            Row row = row(record, file.toString(), line);
            if (!seen.add(row.article() + " " + row.paragraph())) {
                throw new InputException(
                        file.toString(),
                        line,
                        "paragraph " + row.paragraph() + " of " + row.article() + " a second time",
                        "each paragraph once");
            }
            rows.add(row);
        });
        return new LabelTable(rows, hash);
    }

    private static Row row(CSVRecord record, String file, long line) {
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
