package org.parasift.train.news;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Label files without text, whose rows name articles that stand elsewhere.
 *
 * @param paragraphs files of labels of paragraphs, see {@link org.parasift.train.corpus.LabelTable}
 * @param subjects a file that says what whole articles are about, see {@link org.parasift.train.corpus.SubjectTable}
 */
public record LabelFiles(List<Path> paragraphs, Optional<Path> subjects) {
    private static final String SUBJECTS = "subjects.csv";

    /** None. */
    public static final LabelFiles NONE = new LabelFiles(List.of(), Optional.empty());

    public LabelFiles {
        paragraphs = List.copyOf(paragraphs);
    }

    /** All CSV files of a folder, by name; {@code subjects.csv} is that of subjects. None if there is no such folder. */
    public static LabelFiles in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList());
        }
    }

    /** Some files; one that is called {@code subjects.csv} is that of subjects. */
    public static LabelFiles of(List<Path> files) {
        return new LabelFiles(
                files.stream().filter(file -> !file.endsWith(SUBJECTS)).toList(),
                files.stream().filter(file -> file.endsWith(SUBJECTS)).findFirst());
    }
}
