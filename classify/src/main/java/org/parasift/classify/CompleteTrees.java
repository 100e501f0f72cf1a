package org.parasift.classify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Trees made complete, all of one depth, so that a row takes the same number of steps through each and no step branches.
 * The nodes of all trees stand level by level, those of level l of tree t from {@code t << l} on: from a node at place i,
 * the next is at 2i + 1 if the number is below the threshold, else at 2i. Four trees are walked side by side, for a single
 * walk waits at every step for the one before. Measured against walking node by node by {@code ./parasift bench trees}.
 *
 * <p>A node is one long, the threshold above and the column below; a row is made into longs of the same form, so that one
 * subtraction compares. Numbers are compared as ints of the same order; a missing number (NaN) has no place in it, and a
 * row that has one must be scored by {@link Trees}.
 */
final class CompleteTrees {
    private static final int SIDE_BY_SIDE = 4;
    private static final int COLUMN_BITS = 16;
    private static final int COLUMN = (1 << COLUMN_BITS) - 1;

    /** What every number is below: added nodes ask column 0 for it. */
    private static final long ABOVE_ALL = (long) Integer.MAX_VALUE << COLUMN_BITS;

    private final int depth;
    /** The trees of each output stand together, filled up with trees of nothing; here ends each output's last. */
    private final int[] ends;

    private final long[][] levels;
    private final double[] leaves;

    private CompleteTrees(Trees source, int depth) {
        this.depth = depth;
        this.ends = new int[source.outputs()];
        int[] places = new int[source.size()];
        int trees = 0;
        for (int output = 0; output < ends.length; output++) {
            for (int tree = 0; tree < source.size(); tree++) {
                if (source.output(tree) == output) {
                    places[tree] = trees++;
                }
            }
            trees = (trees + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE * SIDE_BY_SIDE;
            ends[output] = trees;
        }
        this.levels = new long[depth][];
        for (int level = 0; level < depth; level++) {
            levels[level] = new long[trees << level];
            Arrays.fill(levels[level], ABOVE_ALL);
        }
        this.leaves = new double[trees << depth];
        for (int tree = 0; tree < source.size(); tree++) {
            copy(source, source.root(tree), 0, places[tree]);
        }
    }

    /** The trees as complete ones, or null if they are too deep or their columns too many. */
    static @Nullable CompleteTrees of(Trees source, int mostDepth) {
        int deepest = 0;
        for (int tree = 0; tree < source.size(); tree++) {
            deepest = Math.max(deepest, depth(source, source.root(tree)));
        }
        return deepest > mostDepth || source.columns().size() > COLUMN ? null : new CompleteTrees(source, deepest);
    }

    /** How many nodes one passes below a node at most. */
    static int depth(Trees source, int node) {
        return source.column(node) < 0
                ? 0
                : 1 + Math.max(depth(source, source.below(node)), depth(source, source.other(node)));
    }

    private void copy(Trees source, int node, int level, int place) {
        if (level == depth) {
            leaves[place] = source.value(node);
            return;
        }
        boolean leaf = source.column(node) < 0;
        if (!leaf) {
            levels[level][place] = packed(Float.intBitsToFloat(source.thresholdBits(node)), source.column(node));
        }
        copy(source, leaf ? node : source.other(node), level + 1, 2 * place);
        copy(source, leaf ? node : source.below(node), level + 1, 2 * place + 1);
    }

    /** A number and its column; less than another of the same column exactly if the number is; 0 and -0 are equal. */
    private static long packed(float number, int column) {
        int bits = Float.floatToRawIntBits(number + 0.0f);
        return (long) (bits ^ (bits >> 31 & Integer.MAX_VALUE)) << COLUMN_BITS | column;
    }

    /**
     * Adds the value of each tree to its output.
     *
     * @param keys room for a number a column
     * @return false, and nothing is added, if a number is missing
     */
    boolean add(float[] row, long[] keys, double[] into) {
        for (int c = 0; c < row.length; c++) {
            if (Float.isNaN(row[c])) {
                return false;
            }
            keys[c] = packed(row[c], c);
        }
        int tree = 0;
        for (int output = 0; output < ends.length; output++) {
            into[output] += sum(keys, tree, ends[output]);
            tree = ends[output];
        }
        return true;
    }

    /** The values of the leaves are exact in any order, see {@link Trees}. */
    private double sum(long[] keys, int from, int to) {
        double a = 0;
        double b = 0;
        for (int tree = from; tree < to; tree += SIDE_BY_SIDE) {
            int at0 = tree;
            int at1 = tree + 1;
            int at2 = tree + 2;
            int at3 = tree + 3;
            for (long[] nodes : levels) {
                at0 = next(keys, nodes, at0);
                at1 = next(keys, nodes, at1);
                at2 = next(keys, nodes, at2);
                at3 = next(keys, nodes, at3);
            }
            a += leaves[at0] + leaves[at1];
            b += leaves[at2] + leaves[at3];
        }
        return a + b;
    }

    private static int next(long[] keys, long[] nodes, int at) {
        long node = nodes[at];
        return 2 * at + (int) ((keys[(int) node & COLUMN] - node) >>> 63);
    }
}
