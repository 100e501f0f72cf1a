package org.parasift.train.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parasift.classify.DecisionPolicy;
import org.parasift.train.eval.Binomial;
import org.parasift.train.eval.Chances;
import org.parasift.train.eval.Scores;

/** The charts of the report, each a question asked of the same predictions. */
final class Charts {
    private static final int BARS = 20;

    /** Of two bounds that make a 95 % interval. */
    private static final double ONE_SIDED = 0.975;

    private Charts() {}

    /** Precision against recall, its band, where the policy drops, and the simple rules. */
    static String precisionRecall(Chances chances, DecisionPolicy policy, List<Rule> rules, long seed) {
        Plot plot = new Plot("Precision against recall", Plot.Axis.share("recall"), Plot.Axis.share("precision"));
        List<double[]> band = new ArrayList<>();
        List<Chances.Band> edges = chances.band(seed);
        edges.forEach(edge -> band.add(new double[] {edge.recall(), edge.high()}));
        for (int i = edges.size() - 1; i >= 0; i--) {
            band.add(new double[] {edges.get(i).recall(), edges.get(i).low()});
        }
        plot.area("band", band);
        double prevalence = chances.prevalence();
        plot.line("chance", List.of(new double[] {0, prevalence}, new double[] {1, prevalence}));
        List<Chances.Point> points = chances.precisionRecall();
        List<double[]> curve = new ArrayList<>();
        if (!points.isEmpty()) {
            curve.add(new double[] {0, points.get(0).precision()});
        }
        points.forEach(point -> curve.add(new double[] {point.recall(), point.precision()}));
        plot.line("curve", curve);
        if (chances.ofSpam()) {
            points.stream()
                    .filter(point -> point.threshold() >= policy.drop())
                    .reduce((first, second) -> second)
                    .ifPresent(point -> plot.named(
                            "model",
                            point.recall(),
                            point.precision(),
                            "drop from " + Figures.threshold(policy.drop())));
            rules.forEach(rule -> plot.named("rule", rule.recall, rule.precision, rule.name));
        }
        return plot.svg();
    }

    /** A simple rule as a point of the chart. */
    record Rule(String name, double recall, double precision) {}

    /** What was promised against what came true. */
    static String reliability(Chances chances) {
        Plot plot = new Plot(
                "Reliability of the probabilities",
                Plot.Axis.share("predicted probability"),
                Plot.Axis.share("share that came true"));
        plot.line("chance", List.of(new double[] {0, 0}, new double[] {1, 1}));
        for (Chances.Bin bin : chances.reliability()) {
            plot.whisker(
                    "whisker",
                    bin.mean(),
                    Binomial.lowerBound(bin.hits(), bin.rows(), ONE_SIDED),
                    Binomial.upperBound(bin.hits(), bin.rows(), ONE_SIDED));
        }
        long most = chances.reliability().stream()
                .mapToLong(Chances.Bin::rows)
                .max()
                .orElse(1);
        chances.reliability()
                .forEach(bin ->
                        plot.dot("model", bin.mean(), bin.share(), 2.5 + 3.5 * Math.sqrt((double) bin.rows() / most)));
        return plot.svg();
    }

