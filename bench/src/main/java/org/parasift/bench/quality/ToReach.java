package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parasift.train.eval.Scores;

/** The table of what is to be reached, row by row, with a verdict that a reader can check. */
final class ToReach {
    private final List<List<Cell>> rows = new ArrayList<>();

    /** F1, average precision, kept share and recall of one question, each with what must and what should be reached. */
    void question(Answers answers, double[] must, double[] goal) {
        Scores scores = answers.scores(Sets.DEV);
        String name = Sets.DEV + " " + answers.name() + ": ";
        row(name + "F1", must[0], goal[0], estimate(scores.label(Splices.SPAM).f1(), scores, "f1 spam"));
        row(
                name + "average precision",
                must[1],
                goal[1],
                estimate(scores.averagePrecision(), scores, "averagePrecision"));
        row(name + "on-topic kept", must[2], goal[2], estimate(scores.kept(), scores, "kept"));
        row(
                name + "spam recall when 99.5 % of on-topic is kept",
                must[3],
                goal[3],
                estimate(scores.recallAtKept(), scores, "recallAtKept"));
    }

    /** A figure that is better the greater it is. */
    void row(String name, double must, double goal, Cell.Estimate figure) {
        String verdict = figure.value() >= goal ? "goal" : figure.value() >= must ? "must" : "missed";
        boolean open = figure.low() < must && figure.high() >= must;
        add(name, must, goal, figure, verdict + (open ? ", must inside the interval" : ""));
    }

    /** A figure that is better the smaller it is. */
    void atMost(String name, double must, double goal, Cell.Estimate figure) {
        String verdict = figure.value() <= goal ? "goal" : figure.value() <= must ? "must" : "missed";
        boolean open = figure.low() <= must && figure.high() > must;
        add(name, must, goal, figure, verdict + (open ? ", must inside the interval" : ""));
    }

    /** What is counted. */
    void count(String name, String must, String goal, String figure, boolean reachesMust, boolean reachesGoal) {
        rows.add(List.of(
                new Cell.Words(name),
                new Cell.Words(must),
                new Cell.Words(goal),
                new Cell.Words(figure),
                new Cell.Words(reachesGoal ? "goal" : reachesMust ? "must" : "missed")));
    }

    Table table() {
        return new Table(
                "To reach",
                "Figures with 95 % bootstrap intervals by article (percentile, 1,000 draws of fixed predictions; the variance of"
                        + " training is not in them). Labels at an even chance after calibration.",
                List.of("what", "must", "goal", "figure", "verdict"),
                rows);
    }

    private void add(String name, double must, double goal, Cell.Estimate figure, String verdict) {
        rows.add(List.of(
                new Cell.Words(name),
                new Cell.Words(plain(must)),
                new Cell.Words(plain(goal)),
                figure,
                new Cell.Words(verdict)));
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
    }

    static Cell.Estimate estimate(double value, Scores scores, String interval) {
        return Cell.Estimate.of(value, Answers.interval(scores, interval));
    }
}
