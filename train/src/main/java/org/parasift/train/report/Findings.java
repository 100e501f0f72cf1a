package org.parasift.train.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Explanation;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Reason;
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

    /** Rows of a fold whose reasons are added up for a model that has no table of weights. */
    private static final int SAMPLE = 400;

    private final Map<Example, Prediction> predictions = new LinkedHashMap<>();
    private final Map<Example, Explanation> reasons = new LinkedHashMap<>();
    private final Map<String, Influence> influences = new TreeMap<>();
    private List<String> labels = List.of();
    private long sampled;

    /**
     * What a column has contributed to scores, or the neighbours have.
     *
     * @param column its name
     * @param size mean size of its contributions
     * @param forIt share of the rows in which it spoke for the label of the score
     */
    record Influence(String column, double size, double forIt) {}

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
            if (classifier.model().trees().isPresent()) {
                int step = Math.max(1, fold.size() / SAMPLE);
                for (int i = 0; i < fold.size(); i += step) {
                    Example row = fold.get(i).example();
                    weigh(classifier.explain(row.article(), row.paragraph()));
                }
            }
        });
    }

    private void weigh(Explanation why) {
        sampled++;
        for (Reason reason : why.reasons()) {
            if (!reason.feature().equals("bias")) {
                Influence before = influences.getOrDefault(reason.feature(), new Influence(reason.feature(), 0, 0));
                influences.put(
                        reason.feature(),
                        new Influence(
                                reason.feature(),
                                before.size + Math.abs(reason.contribution()),
                                before.forIt + (reason.contribution() > 0 ? 1 : 0)));
            }
        }
    }

    /** The columns that count most in a model of trees, over an even sample of the rows; empty of other models. */
    List<Influence> influences(int most) {
        return influences.values().stream()
                .map(sum -> new Influence(sum.column, sum.size / sampled, sum.forIt / sampled))
                .sorted(Comparator.comparingDouble((Influence mean) -> -mean.size))
                .limit(most)
                .toList();
    }

    /** How many rows that sample has. */
    long sampled() {
        return sampled;
    }

    /** The same rows with the labels that follow from a policy. */
    Findings decided(List<String> labels, DecisionPolicy policy) {
        Findings decided = new Findings();
        predictions.forEach((row, prediction) -> decided.predictions.put(row, prediction.decided(labels, policy)));
        decided.reasons.putAll(reasons);
        decided.influences.putAll(influences);
        decided.sampled = sampled;
        decided.labels = labels;
        return decided;
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

    private List<Prediction> worst(List<Prediction> rows) {
        return rows.stream()
                .filter(Findings::wrong)
                .sorted(Comparator.comparingDouble((Prediction row) -> -confidence(row)))
                .limit(ERRORS)
                .toList();
    }

    /** The probability of the label given; before there are decisions that is the greatest one. */
    double confidence(Prediction row) {
        int given = labels.indexOf(row.label());
        if (given >= 0) {
            return row.probabilities().get(given);
        }
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
