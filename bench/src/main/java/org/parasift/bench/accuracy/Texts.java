package org.parasift.bench.accuracy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Split;

/**
 * A set of labelled texts in two parts. Nobody sees the test part before all settings are chosen.
 *
 * @param name of the set
 * @param trainFile the training part, columns label and text
 * @param train its rows
 * @param test rows of the test part
 * @param hashes SHA-256 of both files, by name
 */
record Texts(String name, Path trainFile, List<Example> train, List<Example> test, Map<String, String> hashes) {
    /** Before what is held out to choose fastText's settings. */
    static final String PREFIX = "__label__";

    private static final int FIFTHS = 5;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("([.!?,'/()\":;<>=*|-])");

    Texts {
        train = List.copyOf(train);
        test = List.copyOf(test);
        hashes = Map.copyOf(hashes);
    }

    /** Of the files {@code NAME-train.csv} and {@code NAME-test.csv}. */
    static Texts read(Path folder, String name) throws IOException {
        Path trainFile = folder.resolve(name + "-train.csv");
        Corpus train = CorpusReader.readCsv(trainFile, CsvColumns.USUAL).trainable();
        Corpus test = CorpusReader.readCsv(folder.resolve(name + "-test.csv"), CsvColumns.USUAL);
        Map<String, String> hashes = new java.util.TreeMap<>(train.hashes());
        hashes.putAll(test.hashes());
        return new Texts(name, trainFile, train.counted(), test.counted(), hashes);
    }

    /** A fifth of the training rows, near-equal texts together: the first part of {@code parasift train}'s folds. */
    Split fifths() throws IOException {
        return Split.byText(CorpusReader.readCsv(trainFile, CsvColumns.USUAL).trainable(), FIFTHS, 1);
    }

    /** As fastText's own tutorial prepares texts: lower case, punctuation by itself. */
    static String forFastText(String text) {
        return oneLine(PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" $1 "));
    }

    /** On one line. */
    static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Writes rows, a text a line, its label before it if wanted. */
    static Path write(List<Example> rows, boolean labelled, UnaryOperator<String> form, Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (Example row : rows) {
                String label = PREFIX + SPACE.matcher(row.label()).replaceAll("-");
                lines.write((labelled ? label + " " : "") + form.apply(row.text()) + "\n");
            }
        }
        return file;
    }

    /** How many of the labels are those of the rows. */
    static int right(List<Example> rows, List<String> labels) throws IOException {
        if (labels.size() != rows.size()) {
            throw new IOException(labels.size() + " labels for " + rows.size() + " texts");
        }
        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            right += Objects.equals(SPACE.matcher(rows.get(i).label()).replaceAll("-"), labels.get(i)) ? 1 : 0;
        }
        return right;
    }
}
