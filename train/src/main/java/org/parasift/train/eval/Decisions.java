package org.parasift.train.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.parasift.classify.Decision;
import org.parasift.classify.DecisionPolicy;

/**
 * What a policy makes of labelled rows of spam and one other label, counted.
 *
 * @param dropped rows dropped
 * @param droppedSpam spam among them
 * @param reviewed rows to be reviewed
 * @param reviewedSpam spam among them
 * @param spam all rows that are spam
 * @param rest all rows that are not
 */
public record Decisions(long dropped, long droppedSpam, long reviewed, long reviewedSpam, long spam, long rest) {
    /**
     * Counts predictions.
     *
     * @param labels in the order of the probabilities
     * @return empty if there are other labels than the one that is dropped and one more
     */
    public static Optional<Decisions> of(List<String> labels, List<Prediction> predictions, DecisionPolicy policy) {
        int drop = labels.indexOf(policy.dropLabel());
        if (labels.size() != 2 || drop < 0) {
            return Optional.empty();
        }
        long[][] counts = new long[Decision.values().length][2];
        for (Prediction row : predictions) {
            boolean spam = row.example().label().equals(policy.dropLabel());
            counts[policy.decide(row.probabilities().get(drop)).ordinal()][spam ? 1 : 0]++;
        }
        long[] dropped = counts[Decision.DROP.ordinal()];
        long[] reviewed = counts[Decision.REVIEW.ordinal()];
        long[] kept = counts[Decision.KEEP.ordinal()];
        return Optional.of(new Decisions(
                dropped[0] + dropped[1],
                dropped[1],
                reviewed[0] + reviewed[1],
                reviewed[1],
                kept[1] + reviewed[1] + dropped[1],
                kept[0] + reviewed[0] + dropped[0]));
    }

    /** Rows with a decision. */
    public long rows(Decision decision) {
        return switch (decision) {
            case KEEP -> spam + rest - reviewed - dropped;
            case REVIEW -> reviewed;
            case DROP -> dropped;
        };
    }

    /** Spam among the rows with a decision. */
    public long spam(Decision decision) {
        return switch (decision) {
            case KEEP -> spam - reviewedSpam - droppedSpam;
            case REVIEW -> reviewedSpam;
            case DROP -> droppedSpam;
        };
    }

    /** Share of the rows that are not spam which are not dropped; 1 if there are none. */
    public double kept() {
        return rest == 0 ? 1 : 1 - (double) (dropped - droppedSpam) / rest;
    }

    /** Share of spam that is dropped. */
    public double recall() {
        return Scores.ratio(droppedSpam, spam);
    }

    /** Share of the dropped rows that are spam; 1 if nothing is dropped. */
    public double precision() {
        return dropped == 0 ? 1 : (double) droppedSpam / dropped;
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return Scores.ratio(2 * droppedSpam, dropped + spam);
    }

    /** Share of all rows that is to be reviewed. */
    public double reviewedShare() {
        return Scores.ratio(reviewed, spam + rest);
    }

    /** Counts and shares as fields, always in the same order. */
    void writeTo(ObjectNode json) {
        json.put("kept", Evaluation.round(kept()));
        json.put("recall", Evaluation.round(recall())).put("precision", Evaluation.round(precision()));
        json.put("dropped", dropped).put("droppedSpam", droppedSpam);
        json.put("reviewed", reviewed).put("reviewedSpam", reviewedSpam);
        json.put("spam", spam).put("rest", rest);
    }
}
