package org.parasift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Decision;
import org.parasift.train.eval.Decisions;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Scores;

/** An evaluation as text for a person. */
final class ScoreTable {
    private ScoreTable() {}

    /** Labels, confusion, kinds, what the thresholds make of it, and the simple rules beside the model. */
    static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        Scores scores = evaluation.scores();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("label", "precision", "recall", "F1", "rows"));
        scores.perLabel()
                .forEach((label, of) -> rows.add(List.of(
                        label,
                        Figures.score(of.precision()),
                        Figures.score(of.recall()),
                        Figures.score(of.f1()),
                        Long.toString(of.support()))));
        table(text, rows);
        text.append("accuracy ")
                .append(withInterval(scores.accuracy(), scores.intervals().get("accuracy")))
                .append(", macro F1 ")
                .append(withInterval(scores.macroF1(), scores.intervals().get("macroF1")))
                .append("\naverage precision ")
                .append(Figures.score(scores.averagePrecision()))
                .append(", Brier ")
                .append(Figures.score(scores.brier()))
                .append(", calibration error ")
                .append(Figures.score(scores.ece()))
                .append("\n\n");
        confusion(text, scores);
        if (!scores.perKind().isEmpty()) {
            rows.clear();
            rows.add(List.of("kind", "recall", "rows"));
            scores.perKind()
                    .forEach((kind, of) ->
                            rows.add(List.of(kind, Figures.score(of.recall()), Long.toString(of.support()))));
            table(text, rows);
            text.append('\n');
        }
        evaluation.decided().ifPresent(decided -> decisions(text, decided));
        beside(text, evaluation);
        return text.toString();
    }

    private static String withInterval(double value, Scores.@Nullable Interval interval) {
        return Figures.score(value)
                + (interval == null
                        ? ""
                        : " (95 %: " + Figures.score(interval.low()) + " to " + Figures.score(interval.high()) + ")");
    }

    private static void confusion(StringBuilder text, Scores scores) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("truth \\ given"));
        head.addAll(scores.labels());
        rows.add(head);
        scores.confusion().forEach((truth, given) -> {
            List<String> row = new ArrayList<>(List.of(truth));
            given.values().forEach(count -> row.add(Long.toString(count)));
            rows.add(row);
        });
        table(text, rows);
        text.append('\n');
    }

    private static void decisions(StringBuilder text, Evaluation.Decided decided) {
        Decisions counts = decided.counts();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("decision", "rows", "spam", "rest"));
        for (Decision decision : Decision.values()) {
            long all = counts.rows(decision);
            long spam = counts.spam(decision);
            rows.add(List.of(decision.toString(), Long.toString(all), Long.toString(spam), Long.toString(all - spam)));
        }
        table(text, rows);
        Map<String, Scores.Interval> intervals = decided.scores().intervals();
        text.append(Figures.thresholds(decided.policy()))
                .append("; what is dropped is spam with precision ")
                .append(Figures.score(counts.precision()))
                .append(", recall ")
                .append(Figures.score(counts.recall()))
                .append(",\nF1 ")
                .append(withInterval(
                        counts.f1(), intervals.get("f1 " + decided.policy().dropLabel())))
                .append("; not dropped of the rest ")
                .append(withInterval(counts.kept(), intervals.get("kept")))
                .append("; to be reviewed ")
                .append(Figures.score(counts.reviewedShare()))
                .append(" of all\n\n");
    }

    private static void beside(StringBuilder text, Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        List<String> labels = evaluation.scores().labels();
        List<String> head = new ArrayList<>(List.of("beside it", "accuracy", "macro F1"));
        if (labels.size() == 2) {
            labels.forEach(label -> head.add("F1 " + label));
        }
        rows.add(head);
        rows.add(row("this model", evaluation.scores()));
        for (Map.Entry<String, Scores> rule : evaluation.baselines().entrySet()) {
            rows.add(row(rule.getKey(), rule.getValue()));
        }
        table(text, rows);
    }

    private static List<String> row(String name, Scores scores) {
        List<String> row =
                new ArrayList<>(List.of(name, Figures.score(scores.accuracy()), Figures.score(scores.macroF1())));
        if (scores.labels().size() == 2) {
            scores.perLabel().values().forEach(of -> row.add(Figures.score(of.f1())));
        }
        return row;
    }

    /** Columns as wide as their widest value; the first is words, the others are figures. */
    static void table(StringBuilder text, List<List<String>> rows) {
        int[] width = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < width.length; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        for (List<String> row : rows) {
            for (int c = 0; c < width.length; c++) {
                String pad = " ".repeat(width[c] - row.get(c).length());
                text.append(c == 0 ? row.get(c) + pad : "  " + pad + row.get(c));
            }
            text.append('\n');
        }
    }
}
