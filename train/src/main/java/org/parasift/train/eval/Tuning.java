package org.parasift.train.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.parasift.classify.DecisionPolicy;

/**
 * Chooses from which probability on a paragraph is dropped, so that labelled data supports a promise.
 *
 * <p>Thresholds come from a fixed grid, even in log-odds. For a promise they are tried from the strictest down, and the
 * first whose lower bound misses the promise ends the search: in such a fixed sequence the bound of the last good one
 * holds although many were tried (Angelopoulos and others, Learn then test, 2021). A promise of precision begins where
 * enough rows are dropped to show it at all, which depends on no label. The bound is the lower one of two, each one-sided
 * at 95 %: Clopper and Pearson's exact one over rows, and the 5th percentile of a bootstrap over articles, since
 * paragraphs of one article share their fate. Without any error the bootstrap is silent and the exact bound speaks.
 *
 * <p>If no threshold is supported, the lowest is taken at which the promise is met on this data as counted, and
 * {@link #supported} is false. For costs the threshold of least cost on this data is taken; it is supported if it is
 * cheaper than dropping nothing in 95 % of the bootstrap rounds.
 *
 * @param goal what was asked for
 * @param policy the thresholds; reviewed is what is more probably spam than not and yet not dropped
 * @param supported whether the data supports the promise
 * @param value what was asked for, as counted on this data
 * @param bound what is shown with 95 % confidence: at least that share; of costs at most that cost
 * @param dropped rows dropped
 * @param droppedSpam spam among them
 * @param reviewed rows to be reviewed
 * @param reviewedSpam spam among them
 * @param spam all rows that are spam
 * @param rest all rows that are not
 * @param articles they come from
 */
