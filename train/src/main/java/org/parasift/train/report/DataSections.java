package org.parasift.train.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parasift.classify.Decision;
import org.parasift.classify.DecisionPolicy;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Split;
import org.parasift.train.eval.Decisions;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;

/** What was scored, how it was held out, what was decided, and the scores as tables. */
final class DataSections {
    private static final int SHOWN = 10;

    private final Report report;
    private final Html page;
    private final Corpus corpus;
    private final Optional<Split> split;
    private final Evaluation evaluation;
    private final List<Prediction> predictions;

    DataSections(Report report, Html page) {
        this.report = report;
        this.page = page;
        this.corpus = report.corpus();
        this.split = report.split();
        this.evaluation = report.evaluation();
        this.predictions = report.predictions();
    }

    void data() {
        page.section("data", "Data and split");
        int left = corpus.examples().size() - corpus.counted().size();
        page.element(
                "p",
                (corpus.plain() ? "" : Figures.count(report.articles(), "article") + ", ")
                        + report.rows(predictions.size()) + " scored"
                        + (left > 0 ? ", " + Figures.count(left) + " left out as not sure" : "") + ". "
                        + split.map(DataSections::split)
                                .orElse("A finished model was scored on all rows; nothing was trained."));
        List<String> leaked = evaluation.leaked();
        if (!leaked.isEmpty() && !evaluation.onTrainingData()) {
            page.element(
                    "p",
                    "Left out, because the model was trained on near-copies: "
                            + String.join(", ", leaked.subList(0, Math.min(SHOWN, leaked.size())))
                            + (leaked.size() > SHOWN
                                    ? " and " + Figures.count(leaked.size() - SHOWN) + " more."
                                    : "."));
        }
        Map<String, long[]> counts = new TreeMap<>();
        for (Prediction row : predictions) {
            long[] count = counts.computeIfAbsent(row.example().label(), label -> new long[1]);
            count[0]++;
        }
        List<Charts.Share> shares = new ArrayList<>();
        counts.forEach((label, count) -> shares.add(new Charts.Share(
                label,
                (double) count[0] / predictions.size(),
                Figures.count(count[0]) + " (" + Figures.percent((double) count[0] / predictions.size()) + ")")));
        Charts.shares(page, shares);
        if (report.ofSpam()) {
            decisions();
        }
        page.end();
    }

    private static String split(Split split) {
        return switch (split.name()) {
            case "text" ->
                "Held out by text: " + Figures.count(split.folds(), "part")
                        + ", equal and near-equal texts together; each part is scored by a model of the others.";
            case "site" ->
                "Held out by site: " + Figures.count(split.folds(), "part") + " of "
                        + Figures.count(split.groups(), "group")
                        + "; each is scored by a model that has seen none of its sites.";
            default ->
                "Held out by article: " + Figures.count(split.folds(), "part") + " of "
                        + Figures.count(split.groups(), "group")
                        + " of articles, those that share sentences together; each part is scored by a model of the others.";
        };
    }

    private void decisions() {
        DecisionPolicy policy = report.model().policy();
        Decisions counts = Decisions.of(report.labels(), predictions, policy).orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            long all = counts.rows(decision);
            long spam = counts.spam(decision);
            if (decision != Decision.REVIEW || policy.review() < policy.drop()) {
                rows.add(List.of(decision.name(), Figures.count(all), Figures.count(spam), Figures.count(all - spam)));
            }
        }
        page.table(List.of("decision", "rows", "spam", "rest"), rows);
        page.element(
                "p class=\"note\"",
                (policy.review() < policy.drop()
                                ? "Reviewed from P(spam) " + Figures.threshold(policy.review()) + ", dropped from "
                                : "Dropped from P(spam) ")
                        + Figures.threshold(policy.drop()) + ".");
    }

    void confusion() {
        Scores scores = evaluation.scores();
        page.section("confusion", "Confusion matrix and scores");
        List<String> head = new ArrayList<>(List.of("true \\ given"));
        head.addAll(report.labels());
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table class=\"confusion\"><thead><tr>");
        head.forEach(cell ->
                table.append("<th scope=\"col\">").append(Html.escape(cell)).append("</th>"));
        table.append("</tr></thead><tbody>");
        for (String truth : report.labels()) {
            long all = Math.max(
                    1,
                    report.labels().stream()
                            .mapToLong(given -> scores.count(truth, given))
                            .sum());
            table.append("\n<tr><th scope=\"row\">").append(Html.escape(truth)).append("</th>");
            for (String given : report.labels()) {
                long count = scores.count(truth, given);
                table.append("<td class=\"").append(truth.equals(given) ? "hit" : count > 0 ? "miss" : "zero");
                table.append("\">").append(Figures.count(count));
                table.append(
                        report.labels().size() <= 4
                                ? " <small>" + Figures.percent((double) count / all) + "</small>"
                                : "");
                table.append("</td>");
            }
            table.append("</tr>");
        }
        page.raw(table.append("</tbody></table></div>").toString());
        List<List<String>> rows = new ArrayList<>();
        scores.perLabel()
                .forEach((label, of) -> rows.add(List.of(
                        label,
                        Figures.score(of.precision()),
                        Figures.score(of.recall()),
                        Figures.score(of.f1()),
                        Figures.count(of.support()))));
        page.table(List.of("label", "precision", "recall", "F1", "rows"), rows);
        List<List<String>> rules = new ArrayList<>();
        rules.add(rule("this model", scores));
        evaluation.baselines().forEach((name, of) -> rules.add(rule(name, of)));
        page.table(List.of("beside it", "accuracy", "macro F1", report.ofSpam() ? "F1 spam" : "lowest F1"), rules);
        page.element(
                "p class=\"note\"",
                "Accuracy " + Figures.score(scores.accuracy()) + Charts.interval(scores, "accuracy") + ", macro F1 "
                        + Figures.score(scores.macroF1()) + Charts.interval(scores, "macroF1")
                        + ". Intervals by bootstrap over " + (corpus.plain() ? "texts." : "articles."));
        page.end();
    }

    private List<String> rule(String name, Scores scores) {
        double last = report.ofSpam()
                ? scores.label(Report.SPAM).f1()
                : scores.perLabel().values().stream()
                        .mapToDouble(Scores.PerLabel::f1)
                        .min()
                        .orElse(0);
        return List.of(name, Figures.score(scores.accuracy()), Figures.score(scores.macroF1()), Figures.score(last));
    }
}
