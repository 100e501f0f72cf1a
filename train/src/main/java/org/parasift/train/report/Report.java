package org.parasift.train.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.parasift.classify.Decision;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Model;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Split;
import org.parasift.train.eval.Chances;
import org.parasift.train.eval.Decisions;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.eval.TrainedOn;

/**
 * Everything the page tells. It is self-contained, runs no script and asks nothing of any network; the same report gives
 * the same bytes.
 *
 * @param corpus the labelled data
 * @param split how it was cut; empty if a finished model was scored on all of it
 * @param evaluation the scores; where the model's thresholds decide otherwise than its labels, those of the decisions
 * @param predictions for every row that counts; the same holds for their labels
 * @param model the model the page is about; held-out predictions are by models like it
 * @param findings fed with the same predictions
 * @param learning whether more data would help, if that was asked
 * @param warnings what a reader of the scores must know
 * @param command that gives the same page
 */
public record Report(
        Corpus corpus,
        Optional<Split> split,
        Evaluation evaluation,
        List<Prediction> predictions,
        Model model,
        Findings findings,
        Optional<LearningCurve> learning,
        List<String> warnings,
        String command) {
    private static final String SPAM = "spam";
    private static final long SEED = 1;
    private static final int STRONGEST = 15;
    private static final int SITES = 25;
    private static final int LEAKED_CHARS = 1000;
    private static final int VALUE_CHARS = 300;

    public Report {
        List<String> labels = evaluation.scores().labels();
        DecisionPolicy policy = model.policy();
        List<Prediction> decided =
                predictions.stream().map(row -> row.decided(labels, policy)).toList();
        if (!decided.equals(predictions)) {
            evaluation = evaluation.with(decided);
        }
        predictions = decided;
        findings = findings.decided(labels, policy);
        warnings = List.copyOf(warnings);
    }

    /** Writes the page; an existing file is replaced only when all is written. */
    public void write(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
        try {
            Files.writeString(partial, html(), StandardCharsets.UTF_8);
            Files.move(partial, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** The page. */
    public String html() {
        Html page = new Html();
        head(page);
        verdict(page);
        data(page);
        confusion(page);
        curves(page);
        shares(page);
        learning.ifPresent(curve -> learning(page, curve));
        features(page);
        Leaks.of(corpus, split).section(page, corpus, split.isPresent());
        Reading reading = new Reading(page, labels(), model.policy(), findings);
        reading.errors(predictions.stream().filter(Findings::wrong).count());
        reading.articles(corpus);
        provenance(page);
        return page.raw("</main></body></html>").toString();
    }

    private List<String> labels() {
        return evaluation.scores().labels();
    }

    private boolean ofSpam() {
        return labels().size() == 2 && labels().contains(SPAM);
    }

    /** The articles that were scored. */
    private long articles() {
        return predictions.stream()
                .map(row -> row.example().article().id())
                .distinct()
                .count();
    }

    private String rows(long count) {
        return Figures.count(count, corpus.plain() ? "text" : "paragraph");
    }

    private void head(Html page) {
        String style = "\n" + style();
        String title = "Parasift: " + (split.isPresent() ? "training on " : "evaluation on ") + corpus.name();
        page.raw("<!doctype html>")
                .raw("<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';" + " style-src '"
                        + Html.sha256(style) + "'; img-src data:; base-uri 'none'; form-action 'none'\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">")
                .raw("<link rel=\"icon\" href=\"data:,\">")
                .element("title", title)
                .raw("<style>" + style + "</style></head><body><main>")
                .element("h1", title)
                .raw(
                        "<nav><a href=\"#data\">Data</a> <a href=\"#confusion\">Confusion</a> <a href=\"#curves\">Curves</a>"
                                + " <a href=\"#features\">Features</a> <a href=\"#leaks\">Leaks</a>"
                                + " <a href=\"#errors\">Errors</a> <a href=\"#articles\">Articles</a>"
                                + " <a href=\"#provenance\">Provenance</a></nav>");
    }

    // ---- the verdict in one sentence, and what must be known with it

    private void verdict(Html page) {
        page.raw("<section id=\"verdict\">").element("p class=\"lead\"", sentence());
        List<String> seen = split.isPresent() ? List.of() : TrainedOn.files(model, corpus);
        if (!seen.isEmpty() || evaluation.onTrainingData()) {
            page.element(
                    "p class=\"warning\"",
                    "The model was trained on " + (seen.isEmpty() ? "these articles" : String.join(", ", seen))
                            + ": these scores say nothing of other data.");
        }
        warnings.forEach(warning -> page.element("p class=\"warning\"", warning));
        page.end();
    }

    private String sentence() {
        Scores scores = evaluation.scores();
        String where = "On " + rows(predictions.size())
                + (corpus.plain() ? "" : " of " + Figures.count(articles(), "article"))
                + (split.isPresent() ? " held out from training" : "");
        if (ofSpam()) {
            Scores.PerLabel spam = scores.label(SPAM);
            return where + ", the model " + thresholds() + "finds " + Figures.percent(spam.recall())
                    + " of the spam and loses " + Figures.percent(1 - scores.kept()) + " of the rest: F1 "
                    + Figures.score(spam.f1())
                    + Charts.interval(scores, "f1 spam") + "; " + beside("f1 spam", spam.f1()) + ".";
        }
        return where + ", the model gives " + Figures.percent(scores.accuracy()) + " the right label"
                + Charts.interval(scores, "accuracy") + "; " + beside("accuracy", scores.accuracy()) + ".";
    }

    /** Said if they are not those that every model has at first. */
    private String thresholds() {
        DecisionPolicy policy = model.policy();
        if (policy.equals(DecisionPolicy.STANDARD)) {
            return "";
        }
        return "(dropping from P(spam) " + Figures.threshold(policy.drop()) + " on"
                + (policy.review() < policy.drop()
                        ? ", reviewing from " + Figures.threshold(policy.review()) + " on) "
                        : ") ");
    }

    private String beside(String figure, double own) {
        Map.Entry<String, Scores> best = evaluation.baselines().entrySet().stream()
                .max(Comparator.comparingDouble(entry -> figure(figure, entry.getValue())))
                .orElseThrow();
        double other = figure(figure, best.getValue());
        Scores.Interval interval =
                Objects.requireNonNullElse(evaluation.scores().intervals().get(figure), new Scores.Interval(0, 1));
        String name = "the best simple rule (" + best.getKey() + ", " + Figures.score(other) + ")";
        if (interval.low() > other) {
            return name + " is clearly beaten";
        }
        if (interval.high() < other) {
            return name + " is clearly better";
        }
        return own > other ? name + " is beaten, but not beyond chance" : name + " does as well or better";
    }

    private static double figure(String name, Scores scores) {
        return name.equals("accuracy") ? scores.accuracy() : scores.label(SPAM).f1();
    }

    // ---- data, counts

    private void data(Html page) {
        page.section("data", "Data and split");
        int left = corpus.examples().size() - corpus.counted().size();
        page.element(
                "p",
                (corpus.plain() ? "" : Figures.count(articles(), "article") + ", ")
                        + rows(predictions.size()) + " scored"
                        + (left > 0 ? ", " + Figures.count(left) + " left out as not sure" : "") + ". "
                        + split.map(Report::split)
                                .orElse("A finished model was scored on all rows; nothing was trained."));
        if (!evaluation.leaked().isEmpty()) {
            page.element(
                    "p",
                    (evaluation.onTrainingData()
                                    ? "The model was trained on all of these articles: "
                                    : "Left out," + " because the model was trained on near-copies: ")
                            + Reading.cut(String.join(", ", evaluation.leaked()), LEAKED_CHARS));
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
        if (ofSpam()) {
            decisions(page);
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

    private void decisions(Html page) {
        DecisionPolicy policy = model.policy();
        Decisions counts = Decisions.of(labels(), predictions, policy).orElseThrow();
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

    private void confusion(Html page) {
        Scores scores = evaluation.scores();
        page.section("confusion", "Confusion matrix and scores");
        List<String> head = new ArrayList<>(List.of("true \\ given"));
        head.addAll(labels());
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table class=\"confusion\"><thead><tr>");
        head.forEach(cell ->
                table.append("<th scope=\"col\">").append(Html.escape(cell)).append("</th>"));
        table.append("</tr></thead><tbody>");
        for (String truth : labels()) {
            long all = Math.max(
                    1,
                    labels().stream()
                            .mapToLong(given -> scores.count(truth, given))
                            .sum());
            table.append("\n<tr><th scope=\"row\">").append(Html.escape(truth)).append("</th>");
            for (String given : labels()) {
                long count = scores.count(truth, given);
                table.append("<td class=\"").append(truth.equals(given) ? "hit" : count > 0 ? "miss" : "zero");
                table.append("\">").append(Figures.count(count));
                table.append(
                        labels().size() <= 4 ? " <small>" + Figures.percent((double) count / all) + "</small>" : "");
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
        page.table(List.of("beside it", "accuracy", "macro F1", ofSpam() ? "F1 spam" : "lowest F1"), rules);
        page.element(
                "p class=\"note\"",
                "Accuracy " + Figures.score(scores.accuracy()) + Charts.interval(scores, "accuracy") + ", macro F1 "
                        + Figures.score(scores.macroF1()) + Charts.interval(scores, "macroF1")
                        + ". Intervals by bootstrap over " + (corpus.plain() ? "texts." : "articles."));
        page.end();
    }

    private List<String> rule(String name, Scores scores) {
        double last = ofSpam()
                ? scores.label(SPAM).f1()
                : scores.perLabel().values().stream()
                        .mapToDouble(Scores.PerLabel::f1)
                        .min()
                        .orElse(0);
        return List.of(name, Figures.score(scores.accuracy()), Figures.score(scores.macroF1()), Figures.score(last));
    }

    // ---- charts

    private void curves(Html page) {
        Chances chances = Chances.of(labels(), predictions);
        Scores scores = evaluation.scores();
        List<Charts.Rule> rules = new ArrayList<>();
        evaluation
                .baselines()
                .forEach((name, of) -> rules.add(new Charts.Rule(
                        name, of.label(SPAM).recall(), of.label(SPAM).precision())));
        page.section("curves", "Curves").raw("<div class=\"figures\">");
        page.figure(
                "precision-recall",
                Charts.precisionRecall(chances, model.policy(), rules, SEED),
                "Precision and recall" + (ofSpam() ? " of spam" : " of all labels together")
                        + ". Average precision " + Figures.score(scores.averagePrecision())
                        + (ofSpam() ? "" : " (mean of the labels)") + Charts.interval(scores, "averagePrecision")
                        + ". Shaded: 95 % of the curves when " + (corpus.plain() ? "texts" : "articles")
                        + " are drawn anew. Dashed: saying yes to everything."
                        + (ofSpam() ? " Orange dots: simple rules." : ""));
        page.figure(
                "reliability",
                Charts.reliability(chances),
                "Do probabilities come true? On the dashed line they do. Brier score " + Figures.score(scores.brier())
                        + ", calibration error (ECE) " + Figures.score(scores.ece())
                        + ". Larger dots hold more rows; whiskers are exact 95 % intervals.");
        page.figure(
                "histogram",
                Charts.histogram(chances),
                ofSpam()
                        ? "How sure the model is. Orange, on the left of each pair: spam; blue, on the right: the rest."
                        : "How sure the model is. Orange, on the left of each pair: right labels; blue, on the right: wrong ones.");
        page.raw("</div>").end();
    }

    private void shares(Html page) {
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
        sites(page);
    }

    private void sites(Html page) {
        Map<String, long[]> sites = new TreeMap<>();
        for (Prediction row : predictions) {
            if (!row.example().site().isEmpty()) {
                long[] count = sites.computeIfAbsent(row.example().site(), site -> new long[4]);
                boolean spam = row.example().label().equals(SPAM);
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
                            ofSpam()
                                    ? List.of(
                                            site.getKey(),
                                            Figures.count(of[0]),
                                            right,
                                            of[2] == 0 ? "–" : of[3] + " of " + of[2])
                                    : List.of(site.getKey(), Figures.count(of[0]), right));
                });
        page.table(ofSpam() ? List.of("site", "rows", "right", "spam found") : List.of("site", "rows", "right"), rows);
        page.element(
                "p class=\"note\"",
                sites.size() > SITES
                        ? "Shown: the " + SITES + " of " + Figures.count(sites.size(), "site") + " with most errors."
                        : "Sites with most errors first.");
        page.end();
    }

    private void learning(Html page, LearningCurve curve) {
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

    private void features(Html page) {
        page.section("features", "Strongest features");
        if (model.trees().isPresent() && !findings.influences(1).isEmpty()) {
            influences(page);
            return;
        }
        if (model.size() == 0 || model.names().isEmpty()) {
            page.element(
                            "p",
                            "This model is not a table of named weights; the reasons beside each paragraph show what"
                                    + " counts.")
                    .end();
            return;
        }
        page.raw("<div class=\"figures\">");
        for (int l = 0; l < labels().size(); l++) {
            int label = model.labels().indexOf(labels().get(l));
            if (label < 0) {
                continue;
            }
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < model.size(); row++) {
                if (model.names().containsKey(model.key(row)) && model.weight(row, label) > 0) {
                    rows.add(row);
                }
            }
            rows.sort(Comparator.comparingDouble((Integer row) -> -model.weight(row, label))
                    .thenComparing(
                            row -> Objects.requireNonNullElse(model.names().get(model.key(row)), "")));
            double most = rows.isEmpty() ? 1 : model.weight(rows.get(0), label);
            page.raw("<div>").element("h3", "For " + labels().get(l));
            List<Charts.Share> shares = new ArrayList<>();
            rows.stream()
                    .limit(STRONGEST)
                    .forEach(row -> shares.add(new Charts.Share(
                            Objects.requireNonNullElse(model.names().get(model.key(row)), ""),
                            model.weight(row, label) / most,
                            Figures.signed(model.weight(row, label)))));
            Charts.shares(page, shares);
            page.raw("</div>");
        }
        page.raw("</div>")
                .element(
                        "p class=\"note\"",
                        "Weights of the model"
                                + (split.isPresent() ? " fitted on all rows; held-out models differ a little." : "."))
                .end();
    }

    private void influences(Html page) {
        List<Findings.Influence> strongest = findings.influences(STRONGEST);
        List<Charts.Share> shares = new ArrayList<>();
        for (Findings.Influence column : strongest) {
            shares.add(new Charts.Share(
                    column.column(),
                    column.size() / strongest.get(0).size(),
                    Figures.score(column.size())
                            + (labels().size() == 2
                                    ? ", for " + labels().get(1) + " in " + Figures.percent(column.forIt())
                                    : "")));
        }
        Charts.shares(page, shares);
        page.element(
                        "p class=\"note\"",
                        "Mean size of what each column adds to or takes from the score, over a sample of "
                                + rows(findings.sampled()) + ".")
                .end();
    }

    private void provenance(Html page) {
        page.section("provenance", "Provenance");
        page.element("p", "To get this page again:").element("pre", command);
        List<List<String>> rows = new ArrayList<>();
        corpus.hashes().forEach((file, hash) -> rows.add(List.of("SHA-256 of " + file, hash)));
        model.manifest().forEach((key, value) -> {
            if (rows.stream().noneMatch(row -> row.get(1).equals(value) && value.length() == 64)) {
                rows.add(List.of(split.isPresent() ? key : "model: " + key, value));
            }
        });
        page.raw("<dl>");
        rows.forEach(row -> page.element("dt", row.get(0)).element("dd", Reading.cut(row.get(1), VALUE_CHARS)));
        page.raw("</dl>").end();
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
