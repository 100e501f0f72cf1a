package org.parasift.classify;

import java.util.List;

/** A probability for each label of a model; they sum to 1. Immutable. */
public final class Probabilities {
    private final List<String> labels;
    private final double[] values;

    Probabilities(List<String> labels, double[] values) {
        this.labels = labels;
        this.values = values.clone();
    }

    /** The labels, sorted. */
    public List<String> labels() {
        return labels;
    }

    /** The probability of label {@code i}. */
    public double get(int i) {
        return values[i];
    }

    /** The probability of a label; 0 of one that the model does not have. */
    public double of(String label) {
        int i = labels.indexOf(label);
        return i < 0 ? 0 : values[i];
    }

    /** A copy, in the order of the labels. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(labels.get(i)).append(' ').append(values[i]);
        }
        return text.toString();
    }
}
