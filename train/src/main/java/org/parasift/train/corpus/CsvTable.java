package org.parasift.train.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small CSV file with a header, read whole. */
final class CsvTable {
    /** What is done with a row; the line counts from 1. */
    interface Rows {
        void row(CSVRecord record, long line);
    }

    private CsvTable() {}

    /**
     * Reads a file row by row.
     *
     * @param columns that it must have
     * @return SHA-256 of the file
     * @throws InputException if a column is missing or a row has not one value for each
     * @throws IOException if reading fails
     */
    static String read(Path file, List<String> columns, Rows rows) throws IOException {
        byte[] bytes = Utf8.bytes(file);
        String text = Utf8.decode(bytes, file.toString(), false).text();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (String column : columns) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new InputException(
                            file.toString(), 1, "no column " + column, "the columns " + String.join(", ", columns));
                }
            }
            for (CSVRecord record : parser) {
                long line = parser.getCurrentLineNumber();
                if (!record.isConsistent()) {
                    throw new InputException(file.toString(), line, record.size() + " values", "one for each column");
                }
                rows.row(record, line);
            }
        } catch (UncheckedIOException e) {
            InputException malformed = new InputException(file.toString(), 0, "malformed CSV", "CSV by RFC 4180");
            malformed.initCause(e);
            throw malformed;
        }
        return Hashes.sha256(bytes);
    }
}
