package org.parasift.train.fit;

import java.util.Arrays;
import java.util.List;

/** Rows of numbers with a label, 0 or 1, and a weight each: what trees are grown on. Grows; owned by one thread. */
public final class ColumnTable {
    private final List<String> columns;
    private float[] cells = new float[1 << 16];
    private byte[] label = new byte[1 << 10];
    private float[] weight = new float[1 << 10];
    private int size;

    /** An empty table over columns. */
    public ColumnTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row; a row of weight 0 is left out. */
    public void add(float[] row, boolean second, float rowWeight) {
        if (!(rowWeight >= 0)) {
            throw new IllegalArgumentException("weight " + rowWeight);
        }
        if (rowWeight == 0) {
            return;
        }
        int width = columns.size();
        if ((size + 1) * width > cells.length) {
            cells = Arrays.copyOf(cells, cells.length + cells.length / 2 + width);
        }
        if (size == label.length) {
            label = Arrays.copyOf(label, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        System.arraycopy(row, 0, cells, size * width, width);
        label[size] = (byte) (second ? 1 : 0);
        weight[size++] = rowWeight;
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    List<String> columns() {
        return columns;
    }

    /** A copy of a row's numbers. */
    float[] row(int row) {
        return Arrays.copyOfRange(cells, row * columns.size(), (row + 1) * columns.size());
    }

    int label(int row) {
        return label[row];
    }

    float weight(int row) {
        return weight[row];
    }
}
