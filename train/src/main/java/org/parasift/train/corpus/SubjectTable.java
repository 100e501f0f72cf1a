package org.parasift.train.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What whole articles are about: a CSV file with the columns article and subject.
 *
 * @param subjects by the article's id, in the order of the file
 * @param hash SHA-256 of the file
 */
public record SubjectTable(Map<String, String> subjects, String hash) {
    private static final List<String> COLUMNS = List.of("article", "subject");

    public SubjectTable {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    }

    /**
     * Reads a file.
     *
     * @param known the subjects there are
     * @throws InputException if a column is missing, a subject is not known or an article comes twice
     * @throws IOException if reading fails
     */
    public static SubjectTable read(Path file, List<String> known) throws IOException {
        Map<String, String> subjects = new LinkedHashMap<>();
        String hash = CsvTable.read(file, COLUMNS, (record, line) -> {
            String subject = record.get("subject");
            if (!known.contains(subject)) {
                throw new InputException(
                        file.toString(), line, "subject " + InputException.quote(subject), String.join(", ", known));
            }
            if (subjects.put(record.get("article"), subject) != null) {
                throw new InputException(
                        file.toString(),
                        line,
                        "article " + InputException.quote(record.get("article")) + " a second time",
                        "each article once");
            }
        });
        return new SubjectTable(subjects, hash);
    }
}
