package org.parasift.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.parasift.classify.Model;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;

/**
 * One self-contained page: no script, nothing from the network (its policy forbids both), every text escaped. Readable on a
 * phone, in the dark, on paper and without seeing colours: decisions are letters too.
 *
 * @param headline what was done, in a few words
 * @param corpus the labelled data
 * @param split how the data was held out
 * @param evaluation the scores
 * @param predictions behind them
 * @param model the model
 * @param warnings what a reader of the scores must know
 * @param command the command that gives this page again
 */
public record HtmlReport(
        String headline,
        Corpus corpus,
        String split,
        Evaluation evaluation,
        List<Prediction> predictions,
        Model model,
        List<String> warnings,
        String command) {
    private static final int MOST_PARAGRAPHS = 3000;
    private static final int WORST = 20;
    private static final long SEED = 1;

    private static final String STYLE = """
            :root{--ink:#1b1f24;--soft:#57606a;--paper:#fff;--box:#f4f6f8;--rule:#d0d7de;--keep:#0072b2;--drop:#b84a00;\
            --review:#8a5a00;--band:#0072b233;--keepbg:#0072b214;--dropbg:#d55e0024;--reviewbg:#e69f002e}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#9aa4ae;--paper:#14181c;--box:#1e242a;\
            --rule:#3a434c;--keep:#56b4e9;--drop:#ff9248;--review:#f0c14b;--band:#56b4e940;--keepbg:#56b4e91f;\
            --dropbg:#ff92482e;--reviewbg:#f0c14b2e}}
            *{box-sizing:border-box}
            body{margin:0 auto;padding:16px;max-width:960px;font:16px/1.5 system-ui,sans-serif;color:var(--ink);\
            background:var(--paper);overflow-wrap:anywhere}
            h1{font-size:1.5rem;line-height:1.25;margin:.5em 0}h2{font-size:1.2rem;margin:2em 0 .5em;border-top:1px solid var(--rule);\
            padding-top:1em}h3{font-size:1rem;margin:1.5em 0 .3em}
            .lead{font-size:1.15rem}.soft{color:var(--soft);font-size:.9rem}.warn{border-left:4px solid var(--drop);\
            padding:.3em .8em;background:var(--box)}
            .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:16px}
            figure{margin:0}figcaption{font-size:.9rem;color:var(--soft)}
            .plot{display:block;width:100%;max-width:440px;height:auto}
            .axis{font:11px system-ui,sans-serif;fill:var(--soft)}.grid{stroke:var(--rule);stroke-width:.7}
            .curve{fill:none;stroke:var(--keep);stroke-width:2}.band{fill:var(--band)}.ideal{stroke:var(--soft);\
            stroke-dasharray:4 4}
            .point{fill:var(--drop)}.rule{fill:var(--soft)}.spambar{fill:var(--drop)}.otherbar{fill:var(--keep);opacity:.75}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;margin:.5em 0}
            th,td{overflow-wrap:normal;padding:3px 10px;text-align:right;border-bottom:1px solid var(--rule)}th:first-child,td:first-child{text-align:left;\
            padding-left:0}
            th{color:var(--soft);font-weight:600}
            .p{margin:2px 0;padding:3px 8px;border-left:4px solid var(--keep);background:var(--keepbg)}
            .p.drop{border-color:var(--drop);background:var(--dropbg)}.p.review{border-color:var(--review);\
            background:var(--reviewbg)}.p.none{border-color:var(--rule);background:none}
            .p b{display:inline-block;min-width:1.4em}.p .soft{margin-left:.6em}.wrong{outline:2px dashed var(--drop)}
            code,pre{font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;background:var(--box);padding:2px 4px}
            pre{padding:10px}.key{display:inline-block;margin-right:1em}
            @media print{body{max-width:none;font-size:11px}h2{break-after:avoid}.p,figure,tr{break-inside:avoid}}
            """;

    public HtmlReport {
        predictions = List.copyOf(predictions);
        warnings = List.copyOf(warnings);
    }

    /** The page. */
    public String html() {
        String drop = model.policy().dropLabel();
        boolean hasDrop = evaluation.scores().labels().contains(drop);
        StringBuilder page = new StringBuilder(1 << 16);
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .append(hash(STYLE))
                .append("'; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(Html.escape(headline))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(Html.escape(headline))
                .append("</h1>\n<p class=\"lead\">")
                .append(Html.escape(verdict(drop, hasDrop)))
                .append("</p>\n");
        for (String warning : warnings) {
            page.append("<p class=\"warn\">").append(Html.escape(warning)).append("</p>\n");
        }
        scores(page);
        if (hasDrop
                && predictions.stream().anyMatch(row -> row.example().label().equals(drop))) {
            plots(page, drop);
        }
        kindsAndSites(page, drop, hasDrop);
        features(page);
        worst(page);
        articles(page, drop, hasDrop);
        provenance(page);
        return page.append("</body></html>\n").toString();
    }

    /** One sentence that a person can take along. */
    private String verdict(String drop, boolean hasDrop) {
        Scores scores = evaluation.scores();
        String best = evaluation.baselines().entrySet().stream()
                .max(Comparator.comparingDouble(rule -> rule.getValue().macroF1()))
                .map(rule -> ", " + (rule.getValue().macroF1() > scores.macroF1() ? "worse than" : "against") + " "
                        + figure(rule.getValue().macroF1()) + " of the best simple rule (" + rule.getKey() + ")")
                .orElse("");
        String found = "";
        Scores.PerLabel of = hasDrop ? scores.perLabel().get(drop) : null;
        if (of != null) {
            long kept = Math.round(scores.kept() * 1000);
            found = "It finds " + percent(of.recall()) + " of the " + drop + ", " + percent(of.precision())
                    + " of what it calls " + drop + " is, and it keeps " + kept / 10.0 + " % of the rest. ";
        }
        return found + "Macro F1 is " + figure(scores.macroF1()) + best + ".";
    }

    private void scores(StringBuilder page) {
        Scores scores = evaluation.scores();
        page.append("<h2>Data and scores</h2>\n<p>")
                .append(Html.escape(corpus.name()))
                .append(": ")
                .append(evaluation.articles())
                .append(corpus.plain() ? " texts, " : " articles, ")
                .append(evaluation.scored())
                .append(" of ")
                .append(evaluation.paragraphs())
                .append(" rows scored. ")
                .append(Html.escape(split))
                .append("</p>\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("label", "precision", "recall", "F1", "rows"));
        scores.perLabel()
                .forEach((label, of) -> rows.add(List.of(
                        label,
                        figure(of.precision()),
                        figure(of.recall()),
                        figure(of.f1()),
                        Long.toString(of.support()))));
        page.append(Html.table(rows)).append("<h3>Confusion: true label down, given label across</h3>\n");
        rows.clear();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(scores.labels());
        rows.add(head);
        scores.confusion().forEach((truth, given) -> {
            List<String> row = new ArrayList<>(List.of(truth));
            given.values().forEach(count -> row.add(Long.toString(count)));
            rows.add(row);
        });
        page.append(Html.table(rows)).append("<h3>Beside simple rules</h3>\n");
        rows.clear();
        rows.add(List.of("", "accuracy", "macro F1", "average precision"));
        rows.add(beside("this model", scores));
        evaluation.baselines().forEach((name, rule) -> rows.add(beside(name, rule)));
        page.append(Html.table(rows)).append("<p class=\"soft\">95 % bootstrap intervals by article: ");
        scores.intervals().forEach((name, range) -> page.append(Html.escape(name))
                .append(' ')
                .append(figure(range.low()))
                .append(" to ")
                .append(figure(range.high()))
                .append("; "));
        page.append("Brier score ").append(figure(scores.brier())).append(", calibration error ");
        page.append(figure(scores.ece())).append(".</p>\n");
    }

    private static List<String> beside(String name, Scores scores) {
        return List.of(name, figure(scores.accuracy()), figure(scores.macroF1()), figure(scores.averagePrecision()));
    }

    // ---- plots

    private void plots(StringBuilder page, String drop) {
        Curves curves = new Curves(predictions, evaluation.scores().labels(), drop);
        page.append("<h2>Curves of P(").append(Html.escape(drop)).append(")</h2>\n<div class=\"plots\">");
        double[] precisions = curves.precisions();
        double[][] band = curves.band(SEED);
        double[] recalls = new double[Curves.STEPS];
        double[] around = new double[2 * Curves.STEPS];
        double[] edges = new double[2 * Curves.STEPS];
        for (int s = 0; s < Curves.STEPS; s++) {
            recalls[s] = (s + 1.0) / Curves.STEPS;
            around[s] = recalls[s];
            edges[s] = band[1][s];
            around[2 * Curves.STEPS - 1 - s] = recalls[s];
            edges[2 * Curves.STEPS - 1 - s] = band[0][s];
        }
        Plot trade = new Plot("Precision and recall", "recall of " + drop, "precision", "")
                .path("band", around, edges, true)
                .path("curve", recalls, precisions, false);
        evaluation.baselines().forEach((name, rule) -> {
            Scores.PerLabel of = rule.perLabel().get(drop);
            if (of != null) {
                trade.dot(
                        "rule",
                        of.recall(),
                        of.precision(),
                        4,
                        name + ": " + figure(of.recall()) + ", " + figure(of.precision()));
            }
        });
        Scores.PerLabel here = evaluation.scores().perLabel().get(drop);
        if (here != null) {
            trade.dot("point", here.recall(), here.precision(), 6, "this model at its threshold");
        }
        figure(
                page,
                trade,
                "Precision at each recall; band: 95 % by article. Large dot: the model at its threshold. Small"
                        + " dots: simple rules ("
                        + String.join(", ", evaluation.baselines().keySet()) + ").");

        Plot reliability =
                new Plot("Reliability", "probability", "share that is " + drop, "").line("ideal", 0, 0, 1, 1);
        List<Curves.Bin> bins = curves.reliability();
        reliability.path(
                "curve",
                bins.stream().mapToDouble(Curves.Bin::mean).toArray(),
                bins.stream().mapToDouble(Curves.Bin::share).toArray(),
                false);
        for (Curves.Bin bin : bins) {
            reliability.dot("point", bin.mean(), bin.share(), 3 + Math.log10(bin.count()), bin.count() + " rows");
        }
        figure(
                page,
                reliability,
                "Reliability: on the dashed line a probability means what it says. Brier score "
                        + figure(evaluation.scores().brier()) + ", calibration error "
                        + figure(evaluation.scores().ece()) + ".");

        int[][] counts = curves.histogram();
        int most = 1;
        for (int b = 0; b < 20; b++) {
            most = Math.max(most, counts[0][b] + counts[1][b]);
        }
        // Square roots, for the ends hold nearly everything and the middle is what one wants to see.
        Plot histogram = new Plot("Scores", "probability", "rows (square root)", Integer.toString(most));
        for (int b = 0; b < 20; b++) {
            double one = Math.sqrt((double) counts[1][b] / most);
            double both = Math.sqrt((double) (counts[0][b] + counts[1][b]) / most);
            histogram.bar("otherbar", b / 20.0 + 0.004, 0.042, 0, one, counts[1][b] + " others");
            histogram.bar("spambar", b / 20.0 + 0.004, 0.042, one, both, counts[0][b] + " " + drop);
        }
        figure(page, histogram, "All rows by probability; " + drop + " on top (orange), the others below (blue).");
        page.append("</div>\n");
    }

    private static void figure(StringBuilder page, Plot plot, String caption) {
        page.append("<figure>")
                .append(plot)
                .append("<figcaption>")
                .append(Html.escape(caption))
                .append("</figcaption></figure>\n");
    }

    // ---- tables

    private void kindsAndSites(StringBuilder page, String drop, boolean hasDrop) {
        List<List<String>> rows = new ArrayList<>();
        if (!evaluation.scores().perKind().isEmpty()) {
            rows.add(List.of("kind", "recall", "rows"));
            evaluation
                    .scores()
                    .perKind()
                    .forEach((kind, of) -> rows.add(List.of(kind, figure(of.recall()), Long.toString(of.support()))));
            page.append("<h2>By kind</h2>\n").append(Html.table(rows));
        }
        Map<String, int[]> sites = new TreeMap<>();
        for (Prediction row : predictions) {
            if (!row.example().site().isEmpty()) {
                int[] of = sites.computeIfAbsent(row.example().site(), site -> new int[4]);
                boolean truth = row.example().label().equals(drop);
                of[0]++;
                of[1] += row.label().equals(row.example().label()) ? 1 : 0;
                of[2] += truth ? 1 : 0;
                of[3] += truth && row.label().equals(drop) ? 1 : 0;
            }
        }
        if (!sites.isEmpty()) {
            rows.clear();
            rows.add(
                    hasDrop
                            ? List.of("site", "accuracy", "rows", "recall", drop)
                            : List.of("site", "accuracy", "rows"));
            sites.entrySet().stream()
                    .sorted(Comparator.comparingInt(
                                    (Map.Entry<String, int[]> site) -> site.getValue()[1] - site.getValue()[0])
                            .thenComparing(Map.Entry::getKey))
                    .limit(30)
                    .forEach(site -> {
                        int[] of = site.getValue();
                        List<String> row = new ArrayList<>(
                                List.of(site.getKey(), figure((double) of[1] / of[0]), Integer.toString(of[0])));
                        if (hasDrop) {
                            row.add(of[2] == 0 ? "" : figure((double) of[3] / of[2]));
                            row.add(Integer.toString(of[2]));
                        }
                        rows.add(row);
                    });
            page.append("<h2>By site, most errors first</h2>\n").append(Html.table(rows));
        }
    }

    private void features(StringBuilder page) {
        int last = model.labels().size() - 1;
        if (model.names().isEmpty() || last != 1) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("feature", "weight"));
        List<Integer> named = new ArrayList<>();
        for (int row = 0; row < model.size(); row++) {
            if (model.names().containsKey(model.key(row))) {
                named.add(row);
            }
        }
        named.sort(Comparator.comparingDouble(row -> -model.weight(row, 1)));
        for (int i = 0; i < named.size(); i++) {
            if (i < 12 || i >= named.size() - 12) {
                int row = named.get(i);
                rows.add(List.of(
                        String.valueOf(model.names().get(model.key(row))),
                        String.format(Locale.ROOT, "%+.3f", model.weight(row, 1))));
            }
        }
        page.append("<h2>Strongest features: plus for ")
                .append(Html.escape(model.labels().get(1)))
                .append(", minus for ")
                .append(Html.escape(model.labels().get(0)))
                .append("</h2>\n")
                .append(Html.table(rows));
    }

    private void worst(StringBuilder page) {
        List<String> labels = evaluation.scores().labels();
        List<Prediction> wrong = predictions.stream()
                .filter(row -> !row.label().equals(row.example().label()))
                .sorted(Comparator.comparingDouble(row ->
                        row.probabilities().get(labels.indexOf(row.example().label()))))
                .limit(WORST)
                .toList();
        page.append("<h2>The worst errors</h2>\n");
        if (wrong.isEmpty()) {
            page.append("<p>None.</p>\n");
        }
        for (Prediction row : wrong) {
            page.append("<p class=\"p none\">")
                    .append(Html.escape(row.example().text()))
                    .append("<span class=\"soft\">")
                    .append(Html.escape(row.example().article().id()))
                    .append(", paragraph ")
                    .append(row.example().paragraph())
                    .append(": is ")
                    .append(Html.escape(row.example().label()))
                    .append(
                            row.example().kind().isEmpty()
                                    ? ""
                                    : " (" + Html.escape(row.example().kind()) + ")")
                    .append(", called ")
                    .append(Html.escape(row.label()))
                    .append(" with ")
                    .append(figure(row.probabilities().get(labels.indexOf(row.label()))))
                    .append("</span></p>\n");
        }
    }

    // ---- the articles

    private void articles(StringBuilder page, String drop, boolean hasDrop) {
        if (corpus.plain() || !hasDrop) {
            return;
        }
        int of = evaluation.scores().labels().indexOf(drop);
        IdentityHashMap<Article, Map<Integer, Prediction>> said = new IdentityHashMap<>();
        for (Prediction row : predictions) {
            said.computeIfAbsent(row.example().article(), article -> new TreeMap<>())
                    .put(row.example().paragraph(), row);
        }
        page.append(
                        "<h2>The articles</h2>\n<p><span class=\"key p\"><b>K</b> kept</span><span class=\"key p review\"><b>R</b>")
                .append(
                        " to review</span><span class=\"key p drop\"><b>D</b> dropped</span><span class=\"key wrong\">the label")
                .append(" says otherwise</span></p>\n");
        int shown = 0;
        for (Article article : corpus.articles()) {
            shown += article.paragraphs().size();
            if (shown > MOST_PARAGRAPHS) {
                page.append("<p class=\"soft\">The other articles are left out, for the page would be too long.</p>\n");
                break;
            }
            page.append("<h3>").append(Html.escape(article.id())).append("</h3>\n");
            Map<Integer, Prediction> rows = said.getOrDefault(article, Map.of());
            for (Paragraph paragraph : article.paragraphs()) {
                Prediction row = rows.get(paragraph.index());
                if (row == null) {
                    page.append("<p class=\"p none\"><b>–</b>")
                            .append(Html.escape(article.text(paragraph)))
                            .append("</p>\n");
                    continue;
                }
                double probability = row.probabilities().get(of);
                String decision = model.policy().decide(probability).toString();
                boolean wrong = !row.label().equals(row.example().label());
                page.append("<p class=\"p ")
                        .append(decision.toLowerCase(Locale.ROOT))
                        .append(wrong ? " wrong" : "")
                        .append("\" title=\"P(")
                        .append(Html.escape(drop))
                        .append(") ")
                        .append(figure(probability))
                        .append("\"><b>")
                        .append(decision.charAt(0))
                        .append("</b>")
                        .append(Html.escape(article.text(paragraph)))
                        .append("<span class=\"soft\">")
                        .append(figure(probability))
                        .append(
                                wrong
                                        ? ", labelled "
                                                + Html.escape(row.example().label())
                                        : "")
                        .append("</span></p>\n");
            }
        }
    }

    private void provenance(StringBuilder page) {
        page.append("<h2>Where this comes from</h2>\n<p>This page again:</p>\n<pre>")
                .append(Html.escape(command))
                .append("</pre>\n<p>The model's manifest:</p>\n<pre>");
        model.manifest().forEach((key, value) -> page.append(Html.escape(key))
                .append(" = ")
                .append(Html.escape(value.strip()))
                .append('\n'));
        page.append("</pre>\n");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String hash(String style) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
