package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.news.Topics;

/** What becomes of whole articles without labels of paragraphs, on geopolitics and on other subjects. */
final class WholeArticles {
    private static final double MUST = 0.97;
    private static final double GOAL = 0.99;
    private static final int FEW_OF_A_TOPIC = 500;

    private WholeArticles() {}

    static Table table(List<Answers> questions, ToReach toReach) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Answers question : questions) {
            double threshold = question.threshold(Answers.KEPT_ARTICLES);
            List<Prediction> other = question.whole(raw -> raw.subject() == Topics.OTHER);
            List<Prediction> alike = question.whole(raw -> raw.subject() == Topics.GEOPOLITICS);
            double median = medianThreshold(alike, other);
            if (question.heldOut().folds().name().equals("site")) {
                toReach.row(
                        "whole articles read as other, by site: dropped, with 99 % of " + Sets.DEV + " kept",
                        MUST,
                        GOAL,
                        question.share(threshold, other));
                toReach.row(
                        "the same by the article's median paragraph, with 99 % of the paragraphs of articles read as geopolitics kept",
                        MUST, GOAL, question.share(median, Answers.median(other)));
            }
            Map<String, List<Prediction>> groups = new LinkedHashMap<>();
            groups.put("read as other", other);
            groups.put("read as mixed", question.whole(raw -> raw.subject() == Topics.MIXED));
            groups.put("read as geopolitics", alike);
            groups.put("tagged as other", question.whole(raw -> Topics.of(raw.topic()) == Topics.OTHER));
            groups.put("tagged as geopolitics", question.whole(raw -> Topics.of(raw.topic()) == Topics.GEOPOLITICS));
            groups.forEach((name, predictions) -> rows.add(List.of(
                    new Cell.Words(question.name()),
                    new Cell.Words(name),
                    new Cell.Count(predictions.stream()
                            .map(prediction -> prediction.example().article().id())
                            .distinct()
                            .count()),
                    new Cell.Count(predictions.size()),
                    question.share(threshold, predictions),
                    question.share(median, Answers.median(predictions)))));
        }
        return new Table(
                "Whole articles of other topics",
                "Every paragraph of held-out articles without labels, site spam among them. First at the threshold that keeps"
                        + " 99 % of the on-topic rows of " + Sets.DEV
                        + "; then as if an article were dropped as a whole, by"
                        + " the probability of its median paragraph, at the threshold that keeps 99 % of the paragraphs of"
                        + " articles read as geopolitics. Read as: by somebody who read title and beginning; mixed is what"
                        + " has a side of geopolitics. Tagged as: by the collection's own tags, which are noisy.",
                List.of("question", "articles", "number", "paragraphs", "dropped", "dropped by the median"),
                rows);
    }

    /** The threshold that keeps articles on geopolitics, each judged by its median paragraph. */
    private static double medianThreshold(List<Prediction> alike, List<Prediction> other) {
        List<Prediction> judged = new ArrayList<>(Answers.median(other));
        for (Prediction prediction : Answers.median(alike)) {
            Example row = prediction.example();
            Example kept =
                    new Example(row.article(), row.paragraph(), Splices.ON_TOPIC, "", Sure.YES, row.site(), row.line());
            judged.add(new Prediction(kept, prediction.label(), prediction.probabilities()));
        }
        return Scores.thresholdKeeping(Answers.LABELS, judged, Answers.KEPT_ARTICLES);
    }

    static Table topicByTopic(Answers question) {
        double threshold = question.threshold(Answers.KEPT_ARTICLES);
        List<List<Cell>> rows = new ArrayList<>();
        for (Topics topic : List.of(Topics.GEOPOLITICS, Topics.OTHER, Topics.UNCLEAR)) {
            TreeMap<String, List<Prediction>> tagged = new TreeMap<>();
            for (Prediction prediction : question.whole(raw -> Topics.of(raw.topic()) == topic)) {
                tagged.computeIfAbsent(prediction.example().kind(), tag -> new ArrayList<>())
                        .add(prediction);
            }
            tagged.forEach((tag, predictions) -> {
                if (predictions.size() >= FEW_OF_A_TOPIC) {
                    rows.add(List.of(
                            new Cell.Words(topic.text()),
                            new Cell.Words(tag.isEmpty() ? "none" : tag),
                            new Cell.Count(predictions.size()),
                            new Cell.Share(
                                    question.share(threshold, predictions).value()),
                            new Cell.Share(question.share(0.5, predictions).value())));
                }
            });
        }
        return new Table(
                "Topic by topic",
                "The same by site, tag by tag, if it has " + FEW_OF_A_TOPIC + " paragraphs or more.",
                List.of("counted as", "tag", "paragraphs", "dropped at 99 % kept", "dropped at an even chance"),
                rows);
    }
}
