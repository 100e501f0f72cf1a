package org.parasift.train.fit;

/**
 * How boosted trees are grown (Chen and Guestrin, XGBoost, 2016).
 *
 * @param rounds rounds of boosting, each of a tree a label
 * @param depth splits between the root and a leaf at most
 * @param rate what a tree's values are multiplied with
 * @param rowShare the share of rows that each tree sees
 * @param columnShare the share of columns that each tree sees
 * @param leastCover the least sum of second derivatives in a leaf
 * @param lambda L2 regularization of a leaf's value
 */
public record TreeSpec(
        int rounds, int depth, double rate, double rowShare, double columnShare, double leastCover, double lambda) {
    public TreeSpec {
        if (rounds < 1 || depth < 1 || !(rate > 0)) {
            throw new IllegalArgumentException("rounds " + rounds + ", depth " + depth + ", rate " + rate);
        }
    }

    @Override
    public String toString() {
        return "trees(columnShare=" + columnShare + ",depth=" + depth + ",lambda=" + lambda + ",leastCover="
                + leastCover + ",rate=" + rate + ",rounds=" + rounds + ",rowShare=" + rowShare + ")";
    }
}