    /** How many rows got which probability; the scale is that of square roots, or one tall bar would hide the others. */
    static String histogram(Chances chances) {
        long[][] counts = chances.histogram(BARS);
        long most = 1;
        for (int b = 0; b < BARS; b++) {
            most = Math.max(most, Math.max(counts[0][b], counts[1][b]));
        }
        List<Double> ticks = new ArrayList<>(List.of(0.0));
        List<String> labels = new ArrayList<>(List.of("0"));
        long highest = roundedUp(most);
        double top = Math.sqrt((double) highest);
        double apart = 0;
        for (long unit = 1; unit <= highest; unit *= 10) {
            for (long tick : new long[] {unit, 3 * unit}) {
                double at = Math.sqrt((double) tick);
                if (at - apart > top / 12 && top - at > top / 12) {
                    ticks.add(at);
                    labels.add(Figures.count(tick));
                    apart = at;
                }
            }
        }
        ticks.add(top);
        labels.add(Figures.count(highest));
        Plot plot = new Plot(
                "Histogram of probabilities",
                Plot.Axis.share(chances.ofSpam() ? "P(spam)" : "probability of the label given"),
                new Plot.Axis("rows (square-root scale)", 0, top, ticks, labels));
        for (int b = 0; b < BARS; b++) {
            double from = (double) b / BARS;
            double middle = (b + 0.5) / BARS;
            double to = (b + 1.0) / BARS;
            double gap = 0.004;
            plot.bar("yes", from + gap, middle, 0, Math.sqrt((double) counts[0][b]));
            plot.bar("no", middle, to - gap, 0, Math.sqrt((double) counts[1][b]));
        }
        return plot.svg();
    }

    /** The least round number that is not below another: 1, 2, 5, 10, 15, 20, 25 … 95, 100, 150 … */
    static long roundedUp(long count) {
        long unit = 1;
        while (count > 100 * unit) {
            unit *= 10;
        }
        for (long step : new long[] {1, 2}) {
            if (count <= step * unit) {
                return step * unit;
            }
        }
        return (count + 5 * unit - 1) / (5 * unit) * (5 * unit);
    }

    /** Scores by size of the training data. */
    static String learning(LearningCurve curve) {
        List<LearningCurve.Point> points = curve.points();
        double low = 1;
        double high = 0;
        for (LearningCurve.Point point : points) {
            low = Math.min(low, point.low());
            high = Math.max(high, point.high());
        }
        double from = Math.max(0, Math.floor(low * 10) / 10);
        double to = Math.max(from + 0.1, Math.min(1, Math.ceil(high * 10) / 10));
        List<Double> ticks = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        int step = to - from > 0.55 ? 2 : 1;
        for (int tenth = (int) Math.round(from * 10); tenth <= Math.round(to * 10); tenth += step) {
            ticks.add(tenth / 10.0);
            labels.add(String.format(Locale.ROOT, "%.1f", tenth / 10.0));
        }
        List<Double> places = new ArrayList<>();
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            places.add((double) i);
            sizes.add(Figures.count(points.get(i).articles()));
        }
        Plot plot = new Plot(
                "Learning curve",
                new Plot.Axis("articles trained on", -0.3, points.size() - 0.7, places, sizes),
                new Plot.Axis(curve.measure(), from, to, ticks, labels));
        List<double[]> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            plot.whisker("whisker", i, points.get(i).low(), points.get(i).high());
            line.add(new double[] {i, points.get(i).score()});
        }
        plot.line("curve", line);
        line.forEach(point -> plot.dot("model", point[0], point[1], 4.5));
        return plot.svg();
    }

    /** Bars of shares as rows of text, which wrap on a phone and can be copied. */
    static void shares(Html page, List<Share> shares) {
        page.raw("<div class=\"bars\">");
        for (Share share : shares) {
            page.raw(String.format(
                    Locale.ROOT,
                    "<div class=\"bar\"><span>%s</span><svg class=\"track\" viewBox=\"0 0 100 1\""
                            + " preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"%.1f\" height=\"1\"/></svg>"
                            + "<span class=\"value\">%s</span></div>",
                    Html.escape(share.name),
                    100 * share.share,
                    Html.escape(share.value)));
        }
        page.raw("</div>");
    }

    /** A share with its name and what is written beside it. */
    record Share(String name, double share, String value) {}

    /** An interval in words, if there is one. */
    static String interval(Scores scores, String name) {
        Scores.Interval interval = scores.intervals().get(name);
        return interval == null
                ? ""
                : " (95 %: " + Figures.score(interval.low()) + "–" + Figures.score(interval.high()) + ")";
    }
}
