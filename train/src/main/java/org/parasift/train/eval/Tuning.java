package org.parasift.train.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * @param decisions what the thresholds make of this data
 * @param articles the rows come from
 */
public record Tuning(
        Goal goal,
        DecisionPolicy policy,
        boolean supported,
        double value,
        double bound,
        Decisions decisions,
        int articles) {
    /** Of every bound. */
    public static final double CONFIDENCE = 0.95;

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
        RowsAbove rows = new RowsAbove(spam, predictions, ThresholdSearch.grid(), seed);
        if (rows.spam() == 0 || rows.rest() == 0) {
            throw new IllegalArgumentException(
                    rows.spam() + " rows of spam and " + rows.rest() + " others (expected some of both)");
        }
        ThresholdSearch search = new ThresholdSearch(rows);
        ThresholdSearch.Choice choice = goal instanceof MinKept kept
                ? search.kept(kept.share)
                : goal instanceof MinPrecision precision
                        ? search.precision(precision.share)
                        : cost(search, (LeastCost) goal);
        double drop = choice.threshold();
        double from = Math.min(drop, review.orElse(EVEN));
        DecisionPolicy policy = new DecisionPolicy(Baselines.SPAM, from, drop);
        Decisions decisions = Decisions.of(labels, predictions, policy).orElseThrow();
        return new Tuning(goal, policy, choice.supported(), choice.value(), choice.bound(), decisions, rows.articles());
    }

    private static ThresholdSearch.Choice cost(ThresholdSearch search, LeastCost cost) {
        return search.cost(cost.fp, cost.fn);
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

    /** As JSON, keys always in the same order. */
    public ObjectNode toJson() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("goal", goal.text());
        json.put("review", policy.review()).put("drop", policy.drop());
        json.put("supported", supported).put("value", value).put("bound95", bound);
        rowsNeeded().ifPresent(needed -> json.put("rowsNeeded", needed));
        decisions.writeTo(json);
        return json.put("articles", articles);
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
}
