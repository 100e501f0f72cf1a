package org.parasift.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Trees that score up to {@value #ROWS} rows at once, a bit each. What a node asks, whether a column is below a threshold,
 * is answered for all rows in one long, once for all nodes that ask the same. From the answers of a tree follow, by a few
 * operations on longs, five more: the steps of every row from the root to its leaf. Only then rows are taken one by one, to
 * add the value of the leaf.
 *
 * <p>Trees are made complete, all of {@value #DEPTH} levels; shallow ones of one output are grafted upon each other, so
 * that two of two levels are one of four. The rows of an article take half the time that {@link CompleteTrees} need, or
 * less ({@code ./parasift bench trees}).
 */
final class SlicedTrees {
    static final int ROWS = 64;

    /** Fewer rows are scored faster one by one. */
    static final int FEWEST = 5;

    private static final int DEPTH = 5;
    private static final int LEAVES = 1 << DEPTH;
    private static final int LEAF = LEAVES - 1;

    /** So many trees go from answers to sums together: their steps and leaves stay near the processor. */
    private static final int TOGETHER = 32;

    /** The question that no row is below; added nodes ask it. */
    private static final int NONE_BELOW = 0;

    /** Of eight bits each in a byte of its own. */
    private static final long[] SPREAD = new long[256];

    static {
        for (int bits = 0; bits < SPREAD.length; bits++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                SPREAD[bits] |= (long) (bits >> bit & 1) << (Byte.SIZE * bit);
            }
        }
    }

    /** Where the questions of each column begin; behind those of a column is room for rows that are below none. */
    private final int[] firstQuestion;
    /** Of each column the greatest power of two that is not above the number of thresholds; 0 without any. */
    private final int[] halves;
    /** Of each column where its thresholds begin: ascending, filled up with NaN to one less than twice that power. */
    private final int[] firstThreshold;

    private final float[] thresholds;
    /** Of node i of tree t the question at {@code LEAVES * t + i}; the root is 1, from i one goes to 2i, or 2i + 1 if below. */
    private final char[] questions;

    private final double[] leaves;
    /** The trees of each output stand together; here ends each output's last. */
    private final int[] ends;

    private SlicedTrees(Trees source, float[][] asked) {
        this.firstQuestion = new int[asked.length + 1];
        this.halves = new int[asked.length];
        this.firstThreshold = new int[asked.length];
        firstQuestion[0] = NONE_BELOW + 1;
        int size = 0;
        for (int c = 0; c < asked.length; c++) {
            firstQuestion[c + 1] = firstQuestion[c] + asked[c].length + 1;
            halves[c] = Integer.highestOneBit(asked[c].length);
            firstThreshold[c] = size;
            size += Math.max(0, 2 * halves[c] - 1);
        }
        this.thresholds = new float[size];
        Arrays.fill(thresholds, Float.NaN);
        for (int c = 0; c < asked.length; c++) {
            System.arraycopy(asked[c], 0, thresholds, firstThreshold[c], asked[c].length);
        }
        this.ends = new int[source.outputs()];
        List<int[]> grafts = grafts(source);
        this.questions = new char[LEAVES * grafts.size()];
        this.leaves = new double[LEAVES * grafts.size()];
        for (int tree = 0; tree < grafts.size(); tree++) {
            int[] graft = grafts.get(tree);
            ends[source.output(graft[0])] = tree + 1;
            copy(source, asked, graft, 0, source.root(graft[0]), LEAVES * tree, 1, 0);
        }
        for (int output = 1; output < ends.length; output++) {
            ends[output] = Math.max(ends[output], ends[output - 1]);
        }
    }

    /** The trees sliced, or null if they are too deep or ask too much. */
    static @Nullable SlicedTrees of(Trees source) {
        int columns = source.columns().size();
        List<TreeSet<Float>> asked = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            asked.add(new TreeSet<>());
        }
        for (int node = 0; node < source.nodes(); node++) {
            if (source.column(node) >= 0) {
                asked.get(source.column(node)).add(threshold(source, node));
            }
        }
        int questions = columns + 1;
        float[][] sorted = new float[columns][];
        for (int c = 0; c < columns; c++) {
            sorted[c] = new float[asked.get(c).size()];
            int next = 0;
            for (float threshold : asked.get(c)) {
                sorted[c][next++] = threshold;
            }
            questions += next;
        }
        boolean deep = false;
        for (int tree = 0; tree < source.size(); tree++) {
            deep |= CompleteTrees.depth(source, source.root(tree)) > DEPTH;
        }
        return deep || questions > Character.MAX_VALUE ? null : new SlicedTrees(source, sorted);
    }

    /** A node's threshold; 0 for -0, which no number tells apart. */
    private static float threshold(Trees source, int node) {
        return Float.intBitsToFloat(source.thresholdBits(node)) + 0.0f;
    }

    /** The trees by their outputs, one upon the other as long as they fit. */
    private static List<int[]> grafts(Trees source) {
        List<int[]> grafts = new ArrayList<>();
        for (int output = 0; output < source.outputs(); output++) {
            int[] latest = new int[0];
            int left = 0;
            for (int tree = 0; tree < source.size(); tree++) {
                if (source.output(tree) == output) {
                    int depth = CompleteTrees.depth(source, source.root(tree));
                    boolean fits = latest.length > 0 && depth <= left;
                    latest = fits ? Arrays.copyOf(latest, latest.length + 1) : new int[1];
                    latest[latest.length - 1] = tree;
                    left = (fits ? left : DEPTH) - depth;
                    if (fits) {
                        grafts.set(grafts.size() - 1, latest);
                    } else {
                        grafts.add(latest);
                    }
                }
            }
        }
        return grafts;
    }

    private void copy(Trees source, float[][] asked, int[] graft, int part, int node, int at, int place, double sum) {
        int column = source.column(node);
        if (column < 0 && part + 1 < graft.length) {
            int next = source.root(graft[part + 1]);
            copy(source, asked, graft, part + 1, next, at, place, sum + source.value(node));
        } else if (place >= LEAVES) {
            leaves[at + place - LEAVES] = sum + source.value(node);
        } else {
            int question = column < 0
                    ? NONE_BELOW
                    : firstQuestion[column] + Arrays.binarySearch(asked[column], threshold(source, node));
            questions[at + place] = (char) question;
            int other = column < 0 ? node : source.other(node);
            int below = column < 0 ? node : source.below(node);
            copy(source, asked, graft, part, other, at, 2 * place, sum);
            copy(source, asked, graft, part, below, at, 2 * place + 1, sum);
        }
    }

    /** What scoring writes into; of one thread. */
    static final class Room {
        private long[] answers = new long[0];
        private final long[] steps = new long[DEPTH * TOGETHER];
    }

    /**
     * Adds the values of the trees to the scores.
     *
     * @param rows of which the first {@code count} are scored, at most {@value #ROWS}
     * @param into row by row a number for each output; room for {@value #ROWS} rows
     * @return false, and nothing is added, if a number is missing
     */
    boolean add(float[][] rows, int count, Room room, double[] into) {
        if (!answer(rows, count, room)) {
            return false;
        }
        int tree = 0;
        for (int output = 0; output < ends.length; output++) {
            if (same(tree, ends[output], count, room.answers)) {
                double sum = sumOfFirst(tree, ends[output], room.answers);
                for (int row = 0; row < count; row++) {
                    into[row * ends.length + output] += sum;
                }
                tree = ends[output];
            }
            while (tree < ends[output]) {
                int together = Math.min(TOGETHER, ends[output] - tree);
                follow(tree, together, room.answers, room.steps);
                for (int row = 0; row < count; row += Byte.SIZE) {
                    sum(tree, together, room.steps, row, into, row * ends.length + output);
                }
                tree += together;
            }
        }
        return true;
    }

    /** Whether all that some trees ask is answered alike for all rows: so it is if they see nothing but the article. */
    private boolean same(int from, int to, int count, long[] answers) {
        long all = -1L >>> (ROWS - count);
        for (int at = LEAVES * from; at < LEAVES * to; at++) {
            long answer = answers[questions[at]] & all;
            if (answer != 0 && answer != all) {
                return false;
            }
        }
        return true;
    }

    /** What trees come to for the first row. */
    private double sumOfFirst(int from, int to, long[] answers) {
        double sum = 0;
        for (int tree = from; tree < to; tree++) {
            int at = 1;
            for (int level = 0; level < DEPTH; level++) {
                at = 2 * at + (int) (answers[questions[LEAVES * tree + at]] & 1);
            }
            sum += leaves[LEAVES * tree + at - LEAVES];
        }
        return sum;
    }

    /** Answers all questions; false if a number is missing. */
    private boolean answer(float[][] rows, int count, Room room) {
        int size = firstQuestion[halves.length];
        if (room.answers.length < size) {
            room.answers = new long[size];
        }
        long[] answers = room.answers;
        Arrays.fill(answers, 0, size, 0);
        boolean missing = false;
        int last = count - 1;
        for (int row = 0; row < count; row += 4) {
            float[] row1 = rows[Math.min(row + 1, last)];
            float[] row2 = rows[Math.min(row + 2, last)];
            float[] row3 = rows[Math.min(row + 3, last)];
            missing |= rank(rows[row], row1, row2, row3, row, answers);
        }
        for (int c = 0; c < halves.length; c++) {
            long below = 0;
            for (int question = firstQuestion[c]; question < firstQuestion[c + 1]; question++) {
                below |= answers[question];
                answers[question] = below;
            }
        }
        return !missing;
    }

    /**
     * Marks for each column the first threshold that a row is below, for four rows side by side, since a binary search
     * waits for each of its steps. Returns whether a number is, or may be, missing.
     */
    private boolean rank(float[] row0, float[] row1, float[] row2, float[] row3, int row, long[] answers) {
        float[] sorted = thresholds;
        long bit = 1L << row;
        boolean missing = false;
        for (int c = 0; c < halves.length; c++) {
            float a = row0[c];
            float b = row1[c];
            float d = row2[c];
            float e = row3[c];
            int before = firstThreshold[c] - 1;
            int atA = before;
            int atB = before;
            int atD = before;
            int atE = before;
            for (int half = halves[c]; half > 0; half >>= 1) {
                atA = sorted[atA + half] <= a ? atA + half : atA;
                atB = sorted[atB + half] <= b ? atB + half : atB;
                atD = sorted[atD + half] <= d ? atD + half : atD;
                atE = sorted[atE + half] <= e ? atE + half : atE;
            }
            int question = firstQuestion[c] - before;
            answers[question + atA] |= bit;
            answers[question + atB] |= bit << 1;
            answers[question + atD] |= bit << 2;
            answers[question + atE] |= bit << 3;
            missing |= Float.isNaN(a + b + d + e);
        }
        return missing;
    }

    /** Of each row the step at each level: 1 if below. */
    private void follow(int first, int count, long[] answers, long[] steps) {
        char[] q = questions;
        int step = 0;
        for (int at = LEAVES * first; at < LEAVES * (first + count); at += LEAVES) {
            long s0 = answers[q[at + 1]];
            long s1 = either(s0, answers[q[at + 3]], answers[q[at + 2]]);
            long s2Other = either(s1, answers[q[at + 5]], answers[q[at + 4]]);
            long s2Below = either(s1, answers[q[at + 7]], answers[q[at + 6]]);
            long s2 = either(s0, s2Below, s2Other);
            long s3Other = four(answers, q, at + 8, s1, s2);
            long s3Below = four(answers, q, at + 12, s1, s2);
            long s3 = either(s0, s3Below, s3Other);
            long s4Other = either(s1, four(answers, q, at + 20, s2, s3), four(answers, q, at + 16, s2, s3));
            long s4Below = either(s1, four(answers, q, at + 28, s2, s3), four(answers, q, at + 24, s2, s3));
            steps[step++] = s0;
            steps[step++] = s1;
            steps[step++] = s2;
            steps[step++] = s3;
            steps[step++] = either(s0, s4Below, s4Other);
        }
    }

    /** The answers at four nodes, for each row the one to which two steps lead. */
    private static long four(long[] answers, char[] q, int at, long step, long next) {
        long other = either(next, answers[q[at + 1]], answers[q[at]]);
        long below = either(next, answers[q[at + 3]], answers[q[at + 2]]);
        return either(step, below, other);
    }

    /** Bit for bit one or the other. */
    private static long either(long where, long one, long other) {
        return other ^ (where & (one ^ other));
    }

    /** Adds the leaves of eight rows; they are exact in any order, see {@link Trees}. */
    private void sum(int first, int count, long[] steps, int row, double[] into, int at) {
        double[] values = leaves;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int step = 0;
        for (int leaf = LEAVES * first; leaf < LEAVES * (first + count); leaf += LEAVES) {
            long eight = SPREAD[(int) (steps[step] >>> row) & 0xFF] << 4
                    | SPREAD[(int) (steps[step + 1] >>> row) & 0xFF] << 3
                    | SPREAD[(int) (steps[step + 2] >>> row) & 0xFF] << 2
                    | SPREAD[(int) (steps[step + 3] >>> row) & 0xFF] << 1
                    | SPREAD[(int) (steps[step + 4] >>> row) & 0xFF];
            step += DEPTH;
            int low = (int) eight;
            int high = (int) (eight >>> 32);
            a += values[leaf + (low & LEAF)];
            b += values[leaf + (low >>> 8 & LEAF)];
            c += values[leaf + (low >>> 16 & LEAF)];
            d += values[leaf + (low >>> 24)];
            e += values[leaf + (high & LEAF)];
            f += values[leaf + (high >>> 8 & LEAF)];
            g += values[leaf + (high >>> 16 & LEAF)];
            h += values[leaf + (high >>> 24)];
        }
        int outputs = ends.length;
        into[at] += a;
        into[at + outputs] += b;
        into[at + 2 * outputs] += c;
        into[at + 3 * outputs] += d;
        into[at + 4 * outputs] += e;
        into[at + 5 * outputs] += f;
        into[at + 6 * outputs] += g;
        into[at + 7 * outputs] += h;
    }
}
