package org.parasift.train.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Split;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;

/**
 * Whether more data would help: scores of models that learned from an eighth, a quarter, a half and all of the articles.
 * Tested are the same held-out folds each time, at most three of them; the smaller sets lie in the larger ones. Whole
 * articles are taken away, so each set stays free of what it is tested on.
 *
 * @param measure what the scores are
 * @param folds tested
 * @param points small to large
 */
public record LearningCurve(String measure, int folds, List<Point> points) {
    private static final int FOLDS = 3;
    private static final List<Integer> PARTS = List.of(8, 4, 2);

    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * A size and what it gives.
     *
     * @param articles trained on, the mean over the folds
     * @param rows trained on, the mean over the folds
     * @param score of all tested folds together
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    public record Point(long articles, long rows, double score, double low, double high) {}

    /** Fits a model, as the run did that is being reported. */
    @FunctionalInterface
    public interface Learner {
        /** A model of rows of at least two labels. */
        Model fit(List<Example> rows);
    }

    /**
     * Trains on parts of the training rows of the first folds.
     *
     * @param predictions of the run itself, for the point of all rows
     * @param seed that draws the articles
     */
    public static LearningCurve of(
            Corpus corpus, Split split, List<Prediction> predictions, Learner learner, long seed) {
        List<String> labels = corpus.labels();
        int folds = Math.min(FOLDS, split.folds());
        List<Point> points = new ArrayList<>();
        for (int part : PARTS) {
            List<Prediction> scored = new ArrayList<>();
            long articles = 0;
            long rows = 0;
            boolean possible = true;
            for (int fold = 0; fold < folds && possible; fold++) {
                List<Example> train = share(split.train(fold), part, seed);
                possible = train.stream().map(Example::label).distinct().count() > 1;
                if (possible) {
                    ParagraphClassifier classifier = ParagraphClassifier.of(learner.fit(train));
                    scored.addAll(Evaluation.predictions(classifier, labels, split.test(fold)));
                    articles += articles(train);
                    rows += train.size();
                }
            }
            if (possible) {
                points.add(point(labels, corpus, scored, articles / folds, rows / folds));
            }
        }
        Set<Example> tested = new LinkedHashSet<>();
        long articles = 0;
        long rows = 0;
        for (int fold = 0; fold < folds; fold++) {
            tested.addAll(split.test(fold));
            articles += articles(split.train(fold));
            rows += split.train(fold).size();
        }
        List<Prediction> all = predictions.stream()
                .filter(prediction -> tested.contains(prediction.example()))
                .toList();
        points.add(point(labels, corpus, all, articles / folds, rows / folds));
        boolean spam = labels.size() == 2 && labels.contains("spam");
        return new LearningCurve(spam ? "F1 of spam" : "macro F1", folds, points);
    }

    private static Point point(List<String> labels, Corpus corpus, List<Prediction> scored, long articles, long rows) {
        Scores scores = Evaluation.of(labels, corpus, scored).scores();
        boolean spam = labels.size() == 2 && labels.contains("spam");
        Scores.Interval interval =
                scores.intervals().getOrDefault(spam ? "f1 spam" : "macroF1", new Scores.Interval(0, 1));
        double score = spam ? scores.label("spam").f1() : scores.macroF1();
        return new Point(articles, rows, score, interval.low(), interval.high());
    }

    /** The rows of one in so many articles, at least one; the articles of an eighth are among those of a quarter. */
    private static List<Example> share(List<Example> train, int part, long seed) {
        List<String> ids = new ArrayList<>(new LinkedHashSet<>(
                train.stream().map(row -> row.article().id()).toList()));
        int[] order = new int[ids.size()];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < Math.max(1, order.length / part); i++) {
            chosen.add(ids.get(order[i]));
        }
        return train.stream().filter(row -> chosen.contains(row.article().id())).toList();
    }

    private static long articles(List<Example> rows) {
        return rows.stream().map(row -> row.article().id()).distinct().count();
    }
}
