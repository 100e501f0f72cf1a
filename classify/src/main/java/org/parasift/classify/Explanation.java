package org.parasift.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a paragraph got its verdict. The score is that of the link function: of a model with two labels the log-odds of
 * {@code label} against the other, of one with more labels the score of {@code label}. Added up in their order the
 * reasons give exactly the score; the first is the model's bias.
 *
 * @param verdict what is explained
 * @param label the label that the score speaks for
 * @param score before link function and calibration
 * @param reasons in the order in which they are added up
 */
public record Explanation(Verdict verdict, String label, double score, List<Reason> reasons) {
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** The reasons that contribute most in either direction. */
    public List<Reason> strongest(int count) {
        List<Reason> sorted = new ArrayList<>(reasons);
        sorted.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution()))
                .thenComparing(Reason::feature));
        return List.copyOf(sorted.subList(0, Math.min(count, sorted.size())));
    }
}
