package org.parasift.classify;

import org.parasift.features.KeyTable;

/**
 * Three columns of 8-bit weights that stand as notes in the table of their keys: where these have
 * {@value LinearWeights.Storage#COMPACT_BITS} bits, so much is left of a slot.
 */
final class Notes {
    static final int BYTES = 1 << Byte.SIZE;
    static final double[] NONE = {};
    private static final int COLUMNS = 3;

    private Notes() {}

    /** The table of the keys, with their weights as notes if there is room. */
    static KeyTable table(long[] keys, float[] weights, LinearWeights.Storage storage) {
        double[] noted = weights(weights, storage);
        int[] notes = new int[noted.length == 0 ? 0 : keys.length];
        for (int row = 0; row < notes.length; row++) {
            for (int c = 0; c < COLUMNS; c++) {
                notes[row] |= bits(weights[COLUMNS * row + c], storage.scales().get(c)) << (Byte.SIZE * c);
            }
        }
        return KeyTable.of(keys, storage.keyBits(), notes);
    }

    /** What each byte of a note weighs, column by column; empty if there is no room, or bytes do not tell all weights exactly. */
    static double[] weights(float[] weights, LinearWeights.Storage storage) {
        if (storage.scales().size() != COLUMNS || storage.keyBits() > Long.SIZE - COLUMNS * Byte.SIZE) {
            return NONE;
        }
        double[] noted = new double[COLUMNS * BYTES];
        for (int c = 0; c < COLUMNS; c++) {
            for (int bits = 0; bits < BYTES; bits++) {
                noted[c * BYTES + bits] = storage.scales().get(c) * (byte) bits;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            int c = i % COLUMNS;
            if (noted[c * BYTES + bits(weights[i], storage.scales().get(c))] != weights[i]) {
                return NONE;
            }
        }
        return noted;
    }

    private static int bits(float weight, float scale) {
        return LinearWeights.toByte(weight, scale) & 0xFF;
    }
}
