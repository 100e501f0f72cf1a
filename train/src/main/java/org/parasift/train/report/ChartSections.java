package org.parasift.train.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.eval.Chances;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;

/** The scores as charts: curves, shares by kind and site, and what more data would bring. */
final class ChartSections {
    private static final int SITES = 25;
    private static final long SEED = 1;

    private final Report report;
    private final Html page;
    private final Corpus corpus;
    private final Evaluation evaluation;
    private final List<Prediction> predictions;

    ChartSections(Report report, Html page) {
        this.report = report;
        this.page = page;
        this.corpus = report.corpus();
        this.evaluation = report.evaluation();
        this.predictions = report.predictions();
    }

    void curves() {
        Chances chances = Chances.of(report.labels(), predictions);
        Scores scores = evaluation.scores();
        List<Charts.Rule> rules = new ArrayList<>();
        evaluation
                .baselines()
                .forEach((name, of) -> rules.add(new Charts.Rule(
                        name,
                        of.label(Report.SPAM).recall(),
                        of.label(Report.SPAM).precision())));
        page.section("curves", "Curves").raw("<div class=\"figures\">");
        page.figure(
                "precision-recall",
                Charts.precisionRecall(chances, report.model().policy(), rules, SEED),
                "Precision and recall" + (report.ofSpam() ? " of spam" : " of all labels together")
                        + ". Average precision " + Figures.score(scores.averagePrecision())
                        + (report.ofSpam() ? "" : " (mean of the labels)") + Charts.interval(scores, "averagePrecision")
                        + ". Shaded: 95 % of the curves when " + (corpus.plain() ? "texts" : "articles")
                        + " are drawn anew. Dashed: saying yes to everything."
                        + (report.ofSpam() ? " Orange dots: simple rules." : ""));
        page.figure(
                "reliability",
                Charts.reliability(chances),
                "Do probabilities come true? On the dashed line they do. Brier score " + Figures.score(scores.brier())
                        + ", calibration error (ECE) " + Figures.score(scores.ece())
                        + ". Larger dots hold more rows; whiskers are exact 95 % intervals.");
        page.figure(
                "histogram",
                Charts.histogram(chances),
                report.ofSpam()
                        ? "How sure the model is. Orange, on the left of each pair: spam; blue, on the right: the rest."
                        : "How sure the model is. Orange, on the left of each pair: right labels; blue, on the right: wrong ones.");
        page.raw("</div>").end();
    }

    void shares() {
        Map<String, Scores.PerKind> kinds = evaluation.scores().perKind();
        if (!kinds.isEmpty()) {
            page.section("kinds", "Recall per kind");
            List<Charts.Share> shares = new ArrayList<>();
            kinds.forEach((kind, of) -> shares.add(new Charts.Share(
                    kind, of.recall(), Figures.percent(of.recall()) + " of " + Figures.count(of.support()))));
            Charts.shares(page, shares);
            page.element("p class=\"note\"", "Share of the rows of a kind that got their label.")
                    .end();
        }
        sites();
    }

    private void sites() {
        Map<String, long[]> sites = new TreeMap<>();
        for (Prediction row : predictions) {
            if (!row.example().site().isEmpty()) {
                long[] count = sites.computeIfAbsent(row.example().site(), site -> new long[4]);
                boolean spam = row.example().label().equals(Report.SPAM);
                count[0]++;
                count[1] += Findings.wrong(row) ? 1 : 0;
                count[2] += spam ? 1 : 0;
                count[3] += spam && !Findings.wrong(row) ? 1 : 0;
            }
        }
        if (sites.isEmpty()) {
            return;
        }
        page.section("sites", "Recall per site");
        List<List<String>> rows = new ArrayList<>();
        sites.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> site) -> -site.getValue()[1]))
                .limit(SITES)
                .forEach(site -> {
                    long[] of = site.getValue();
                    String right = Figures.percent(1 - (double) of[1] / of[0]);
                    rows.add(
                            report.ofSpam()
                                    ? List.of(
                                            site.getKey(),
                                            Figures.count(of[0]),
                                            right,
                                            of[2] == 0 ? "–" : of[3] + " of " + of[2])
                                    : List.of(site.getKey(), Figures.count(of[0]), right));
                });
        page.table(
                report.ofSpam() ? List.of("site", "rows", "right", "spam found") : List.of("site", "rows", "right"),
                rows);
        page.element(
                "p class=\"note\"",
                sites.size() > SITES
                        ? "Shown: the " + SITES + " of " + Figures.count(sites.size(), "site") + " with most errors."
                        : "Sites with most errors first.");
        page.end();
    }

    void learning(LearningCurve curve) {
        page.section("learning", "Would more data help?");
        if (curve.points().size() < 2) {
            page.element("p", "There are too few articles to leave half of them out.")
                    .end();
            return;
        }
        page.figure(
                "learning-curve",
                Charts.learning(curve),
                curve.measure() + " on the same " + Figures.count(curve.folds(), "held-out part")
                        + " when an eighth, a quarter, half or all of the other articles are learned from. Whiskers: 95 %"
                        + " by bootstrap.");
        List<LearningCurve.Point> points = curve.points();
        double gain = points.get(points.size() - 1).score()
                - points.get(points.size() - 2).score();
        page.element(
                        "p",
                        "The last doubling changed it by " + Figures.signed(gain)
                                + (gain > 0.01
                                        ? ": more data of this kind should help."
                                        : ": more of the same helps little."))
                .end();
    }
}
