package org.parasift.train.corpus;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parasift.text.Article;

/**
 * Labelled articles, or labelled texts of their own.
 *
 * @param name the file or folder as the user named it
 * @param file the file the rows stand in, for messages
 * @param plain whether every row is a text of its own; then each article has one paragraph
 * @param articles in the order of first mention
 * @param examples all rows, article by article, paragraphs in order; those that do not count among them
 * @param hashes SHA-256 of every file that was read, by its name without folders
 * @param replaced malformed byte sequences that were replaced while reading
 */
public record Corpus(
        String name,
        String file,
        boolean plain,
        List<Article> articles,
        List<Example> examples,
        SortedMap<String, String> hashes,
        long replaced) {
    /** No article. */
    public static final Corpus EMPTY = new Corpus("", "", false, List.of(), List.of(), new TreeMap<>(), 0);

    public Corpus {
        articles = List.copyOf(articles);
        examples = List.copyOf(examples);
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    /** The labels of the rows that count, sorted. */
    public List<String> labels() {
        TreeSet<String> labels = new TreeSet<>();
        for (Example example : examples) {
            if (example.counts()) {
                labels.add(example.label());
            }
        }
        return List.copyOf(labels);
    }

    /** The rows that are trained on and scored, in order. */
    public List<Example> counted() {
        return examples.stream().filter(Example::counts).toList();
    }

    /**
     * This corpus, if something can be learned from it.
     *
     * @throws InputException if there are fewer than two labels
     */
    public Corpus trainable() {
        List<String> labels = labels();
        if (labels.size() < 2) {
            throw new InputException(
                    file,
                    0,
                    labels.isEmpty() ? "no labelled row" : "only one label, " + InputException.quote(labels.get(0)),
                    "rows of two or more labels");
        }
        return this;
    }
}
