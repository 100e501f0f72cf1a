package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.news.HeldOut;
import org.parasift.train.news.NewsData;
import org.parasift.train.news.RawArticle;

/**
 * The answers to one question, by article or by site, calibrated by {@link CrossFit}.
 *
 * @param heldOut the models
 * @param cross the calibration
 * @param calibrated predictions for all labelled rows that count; whatever the subject, if their set is not about
 *     geopolitics
 * @param anySubject the same whatever the subject of any set
 * @param sets which set an article belongs to
 * @param seed of splices and bootstraps
 */
record Answers(
        HeldOut heldOut,
        CrossFit cross,
        List<Prediction> calibrated,
        List<Prediction> anySubject,
        Sets sets,
        long seed) {
    static final List<String> LABELS = List.of(Splices.ON_TOPIC, Splices.SPAM);

    /** The share of on-topic rows of articles-dev that stays where splices are judged. */
    static final double KEPT = 0.995;

    /** The same where whole articles are. */
    static final double KEPT_ARTICLES = 0.99;

    Answers {
        calibrated = List.copyOf(calibrated);
        anySubject = List.copyOf(anySubject);
    }

    static Answers of(HeldOut heldOut, CrossFit cross, Sets sets, long seed) {
        HeldOut any = heldOut.anySubject();
        List<Prediction> judged = new ArrayList<>(
                cross.calibrated(heldOut.where(sets::isOnSubject).predictions()));
        judged.addAll(cross.calibrated(any.where(row -> !sets.isOnSubject(row)).predictions()));
        return new Answers(heldOut, cross, judged, cross.calibrated(any.predictions()), sets, seed);
    }

    /** What is held out, as text. */
    String name() {
        return "by " + heldOut.folds().name();
    }

    /** Of a set, with the label of an even chance; judged whatever its subject, if the set is not about geopolitics. */
    Scores scores(String set) {
        return Scores.of(LABELS, sets.only(set, calibrated), seed);
    }

    /** Of a set, whatever its subject. */
    Scores anySubjectScores(String set) {
        return Scores.of(LABELS, sets.only(set, anySubject), seed);
    }

    /** Of a set, with the label spam for what is dropped. */
    Scores dropScores(String set) {
        return Scores.of(LABELS, cross.dropped(sets.only(set, calibrated)), seed);
    }

    /** Of the two rules, on the rows of a set. */
    Scores rule(String title, String set) {
        List<Example> rows =
                sets.only(set, calibrated).stream().map(Prediction::example).toList();
        return Rules.scores(title, rows, seed);
    }

    /** The lowest probability that leaves a share of the on-topic rows of articles-dev below it. */
    double threshold(double kept) {
        return Scores.thresholdKeeping(LABELS, sets.only(Sets.DEV, calibrated), kept);
    }

    /** Spliced rows with their calibrated probabilities, by kind. */
    Map<String, List<Prediction>> spliced(Splices splices, NewsData data) {
        Map<String, List<Prediction>> byKind = new LinkedHashMap<>();
        Splices.KINDS.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        byKind.put(Splices.TITLE, new ArrayList<>());
        for (int fold = 0; fold < heldOut.folds().folds(); fold++) {
            List<Example> rows = splices.make(Material.of(heldOut.folds(), fold, data, sets), seed).stream()
                    .filter(Example::counts)
                    .toList();
            for (Prediction prediction : ask(fold, rows)) {
                byKind.computeIfAbsent(prediction.example().kind(), kind -> new ArrayList<>())
                        .add(prediction);
            }
        }
        return byKind;
    }

    /** Every paragraph of some held-out articles without labels, as if all of them were spam; the article's topic is their kind. */
    List<Prediction> whole(Predicate<RawArticle> wanted) {
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < heldOut.folds().folds(); fold++) {
            List<Example> rows = new ArrayList<>();
            for (RawArticle raw : heldOut.folds().raw(fold)) {
                for (int p = 0; p < raw.article().paragraphs().size() && wanted.test(raw); p++) {
                    rows.add(new Example(raw.article(), p, Splices.SPAM, raw.topic(), Sure.YES, raw.site(), 0));
                }
            }
            predictions.addAll(ask(fold, rows));
        }
        return predictions;
    }

    private List<Prediction> ask(int fold, List<Example> rows) {
        return cross.calibrated(Evaluation.predictions(heldOut.classifiers().get(fold), LABELS, rows));
    }

    /** The same, each with the probability of the median paragraph of its article: the upper one of two. */
    static List<Prediction> median(List<Prediction> predictions) {
        Map<String, List<Prediction>> byArticle = new LinkedHashMap<>();
        predictions.forEach(prediction -> byArticle
                .computeIfAbsent(prediction.example().article().id(), id -> new ArrayList<>())
                .add(prediction));
        List<Prediction> whole = new ArrayList<>();
        byArticle.values().forEach(own -> {
            List<Double> sorted = own.stream().map(Answers::spam).sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            own.forEach(prediction ->
                    whole.add(new Prediction(prediction.example(), prediction.label(), List.of(1 - median, median))));
        });
        return whole;
    }

    /** The share of rows that have at least a probability, with its interval by article. */
    Cell.Estimate share(double threshold, List<Prediction> predictions) {
        List<Prediction> asSpam = predictions.stream()
                .map(prediction -> {
                    Example row = prediction.example();
                    Example spam = new Example(
                            row.article(), row.paragraph(), Splices.SPAM, "", Sure.YES, row.site(), row.line());
                    return at(threshold, new Prediction(spam, prediction.label(), prediction.probabilities()));
                })
                .toList();
        Scores scores = Scores.of(LABELS, asSpam, seed);
        return Cell.Estimate.of(scores.accuracy(), interval(scores, "accuracy"));
    }

    /** The same with the label that follows from a threshold. */
    static Prediction at(double threshold, Prediction prediction) {
        String label = LABELS.get(spam(prediction) >= threshold ? 1 : 0);
        return new Prediction(prediction.example(), label, prediction.probabilities());
    }

    static double spam(Prediction prediction) {
        return prediction.probabilities().get(1);
    }

    static Scores.Interval interval(Scores scores, String name) {
        return Objects.requireNonNull(scores.intervals().get(name), () -> "no interval of " + name);
    }
}