public record Tuning(
        Goal goal,
        DecisionPolicy policy,
        boolean supported,
        double value,
        double bound,
        long dropped,
        long droppedSpam,
        long reviewed,
        long reviewedSpam,
        long spam,
        long rest,
        int articles) {
    /** Of every bound. */
    public static final double CONFIDENCE = 0.95;

    private static final int ROUNDS = 1000;
    private static final double EVEN = 0.5;

    /** What thresholds are chosen for. */
    public sealed interface Goal {
        /** In words. */
        String text();
    }

    /**
     * Of the rows that are not spam at least this share is not dropped.
     *
     * @param share between 0 and 1
     */
    public record MinKept(double share) implements Goal {
        public MinKept {
            requireShare(share);
        }

        @Override
        public String text() {
            return "at least " + percent(share) + " of the rows that are not spam stay";
        }
    }

    /**
     * Of the dropped rows at least this share is spam.
     *
     * @param share between 0 and 1
     */
    public record MinPrecision(double share) implements Goal {
        public MinPrecision {
            requireShare(share);
        }

        @Override
        public String text() {
            return "at least " + percent(share) + " of the dropped rows are spam";
        }
    }

    /**
     * As cheap as possible.
     *
     * @param fp cost of dropping a row that is not spam
     * @param fn cost of not dropping one that is
     */
    public record LeastCost(double fp, double fn) implements Goal {
        public LeastCost {
            if (!(fp >= 0 && fn >= 0 && fp + fn > 0 && fp + fn < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("costs " + fp + " and " + fn);
            }
        }

        @Override
        public String text() {
            return String.format(
                    Locale.ROOT, "least cost, %s for a lost row and %s for spam that stays", plain(fp), plain(fn));
        }

        private static String plain(double cost) {
            return cost == Math.rint(cost) ? Long.toString((long) cost) : Double.toString(cost);
        }
    }

    /**
     * Chooses thresholds.
     *
     * @param labels of the predictions: spam and one other
     * @param review where review begins, if the usual place is not wanted
     * @param seed of the bootstrap
     * @throws IllegalArgumentException if the labels are others, or there are no rows of one of them
     */
    public static Tuning of(
            List<String> labels, List<Prediction> predictions, Goal goal, Optional<Double> review, long seed) {
        int spam = labels.indexOf(Baselines.SPAM);
        if (labels.size() != 2 || spam < 0) {
            throw new IllegalArgumentException("labels " + labels + " (expected spam and one other)");
        }
        Counts counts = new Counts(spam, predictions, grid());
        if (counts.spam == 0 || counts.rest == 0) {
            throw new IllegalArgumentException(
                    counts.spam + " rows of spam and " + counts.rest + " others (expected some of both)");
        }
        Draws draws = new Draws(counts, seed);
        Choice choice = goal instanceof MinKept kept
                ? kept(counts, draws, kept.share)
                : goal instanceof MinPrecision precision
                        ? precision(counts, draws, precision.share)
                        : cost(counts, draws, (LeastCost) goal);
        double drop = counts.thresholds[choice.threshold];
        double from = Math.min(drop, review.orElse(EVEN));
        DecisionPolicy policy = new DecisionPolicy(Baselines.SPAM, from, drop);
        long[] atDrop = counts.from(drop);
        long[] atReview = counts.from(from);
        return new Tuning(
                goal,
                policy,
                choice.supported,
                choice.value,
                choice.bound,
                atDrop[0] + atDrop[1],
                atDrop[0],
                atReview[0] + atReview[1] - atDrop[0] - atDrop[1],
                atReview[0] - atDrop[0],
                counts.spam,
                counts.rest,
                counts.articles);
    }

    /** How many rows without an error would show the promise; empty of costs. */
    public Optional<Long> rowsNeeded() {
        if (goal instanceof MinKept kept) {
            return Optional.of(Binomial.trialsWithoutMiss(kept.share, CONFIDENCE));
        }
        if (goal instanceof MinPrecision precision) {
            return Optional.of(Binomial.trialsWithoutMiss(precision.share, CONFIDENCE));
        }
        return Optional.empty();
    }

    /** Share of the rows that are not spam which are not dropped. */
    public double kept() {
        return 1 - (double) (dropped - droppedSpam) / rest;
    }

    /** Share of spam that is dropped. */
    public double recall() {
        return (double) droppedSpam / spam;
    }

    /** Share of the dropped rows that are spam; 1 if nothing is dropped. */
    public double precision() {
        return dropped == 0 ? 1 : (double) droppedSpam / dropped;
    }

    /** As JSON, keys always in the same order. */
    public ObjectNode toJson() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("goal", goal.text());
        json.put("review", policy.review()).put("drop", policy.drop());
        json.put("supported", supported).put("value", value).put("bound95", bound);
        rowsNeeded().ifPresent(needed -> json.put("rowsNeeded", needed));
        json.put("kept", kept()).put("recall", recall()).put("precision", precision());
        json.put("dropped", dropped).put("droppedSpam", droppedSpam);
        json.put("reviewed", reviewed).put("reviewedSpam", reviewedSpam);
        return json.put("spam", spam).put("rest", rest).put("articles", articles);
    }

    /** A threshold and what is known of it. */
    private record Choice(int threshold, boolean supported, double value, double bound) {}

    private static Choice kept(Counts counts, Draws draws, double share) {
        int last = counts.thresholds.length - 1;
        int proven = -1;
        int counted = last;
        for (int t = last; t >= 0 && counts.kept(t) >= share; t--) {
            counted = t;
            if (proven == t + 1 || t == last) {
                proven = keptBound(counts, draws, t) >= share ? t : proven;
            }
        }
        int chosen = proven >= 0 ? proven : counted;
        return new Choice(chosen, proven >= 0, counts.kept(chosen), keptBound(counts, draws, chosen));
    }

    private static double keptBound(Counts counts, Draws draws, int t) {
        long stay = counts.rest - counts.restFrom[t];
        double exact = Binomial.lowerBound(stay, counts.rest, CONFIDENCE);
        if (counts.single()) {
            return exact;
        }
        return Math.min(exact, draws.lower(t, (spam, rest, allSpam, allRest) -> allRest == 0 ? 1 : 1 - rest / allRest));
    }

    private static Choice precision(Counts counts, Draws draws, double share) {
        long needed = Binomial.trialsWithoutMiss(share, CONFIDENCE);
        int proven = -1;
        int counted = -1;
        boolean going = true;
        for (int t = counts.thresholds.length - 1; t >= 0; t--) {
            long dropped = counts.spamFrom[t] + counts.restFrom[t];
            if (dropped > 0 && counts.precision(t) >= share) {
                counted = t;
            }
            if (going && dropped >= needed) {
                going = precisionBound(counts, draws, t) >= share;
                proven = going ? t : proven;
            }
        }
        int chosen = proven >= 0 ? proven : counted >= 0 ? counted : counts.thresholds.length - 1;
        return new Choice(chosen, proven >= 0, counts.precision(chosen), precisionBound(counts, draws, chosen));
    }

    private static double precisionBound(Counts counts, Draws draws, int t) {
        long dropped = counts.spamFrom[t] + counts.restFrom[t];
        if (dropped == 0) {
            return 0;
        }
        double exact = Binomial.lowerBound(counts.spamFrom[t], dropped, CONFIDENCE);
        if (counts.single()) {
            return exact;
        }
        return Math.min(
                exact, draws.lower(t, (spam, rest, allSpam, allRest) -> spam + rest == 0 ? 1 : spam / (spam + rest)));
    }

    private static Choice cost(Counts counts, Draws draws, LeastCost cost) {
        int best = counts.thresholds.length - 1;
        double least = Double.POSITIVE_INFINITY;
        for (int t = best; t >= 0; t--) {
            double here = cost.fp * counts.restFrom[t] + cost.fn * (counts.spam - counts.spamFrom[t]);
            if (here < least) {
                least = here;
                best = t;
            }
        }
        // Lower bounds of what is saved against dropping nothing, and of the negative cost.
        double saved = draws.lower(best, (spam, rest, allSpam, allRest) -> cost.fn * spam - cost.fp * rest);
        double most = -draws.lower(
                best,
                (spam, rest, allSpam, allRest) -> -(cost.fp * rest + cost.fn * (allSpam - spam)) / (allSpam + allRest));
        return new Choice(best, saved > 0, least / (counts.spam + counts.rest), most);
    }

    /** Even in log-odds, four digits that matter each; the strictest, last, drops only what is certain. */
    private static double[] grid() {
        List<Double> grid = new ArrayList<>();
        for (int step = -80; step <= 400; step++) {
            double p = 1 / (1 + Math.exp(-step / 20.0));
            double unit = Math.pow(10, Math.floor(Math.log10(Math.min(p, 1 - p))) - 3);
            grid.add(Math.round(Math.round(p / unit) * unit * 1e13) / 1e13);
        }
        grid.add(1.0);
        return grid.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + " (expected between 0 and 1)");
        }
    }

    /** A share as a person says it: {@code 99.5 %}. */
    static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.2f", 100 * share);
        return text.replaceAll("\\.?0+$", "") + " %";
    }

    /** Rows at or above each threshold, in all and by article. */
    private static final class Counts {
        private final double[] thresholds;
        private final long[] spamFrom;
        private final long[] restFrom;
        private final List<Double> probability = new ArrayList<>();
        private final List<Boolean> isSpam = new ArrayList<>();
        private final int[] article;
        private final int articles;
        private long spam;
        private long rest;

        Counts(int label, List<Prediction> predictions, double[] thresholds) {
            this.thresholds = thresholds;
            this.spamFrom = new long[thresholds.length];
            this.restFrom = new long[thresholds.length];
            this.article = new int[predictions.size()];
            Map<String, Integer> number = new HashMap<>();
            for (int i = 0; i < article.length; i++) {
                Prediction prediction = predictions.get(i);
                int next = number.size();
                article[i] =
                        number.computeIfAbsent(prediction.example().article().id(), id -> next);
                double p = prediction.probabilities().get(label);
                boolean yes = prediction.example().label().equals(Baselines.SPAM);
                probability.add(p);
                isSpam.add(yes);
                spam += yes ? 1 : 0;
                rest += yes ? 0 : 1;
                for (int t = 0; t < thresholds.length && p >= thresholds[t]; t++) {
                    (yes ? spamFrom : restFrom)[t]++;
                }
            }
            articles = number.size();
        }

        /** Whether every row is an article of its own; then the exact bound is all there is to say. */
        boolean single() {
            return articles == article.length;
        }

        double kept(int t) {
            return 1 - (double) restFrom[t] / rest;
        }

        double precision(int t) {
            long dropped = spamFrom[t] + restFrom[t];
            return dropped == 0 ? 1 : (double) spamFrom[t] / dropped;
        }

        /** Spam and others from a probability on. */
        long[] from(double threshold) {
            long[] counts = new long[2];
            for (int i = 0; i < article.length; i++) {
                counts[isSpam.get(i) ? 0 : 1] += probability.get(i) >= threshold ? 1 : 0;
            }
            return counts;
        }
    }

    /** What is said of spam and others dropped, and of all of them, in one round. */
    @FunctionalInterface
    private interface Statistic {
        double of(double spam, double rest, double allSpam, double allRest);
    }

    /** The same articles drawn for every threshold. */
    private static final class Draws {
        private final Counts counts;
        private final long seed;

        Draws(Counts counts, long seed) {
            this.counts = counts;
            this.seed = seed;
        }

        /** The 5th percentile of a statistic. */
        double lower(int t, Statistic statistic) {
            int articles = counts.articles;
            long[][] own = new long[4][articles];
            for (int i = 0; i < counts.article.length; i++) {
                int kind = counts.isSpam.get(i) ? 0 : 1;
                own[kind][counts.article[i]] += counts.probability.get(i) >= counts.thresholds[t] ? 1 : 0;
                own[2 + kind][counts.article[i]]++;
            }
            double[] drawn = new double[ROUNDS];
            SplittableRandom random = new SplittableRandom(seed);
            for (int round = 0; round < ROUNDS; round++) {
                double[] sum = new double[4];
                for (int i = 0; i < articles; i++) {
                    int a = random.nextInt(articles);
                    for (int k = 0; k < sum.length; k++) {
                        sum[k] += own[k][a];
                    }
                }
                drawn[round] = statistic.of(sum[0], sum[1], sum[2], sum[3]);
            }
            Arrays.sort(drawn);
            return drawn[(int) (ROUNDS * (1 - CONFIDENCE))];
        }
    }
}
