package org.parasift.classify;

import java.io.IOException;
import java.util.List;

/** The section {@code TREE} after its link. */
final class TreeSection {
    private TreeSection() {}

    static void write(Trees trees, ModelWriter to) throws IOException {
        to.writeTexts(trees.columns());
        to.writeInt(trees.outputs());
        for (int output = 0; output < trees.outputs(); output++) {
            to.writeDouble(trees.base(output));
        }
        to.writeInt(trees.size());
        for (int tree = 0; tree < trees.size(); tree++) {
            int root = trees.root(tree);
            int end = tree + 1 < trees.size() ? trees.root(tree + 1) : trees.nodes();
            to.writeInt(trees.output(tree));
            to.writeInt(end - root);
            for (int node = root; node < end; node++) {
                to.writeInt(trees.column(node));
                to.writeDouble(trees.value(node));
                if (trees.column(node) >= 0) {
                    to.writeInt(trees.thresholdBits(node));
                    to.writeByte(trees.missingBelow(node) ? 1 : 0);
                    to.writeInt(trees.other(node) - root);
                }
            }
        }
    }

    static Trees read(ModelBytes from) {
        List<String> columns = from.readTexts("columns");
        double[] base = from.readDoubles(from.readCount(8, "outputs"), "base");
        Trees.Builder trees = Trees.builder(columns, base);
        for (int left = from.readCount(8, "trees"); left > 0; left--) {
            int root = trees.begin(from.readInt("output"));
            int size = from.readCount(12, "nodes");
            int open = 1;
            for (int node = 0; node < size; node++) {
                int column = from.readInt("column");
                double value = from.readDouble("value");
                if (column < 0) {
                    trees.leaf(value);
                    open--;
                } else {
                    float threshold = Float.intBitsToFloat(from.readInt("threshold"));
                    trees.split(column, threshold, from.readChoice(2, "missing") == 1, value);
                    int other = from.readInt("other");
                    if (other <= node + 1 || other >= size) {
                        throw new ModelFormatException("tree node " + node + " of " + size + " leads to " + other);
                    }
                    trees.link(root + node, root + other);
                    open++;
                }
                if (open <= 0 && node + 1 < size) {
                    throw new ModelFormatException("tree of " + size + " nodes is complete after " + (node + 1));
                }
            }
            if (open != 0) {
                throw new ModelFormatException("tree of " + size + " nodes is not complete");
            }
        }
        return trees.build();
    }
}
