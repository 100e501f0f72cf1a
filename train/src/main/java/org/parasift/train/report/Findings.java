package org.parasift.train.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parasift.classify.Explanation;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Example;
import org.parasift.train.eval.Prediction;

/**
 * What is shown of single paragraphs: the articles with most errors, and the worst errors, each with its reasons by the
 * very model that scored it. Fed fold by fold, so that no model need be kept; of each fold only what may be shown at the
 * end is explained.
 */
public final class Findings {
    /** Articles shown at most. */
    static final int ARTICLES = 40;

    /** Paragraphs shown at most, but for the article that passes it. */
    static final int PARAGRAPHS = 1500;

    /** Errors shown at most. */
    static final int ERRORS = 20;

    private static final int REASONS = 4;

    private final Map<Example, Prediction> predictions = new LinkedHashMap<>();
    private final Map<Example, Explanation> reasons = new LinkedHashMap<>();

    /** Nothing yet. */
    public Findings() {}

    /**
     * Takes a fold, or all there is.
     *
     * @param model that made the predictions; empty if none did
     * @param fold its predictions, articles together
     */
    public void add(Optional<Model> model, List<Prediction> fold) {
        fold.forEach(prediction -> predictions.put(prediction.example(), prediction));
        model.map(ParagraphClassifier::of).ifPresent(classifier -> {
            Set<Example> wanted = new LinkedHashSet<>();
            worst(fold).forEach(prediction -> wanted.add(prediction.example()));
            articles(fold).forEach(own -> own.forEach(prediction -> wanted.add(prediction.example())));
            for (Example row : wanted) {
                Explanation all = classifier.explain(row.article(), row.paragraph());
                reasons.put(row, new Explanation(all.verdict(), all.label(), all.score(), all.strongest(REASONS)));
            }
        });
    }

    /** The worst errors: the surest ones first. */
    List<Prediction> worst() {
        return worst(List.copyOf(predictions.values()));
    }

    /** The articles to show, in the order of the corpus. */
    List<List<Prediction>> articles() {
        return articles(List.copyOf(predictions.values()));
    }

    /** Why a row got its label; empty if nobody asked. */
    Optional<Explanation> why(Example row) {
        return Optional.ofNullable(reasons.get(row));
    }

    private static List<Prediction> worst(List<Prediction> rows) {
        return rows.stream()
                .filter(Findings::wrong)
                .sorted(Comparator.comparingDouble((Prediction row) -> -confidence(row)))
                .limit(ERRORS)
                .toList();
    }

    /** The probability of the label given. */
    static double confidence(Prediction row) {
        return row.probabilities().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    static boolean wrong(Prediction row) {
        return !row.label().equals(row.example().label());
    }

    private static List<List<Prediction>> articles(List<Prediction> rows) {
        Map<String, List<Prediction>> byArticle = new LinkedHashMap<>();
        for (Prediction row : rows) {
            byArticle
                    .computeIfAbsent(row.example().article().id(), id -> new ArrayList<>())
                    .add(row);
        }
        List<List<Prediction>> ranked = new ArrayList<>(byArticle.values());
        ranked.sort(Comparator.comparingLong(
                (List<Prediction> own) -> -own.stream().filter(Findings::wrong).count()));
        Set<String> chosen = new LinkedHashSet<>();
        int paragraphs = 0;
        for (List<Prediction> own : ranked) {
            if (chosen.size() < ARTICLES && paragraphs < PARAGRAPHS) {
                chosen.add(own.get(0).example().article().id());
                paragraphs += own.get(0).example().article().paragraphs().size();
            }
        }
        return byArticle.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
