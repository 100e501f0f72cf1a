package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parasift.train.corpus.Example;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.news.HeldOut;

/** The figures of the labelled rows in more detail than what is to be reached. */
final class Breakdown {
    private static final int WORST = 30;
    private static final int REASONS = 3;

    private Breakdown() {}

    /** Every set, by article and by site, beside the rules. */
    static Table sets(List<Answers> questions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String set : questions.get(0).sets().names()) {
            for (String rule : Rules.TITLES) {
                rows.add(figures(set, rule, questions.get(0).rule(rule, set), false));
            }
            for (Answers question : questions) {
                String who = "model, " + question.name();
                if (Sets.isOnSubject(set)) {
                    rows.add(figures(set, who, question.scores(set), true));
                }
                rows.add(figures(set, who + ", any subject", question.anySubjectScores(set), true));
            }
        }
        return new Table(
                "Set by set",
                "The model's labels are those of an even chance. Rules have no probabilities. Any subject: without the score for articles that are not about geopolitics; the labels of articles-other and sites say what belongs to the story, whatever it is about.",
                List.of(
                        "set",
                        "who",
                        "rows",
                        "spam",
                        "F1",
                        "precision",
                        "on-topic kept",
                        "average precision",
                        "recall at 99.5 % kept",
                        "ECE"),
                rows);
    }

    private static List<Cell> figures(String set, String who, Scores scores, boolean ranked) {
        Scores.PerLabel spam = scores.label(Splices.SPAM);
        List<Cell> row = new ArrayList<>(List.of(
                new Cell.Words(set),
                new Cell.Words(who),
                new Cell.Count(spam.support() + scores.label(Splices.ON_TOPIC).support()),
                new Cell.Count(spam.support()),
                ToReach.estimate(spam.f1(), scores, "f1 spam"),
                new Cell.Share(spam.precision()),
                ToReach.estimate(scores.kept(), scores, "kept")));
        if (ranked) {
            row.add(ToReach.estimate(scores.averagePrecision(), scores, "averagePrecision"));
            row.add(ToReach.estimate(scores.recallAtKept(), scores, "recallAtKept"));
            row.add(ToReach.estimate(scores.ece(), scores, "ece"));
        } else {
            row.addAll(Collections.nCopies(3, new Cell.Words("–")));
        }
        return row;
    }

    /** What DROP means with the thresholds of the shipped model. */
    static Table thresholds(List<Answers> questions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String set : questions.get(0).sets().names()) {
            for (Answers question : questions) {
                Scores scores = question.dropScores(set);
                Scores.PerLabel spam = scores.label(Splices.SPAM);
                rows.add(List.of(
                        new Cell.Words(set),
                        new Cell.Words(question.name()),
                        ToReach.estimate(spam.f1(), scores, "f1 spam"),
                        new Cell.Share(spam.precision()),
                        new Cell.Share(spam.recall()),
                        ToReach.estimate(scores.kept(), scores, "kept")));
            }
        }
        String drops = questions.get(0).cross().without().stream()
                .map(decisions -> new Cell.Share(decisions.policy().drop()).markdown())
                .collect(Collectors.joining(", "));
        return new Table(
                "At the threshold of DROP",
                "Learned as that of the shipped model, without the row's own fold: from " + drops + " on.",
                List.of("set", "question", "F1", "precision", "recall", "on-topic kept"),
                rows);
    }

    /** How much of each kind gets its right label, and so where the errors are. */
    static Table kinds(List<Answers> questions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String set : questions.get(0).sets().names()) {
            List<Scores> scores =
                    questions.stream().map(question -> question.scores(set)).toList();
            for (String kind : scores.get(0).perKind().keySet()) {
                List<Cell> row = new ArrayList<>(List.of(new Cell.Words(set), new Cell.Words(kind)));
                Scores.PerKind none = new Scores.PerKind(0, 0);
                List<Scores.PerKind> figures = scores.stream()
                        .map(score -> new TreeMap<>(score.perKind()).getOrDefault(kind, none))
                        .toList();
                row.add(new Cell.Count(figures.get(0).support()));
                figures.forEach(figure -> {
                    row.add(new Cell.Share(figure.recall()));
                    row.add(new Cell.Count(Math.round((1 - figure.recall()) * figure.support())));
                });
                rows.add(row);
            }
        }
        List<String> head = new ArrayList<>(List.of("set", "kind", "rows"));
        questions.forEach(question -> {
            head.add("right, " + question.name());
            head.add("errors, " + question.name());
        });
        return new Table(
                "Kind by kind",
                "Labels of an even chance; body, caption, list, subhead and title are on-topic, all else is spam.",
                head,
                rows);
    }

    /** The rows furthest from their labels, without their text. */
    static Table worst(Answers question) {
        List<Prediction> worst = question.calibrated().stream()
                .sorted(Comparator.comparingDouble((Prediction prediction) -> -error(prediction))
                        .thenComparing(
                                prediction -> prediction.example().article().id())
                        .thenComparingInt(prediction -> prediction.example().paragraph()))
                .limit(WORST)
                .toList();
        HeldOut anySubject = question.heldOut().anySubject();
        List<List<Cell>> rows = new ArrayList<>();
        for (Prediction prediction : worst) {
            Example row = prediction.example();
            HeldOut models = question.sets().isOnSubject(row) ? question.heldOut() : anySubject;
            rows.add(List.of(
                    new Cell.Words(
                            question.sets().of().getOrDefault(row.article().id(), "")),
                    new Cell.Words(row.article().id()),
                    new Cell.Count(row.paragraph()),
                    new Cell.Words(row.site()),
                    new Cell.Words(row.label().equals(Splices.SPAM) ? row.kind() : row.label()),
                    new Cell.Share(Answers.spam(prediction)),
                    new Cell.Words(reasons(models, row))));
        }
        return new Table(
                "The " + WORST + " worst errors, " + question.name(),
                "Calibrated probabilities of spam; the strongest reasons of the fold's model, in log-odds.",
                List.of("set", "article", "paragraph", "site", "truth", "P(spam)", "strongest reasons"),
                rows);
    }

    private static double error(Prediction prediction) {
        double spam = Answers.spam(prediction);
        return prediction.example().label().equals(Splices.SPAM) ? 1 - spam : spam;
    }

    private static String reasons(HeldOut models, Example row) {
        return models.classifierFor(row).explain(row.article(), row.paragraph()).strongest(REASONS + 1).stream()
                .filter(reason -> !reason.feature().equals("bias"))
                .limit(REASONS)
                .map(reason -> String.format(
                        Locale.ROOT, "%s=%.3g %+.2f", reason.feature(), reason.value(), reason.contribution()))
                .collect(Collectors.joining(", "));
    }
}
