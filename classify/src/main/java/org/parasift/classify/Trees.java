package org.parasift.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Boosted trees over named columns, scored as XGBoost scores them: a number below the threshold goes one way, any other
 * the other way, a missing one (NaN) the way that was learned for it. Each tree adds the value of its leaf to the score
 * of one output. Immutable and thread-safe; made with {@link #builder}.
 *
 * <p>Values are rounded to multiples of 2<sup>-{@value #BITS}</sup> when the trees are built. Sums of such numbers are
 * exact in double precision in whatever order they are added, so the contributions of the columns add up to the score
 * without a rest.
 */
public final class Trees {
    static final int BITS = 40;
    private static final double UNIT = 1.0 / (1L << BITS);
    private static final double LIMIT = 1 << 10;

    /** Ints of a node in {@link #nodes}: column, threshold, where to go if below, otherwise, if missing. */
    private static final int STRIDE = 5;

    private static final int LEAF = -1;

    /** Deeper trees would have too many nodes that nobody needs. */
    private static final int DEEPEST_COMPLETE = 6;

    private final List<String> columns;
    private final double[] base;
    private final int[] roots;
    private final int[] outputs;
    private final int[] nodes;
    /** Of each node: the mean value of the training rows below it; of a leaf what it adds. */
    private final double[] values;

    private final @Nullable CompleteTrees complete;
    private final @Nullable SlicedTrees sliced;

    private Trees(List<String> columns, double[] base, int[] roots, int[] outputs, int[] nodes, double[] values) {
        this.columns = columns;
        this.base = base;
        this.roots = roots;
        this.outputs = outputs;
        this.nodes = nodes;
        this.values = values;
        this.complete = CompleteTrees.of(this, DEEPEST_COMPLETE);
        this.sliced = SlicedTrees.of(this);
    }

    /** A node of a tree while it is built. */
    public sealed interface Node {
        /** The weight of the training rows that came here; XGBoost's cover. */
        double cover();

        /**
         * Asks for a column.
         *
         * @param column its number
         * @param threshold compared with the number in single precision
         * @param missingBelow whether a missing number goes to {@code below}
         * @param below for numbers below the threshold
         * @param other for all others
         */
        record Split(int column, float threshold, boolean missingBelow, Node below, Node other) implements Node {
            @Override
            public double cover() {
                return below.cover() + other.cover();
            }
        }

        /** Adds a value. */
        record Leaf(float value, double cover) implements Node {}
    }

    /**
     * Collects trees.
     *
     * @param columns the names of the columns, in the order of the rows that will be scored
     * @param base for each output the score before any tree
     */
    public static Builder builder(List<String> columns, double[] base) {
        return new Builder(columns, base);
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** The number of scores. */
    public int outputs() {
        return base.length;
    }

    /** The number of trees. */
    public int size() {
        return roots.length;
    }

    /** How many nodes ask for each column; columns that none asks for are left out. */
    public SortedMap<String, Integer> asked() {
        SortedMap<String, Integer> asked = new TreeMap<>();
        for (int node = 0; node < values.length; node++) {
            if (column(node) != LEAF) {
                asked.merge(columns.get(column(node)), 1, Integer::sum);
            }
        }
        return asked;
    }

    /** Of two outputs the second less the first, as one output: the log-odds of the second. */
    public Trees difference() {
        double[] signed = values.clone();
        for (int tree = 0; tree < roots.length; tree++) {
            int end = tree + 1 < roots.length ? roots[tree + 1] : values.length;
            for (int node = roots[tree]; node < end && outputs[tree] == 0; node++) {
                signed[node] = -signed[node];
            }
        }
        return new Trees(columns, new double[] {base[1] - base[0]}, roots, new int[roots.length], nodes, signed);
    }

    /**
     * The same with all scores multiplied by a factor.
     *
     * @throws IllegalArgumentException if one grows beyond what trees can hold
     */
    public Trees times(double factor) {
        double[] multiplied = new double[values.length];
        for (int node = 0; node < values.length; node++) {
            multiplied[node] = rounded(factor * values[node]);
        }
        double[] multipliedBase = new double[base.length];
        for (int output = 0; output < base.length; output++) {
            multipliedBase[output] = rounded(factor * base[output]);
        }
        return new Trees(columns, multipliedBase, roots, outputs, nodes, multiplied);
    }

    /** The trees of the first outputs. */
    Trees outputs(int count) {
        Builder fewer = builder(columns, Arrays.copyOf(base, count));
        for (int tree = 0; tree < roots.length; tree++) {
            if (outputs[tree] < count) {
                fewer.copy(outputs[tree], this, tree);
            }
        }
        return fewer.build();
    }

    /** The score of the first output for each row: the same as one by one, faster. */
    public double[] score(float[][] rows) {
        double[] first = new double[rows.length];
        Room room = new Room(columns.size(), base.length);
        for (int from = 0; from < rows.length; from += SlicedTrees.ROWS) {
            float[][] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + SlicedTrees.ROWS));
            score(some, some.length, room);
            for (int row = 0; row < some.length; row++) {
                first[from + row] = room.scores[row * base.length];
            }
        }
        return first;
    }

    /** The score of the first output. */
    public double score(float[] row) {
        double[] score = new double[base.length];
        score(row, new long[columns.size()], score);
        return score[0];
    }

    /**
     * Writes the score of each output.
     *
     * @param keys room for a long a column
     */
    void score(float[] row, long[] keys, double[] into) {
        System.arraycopy(base, 0, into, 0, base.length);
        if (complete != null && complete.add(row, keys, into)) {
            return;
        }
        for (int tree = 0; tree < roots.length; tree++) {
            int at = roots[tree] * STRIDE;
            int column = nodes[at];
            while (column != LEAF) {
                float number = row[column];
                float threshold = Float.intBitsToFloat(nodes[at + 1]);
                int way = number < threshold ? 2 : number >= threshold ? 3 : 4;
                at = nodes[at + way];
                column = nodes[at];
            }
            into[outputs[tree]] += values[at / STRIDE];
        }
    }

    /** What scoring many rows writes into; of one thread. */
    static final class Room {
        private final SlicedTrees.Room sliced = new SlicedTrees.Room();
        private final long[] keys;
        private final double[] one;
        /** Row by row a score for each output. */
        final double[] scores;

        Room(int columns, int outputs) {
            keys = new long[columns];
            one = new double[outputs];
            scores = new double[SlicedTrees.ROWS * outputs];
        }
    }

    /** Writes the scores of the first rows, at most {@link SlicedTrees#ROWS}: the same as one by one. */
    void score(float[][] rows, int count, Room room) {
        int outputs = base.length;
        if (sliced != null && count >= SlicedTrees.FEWEST) {
            for (int i = 0; i < room.scores.length; i++) {
                room.scores[i] = base[i % outputs];
            }
            if (sliced.add(rows, count, room.sliced, room.scores)) {
                return;
            }
        }
        for (int row = 0; row < count; row++) {
            score(rows[row], room.keys, room.one);
            System.arraycopy(room.one, 0, room.scores, row * outputs, outputs);
        }
    }

    /**
     * Writes what each column contributes to the score of an output: along the path through each tree, every step's
     * change of the mean value goes to the column that was asked (Saabas). Returns what is left: the score of a row of
     * which nothing is known. This and all contributions add up to the score exactly.
     */
    double contributions(float[] row, int output, double[] into) {
        Arrays.fill(into, 0, columns.size(), 0);
        double rest = base[output];
        for (int tree = 0; tree < roots.length; tree++) {
            if (outputs[tree] != output) {
                continue;
            }
            int node = roots[tree];
            rest += values[node];
            while (nodes[node * STRIDE] != LEAF) {
                int at = node * STRIDE;
                float number = row[nodes[at]];
                float threshold = Float.intBitsToFloat(nodes[at + 1]);
                int next = nodes[at + (number < threshold ? 2 : number >= threshold ? 3 : 4)] / STRIDE;
                into[nodes[at]] += values[next] - values[node];
                node = next;
            }
        }
        return rest;
    }

    int nodes() {
        return values.length;
    }

    double base(int output) {
        return base[output];
    }

    int output(int tree) {
        return outputs[tree];
    }

    int root(int tree) {
        return roots[tree];
    }

    /** The column of a node, -1 of a leaf. */
    int column(int node) {
        return nodes[node * STRIDE];
    }

    int thresholdBits(int node) {
        return nodes[node * STRIDE + 1];
    }

    int below(int node) {
        return nodes[node * STRIDE + 2] / STRIDE;
    }

    int other(int node) {
        return nodes[node * STRIDE + 3] / STRIDE;
    }

    boolean missingBelow(int node) {
        return nodes[node * STRIDE + 4] == nodes[node * STRIDE + 2];
    }

    double value(int node) {
        return values[node];
    }

    /** The nearest multiple of the unit. */
    static double rounded(double value) {
        if (!(Math.abs(value) <= LIMIT)) {
            throw new IllegalArgumentException("value " + value + " (expected at most " + LIMIT + ")");
        }
        return Math.rint(value / UNIT) * UNIT;
    }

    /** Collects trees. Owned by one thread. */
    public static final class Builder {
        private final List<String> columns;
        private final double[] base;
        private final List<Integer> roots = new ArrayList<>();
        private final List<Integer> outputs = new ArrayList<>();
        private int[] nodes = new int[STRIDE * 64];
        private double[] values = new double[64];
        private int size;

        private Builder(List<String> columns, double[] base) {
            this.columns = List.copyOf(columns);
            this.base = new double[base.length];
            for (int i = 0; i < base.length; i++) {
                this.base[i] = rounded(base[i]);
            }
            if (base.length == 0) {
                throw new IllegalArgumentException("trees need at least one output");
            }
        }

        /** Adds all trees of others with one output over the same columns, and their base, for an output. */
        public Builder all(int output, Trees others) {
            if (others.outputs() != 1 || !others.columns().equals(columns)) {
                throw new IllegalArgumentException(
                        "trees of " + others.outputs() + " outputs over " + others.columns());
            }
            base[output] += others.base[0];
            for (int tree = 0; tree < others.roots.length; tree++) {
                copy(output, others, tree);
            }
            return this;
        }

        private void copy(int output, Trees others, int tree) {
            int root = begin(output);
            int end = tree + 1 < others.roots.length ? others.roots[tree + 1] : others.values.length;
            for (int node = others.roots[tree]; node < end; node++) {
                if (others.column(node) == LEAF) {
                    leaf(others.value(node));
                } else {
                    float threshold = Float.intBitsToFloat(others.thresholdBits(node));
                    split(others.column(node), threshold, others.missingBelow(node), others.value(node));
                }
            }
            for (int node = others.roots[tree]; node < end; node++) {
                if (others.column(node) != LEAF) {
                    link(root + node - others.roots[tree], root + others.other(node) - others.roots[tree]);
                }
            }
        }

        /** Adds a tree for an output. */
        public Builder tree(int output, Node root) {
            begin(output);
            add(root);
            return this;
        }

        /** All trees so far. */
        public Trees build() {
            return new Trees(
                    columns,
                    base,
                    roots.stream().mapToInt(Integer::intValue).toArray(),
                    outputs.stream().mapToInt(Integer::intValue).toArray(),
                    Arrays.copyOf(nodes, size * STRIDE),
                    Arrays.copyOf(values, size));
        }

        /** Begins a tree; returns the number its root will have. */
        int begin(int output) {
            if (output < 0 || output >= base.length) {
                throw new IllegalArgumentException("output " + output + " of " + base.length);
            }
            roots.add(size);
            outputs.add(output);
            return size;
        }

        private int add(Node node) {
            if (node instanceof Node.Split split) {
                int added = split(split.column(), split.threshold(), split.missingBelow(), 0);
                int below = add(split.below());
                int other = add(split.other());
                double cover = split.cover();
                double mean = values[below] * (split.below().cover() / cover)
                        + values[other] * (split.other().cover() / cover);
                values[added] = rounded(cover > 0 ? mean : (values[below] + values[other]) / 2);
                link(added, other);
                return added;
            }
            return leaf(((Node.Leaf) node).value());
        }

        /** Adds a split; the node added next is where numbers below the threshold go. */
        int split(int column, float threshold, boolean missingBelow, double value) {
            if (column < 0 || column >= columns.size() || Float.isNaN(threshold)) {
                throw new IllegalArgumentException(
                        "split on column " + column + " of " + columns.size() + " at " + threshold);
            }
            int at = STRIDE * next(value);
            nodes[at] = column;
            nodes[at + 1] = Float.floatToIntBits(threshold);
            nodes[at + 2] = at + STRIDE;
            nodes[at + 4] = missingBelow ? at + STRIDE : 0;
            return at / STRIDE;
        }

        int leaf(double value) {
            int node = next(value);
            nodes[STRIDE * node] = LEAF;
            return node;
        }

        /** Says where all other numbers go. */
        void link(int split, int other) {
            int at = STRIDE * split;
            nodes[at + 3] = STRIDE * other;
            if (nodes[at + 4] == 0) {
                nodes[at + 4] = STRIDE * other;
            }
        }

        private int next(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                nodes = Arrays.copyOf(nodes, STRIDE * 2 * size);
            }
            values[size] = rounded(value);
            return size++;
        }
    }
}
