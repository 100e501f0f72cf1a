package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.List;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

/** Predictions by hand: a line is {@code ARTICLE LABEL P(spam)}. */
final class Guesses {
    static final List<String> LABELS = List.of("on-topic", "spam");

    private Guesses() {}

    static List<Prediction> of(String... lines) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].split(" ", -1);
            predictions.add(row(words[0], words[1], Double.parseDouble(words[2]), i));
        }
        return predictions;
    }

    /** So many texts of their own. */
    static List<Prediction> texts(int count, String label, double spam) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            predictions.add(row(label + spam + "-" + i, label, spam, i));
        }
        return predictions;
    }

    @SafeVarargs
    static List<Prediction> all(List<Prediction>... parts) {
        List<Prediction> all = new ArrayList<>();
        for (List<Prediction> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static Prediction row(String article, String label, double spam, int line) {
        Example example = new Example(Article.of(article, List.of("text")), 0, label, "", Sure.YES, "", line + 2);
        return new Prediction(example, spam > 0.5 ? "spam" : "on-topic", List.of(1 - spam, spam));
    }
}
