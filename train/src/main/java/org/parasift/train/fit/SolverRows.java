package org.parasift.train.fit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link Rows} as solvers read them. Columns that stand in several rows are numbered by how many, the most frequent first,
 * so that the weights which are needed all the time stay in the processor's cache. Columns that stand in one row only (half
 * of all columns of a text corpus and more) do not touch any other row, and those of a row that have the same value there
 * always have the same weight: they are one group, with a value and a count. Nothing is approximated.
 */
final class SolverRows {
    /** How many groups of a row are compared with a value before it gets a group of its own. */
    private static final int NEAR = 8;

    /** Entries in shared columns of row {@code r}: {@code start[r]} to {@code start[r + 1]}. */
    final int[] start;

    final int[] column;
    final float[] value;

    /** The number of columns that do not stand in one row only. */
    final int shared;

    /** Groups of row {@code r}: {@code groupStart[r]} to {@code groupStart[r + 1]}. */
    final int[] groupStart;

    final float[] groupValue;
    final int[] groupCount;

    /** The weight of each row; null if all weigh 1. */
    private final float @Nullable [] weight;

    /** For each column of the {@link Rows} its shared column, or the complement of its group. */
    private final int[] place;

    private SolverRows(
            int[] start,
            int[] column,
            float[] value,
            int shared,
            int[] groupStart,
            float[] groupValue,
            int[] groupCount,
            int[] place,
            float @Nullable [] weight) {
        this.weight = weight;
        this.start = start;
        this.column = column;
        this.value = value;
        this.shared = shared;
        this.groupStart = groupStart;
        this.groupValue = groupValue;
        this.groupCount = groupCount;
        this.place = place;
    }

    /** What a row counts in training. */
    double weight(int row) {
        return weight == null ? 1 : weight[row];
    }

    static SolverRows of(Rows rows) {
        int[] frequency = new int[rows.columns()];
        for (int column : rows.column) {
            frequency[column]++;
        }
        int[] place = byFrequency(frequency);
        int shared = 0;
        int entries = 0;
        for (int of : frequency) {
            shared += of != 1 ? 1 : 0;
            entries += of > 1 ? of : 0;
        }
        int[] start = new int[rows.size() + 1];
        int[] column = new int[entries];
        float[] value = new float[entries];
        int[] groupStart = new int[rows.size() + 1];
        float[] groupValue = new float[rows.size()];
        int[] groupCount = new int[rows.size()];
        int size = 0;
        int groups = 0;
        for (int r = 0; r < rows.size(); r++) {
            int firstGroup = groups;
            for (int i = rows.start[r]; i < rows.start[r + 1]; i++) {
                int at = rows.column[i];
                if (frequency[at] > 1) {
                    column[size] = place[at];
                    value[size++] = rows.value[i];
                    continue;
                }
                int group = groups - 1;
                int last = Math.max(firstGroup, groups - NEAR);
                while (group >= last && groupValue[group] != rows.value[i]) {
                    group--;
                }
                if (group < last) {
                    group = groups++;
                    if (group == groupValue.length) {
                        groupValue = Arrays.copyOf(groupValue, 2 * group);
                        groupCount = Arrays.copyOf(groupCount, 2 * group);
                    }
                    groupValue[group] = rows.value[i];
                }
                groupCount[group]++;
                place[at] = ~group;
            }
            start[r + 1] = size;
            groupStart[r + 1] = groups;
        }
        return new SolverRows(start, column, value, shared, groupStart, groupValue, groupCount, place, rows.weight);
    }

    /**
     * The place of each column when they are sorted by frequency, equal ones in their old order; counted, not compared.
     * Columns that no row has (there are some if rows are a part of others) come after the shared ones, whose weight then
     * stays 0; those of one row last.
     */
    private static int[] byFrequency(int[] frequency) {
        int most = 1;
        for (int of : frequency) {
            most = Math.max(most, of);
        }
        int[] next = new int[most + 2];
        for (int of : frequency) {
            next[rank(of, most) + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] place = new int[frequency.length];
        for (int c = 0; c < place.length; c++) {
            place[c] = next[rank(frequency[c], most)]++;
        }
        return place;
    }

    private static int rank(int frequency, int most) {
        return frequency > 1 ? most - frequency : most - 1 + frequency;
    }

    int size() {
        return groupStart.length - 1;
    }

    /** The number of groups of all rows. */
    int groups() {
        return groupStart[size()];
    }

    /** The number of shared columns and groups. */
    int columns() {
        return Math.addExact(shared, groups());
    }

    /** Where a column of the {@link Rows} is, if shared columns are counted first and then groups. */
    int column(int of) {
        return place[of] >= 0 ? place[of] : shared + ~place[of];
    }

    /** The weight of a column of the {@link Rows}, out of those of shared columns and of groups. */
    double weight(int of, double[] sharedWeights, double[] groupWeights) {
        int at = place[of];
        return at >= 0 ? sharedWeights[at] : groupWeights[~at];
    }

    /** The square of the length of a row's entries in columns of its own. */
    double ownSquares(int row) {
        double squares = 0;
        for (int g = groupStart[row]; g < groupStart[row + 1]; g++) {
            squares += (double) groupCount[g] * groupValue[g] * groupValue[g];
        }
        return squares;
    }

    /** The square of the length of a row's entries in shared columns. */
    double sharedSquares(int row) {
        double squares = 0;
        for (int i = start[row]; i < start[row + 1]; i++) {
            squares += (double) value[i] * value[i];
        }
        return squares;
    }

    /** The sum of value times weight over the shared columns of a row: four sums, for one would wait for each addition. */
    double dot(int row, double[] weights) {
        int i = start[row];
        int end = start[row + 1];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (; i + 3 < end; i += 4) {
            a += value[i] * weights[column[i]];
            b += value[i + 1] * weights[column[i + 1]];
            c += value[i + 2] * weights[column[i + 2]];
            d += value[i + 3] * weights[column[i + 3]];
        }
        for (; i < end; i++) {
            a += value[i] * weights[column[i]];
        }
        return (a + b) + (c + d);
    }

    /** Adds a multiple of a row to the weights of shared columns. */
    void add(int row, double factor, double[] weights) {
        int end = start[row + 1];
        for (int i = start[row]; i < end; i++) {
            weights[column[i]] += factor * value[i];
        }
    }
}
