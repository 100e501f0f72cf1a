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
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Model;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Split;
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
    static final String SPAM = "spam";
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
        DataSections data = new DataSections(this, page);
        data.data();
        data.confusion();
        ChartSections charts = new ChartSections(this, page);
        charts.curves();
        charts.shares();
        learning.ifPresent(charts::learning);
        new FeatureSection(this, page).features();
        Leaks.of(corpus, split).section(page, corpus, split.isPresent());
        Reading reading = new Reading(page, labels(), model.policy(), findings);
        reading.errors(predictions.stream().filter(Findings::wrong).count());
        reading.articles(corpus);
        provenance(page);
        return page.raw("</main></body></html>").toString();
    }

    /** All labels, sorted. */
    List<String> labels() {
        return evaluation.scores().labels();
    }

    /** Whether it is about spam and one other label. */
    boolean ofSpam() {
        return labels().size() == 2 && labels().contains(SPAM);
    }

    /** The articles that were scored. */
    long articles() {
        return predictions.stream()
                .map(row -> row.example().article().id())
                .distinct()
                .count();
    }

    /** A count of what is scored: {@code 5 paragraphs}. */
    String rows(long count) {
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
        return "the best simple rule (" + best.getKey() + ", " + Figures.score(other) + ") "
                + comparison(interval, own, other);
    }

    /** An interval without width, of a model that errs nowhere or of one article, says nothing of chance. */
    static String comparison(Scores.Interval interval, double own, double other) {
        boolean known = interval.low() < interval.high();
        if (known && interval.low() > other) {
            return "is clearly beaten";
        }
        if (known && interval.high() < other) {
            return "is clearly better";
        }
        return own > other ? "is beaten, but not beyond chance" : "does as well or better";
    }

    private static double figure(String name, Scores scores) {
        return name.equals("accuracy") ? scores.accuracy() : scores.label(SPAM).f1();
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
