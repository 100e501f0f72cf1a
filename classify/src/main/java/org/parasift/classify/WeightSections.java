package org.parasift.classify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parasift.features.Idf;
import org.parasift.features.TextScorer;

/** The sections made of keys and weights: {@code LINR}, {@code TEXT} and {@code IDFS}. */
final class WeightSections {
    /** In place of the bits of keys: they are those of the idf weights. */
    private static final int KEYS_OF_IDF = 0;

    /** Added to the bits of keys where weights are packed. */
    private static final int PACKED = 1;

    private WeightSections() {}

    /**
     * Writes weights.
     *
     * @param packed whether those of 8 bits are written in fewer
     */
    static void writeWeights(LinearWeights weights, Optional<Idf> idf, boolean packed, ModelWriter to)
            throws IOException {
        to.writeInt(weights.outputs());
        for (int c = 0; c < weights.outputs(); c++) {
            to.writeDouble(weights.bias(c));
        }
        LinearWeights.Storage storage = weights.storage();
        boolean compact = !storage.equals(LinearWeights.Storage.EXACT);
        boolean shared = compact && idf.isPresent() && weights.sameKeys(idf.get());
        to.writeByte((shared ? KEYS_OF_IDF : storage.keyBits()) + (compact && packed ? PACKED : 0));
        for (int c = 0; c < weights.outputs() && !storage.scales().isEmpty(); c++) {
            to.writeFloat(storage.scales().get(c));
        }
        to.writeInt(weights.rows());
        long before = 0;
        for (int row = 0; row < weights.rows() && !shared; row++) {
            if (storage.equals(LinearWeights.Storage.EXACT)) {
                to.writeLong(weights.key(row));
            } else {
                long key = weights.key(row) >>> (Long.SIZE - storage.keyBits());
                to.writeShortest(key - before);
                before = key;
            }
        }
        if (!compact) {
            for (int row = 0; row < weights.rows(); row++) {
                for (int c = 0; c < weights.outputs(); c++) {
                    to.writeFloat(weights.weight(row, c));
                }
            }
            return;
        }
        byte[] bytes = bytes(weights);
        if (packed) {
            byte[] fewer = PackedWeights.pack(bytes, weights.outputs());
            to.writeInt(fewer.length);
            to.write(fewer);
        } else {
            to.write(bytes);
        }
    }

    private static byte[] bytes(LinearWeights weights) {
        int columns = weights.outputs();
        byte[] bytes = new byte[Math.multiplyExact(weights.rows(), columns)];
        for (int i = 0; i < bytes.length; i++) {
            float scale = weights.storage().scales().get(i % columns);
            bytes[i] = (byte) LinearWeights.toByte(weights.weight(i / columns, i % columns), scale);
        }
        return bytes;
    }

    static LinearWeights readWeights(ModelBytes from, Optional<Idf> idf) {
        double[] bias = from.readDoubles(from.readCount(8, "columns"), "bias");
        int written = from.readByte("key bits");
        if (written == Long.SIZE) {
            int rows = from.readCount(8, "features");
            long[] keys = from.readLongs(rows, "keys");
            return new LinearWeights(bias, keys, from.readFloats((long) rows * bias.length, "weights"));
        }
        boolean packed = (written & PACKED) != 0;
        int keyBits = packed ? written - PACKED : written;
        float[] scales = from.readFloats(bias.length, "scales");
        List<Float> scaleList = new ArrayList<>();
        for (float scale : scales) {
            scaleList.add(scale);
        }
        boolean shared = keyBits == KEYS_OF_IDF;
        if (shared && idf.isEmpty()) {
            throw new ModelFormatException("the keys of the weights are those of idf weights, which are missing");
        }
        int bits = shared ? idf.get().steps().keyBits() : keyBits;
        LinearWeights.Storage storage = new LinearWeights.Storage(bits, scaleList);
        // Packed weights without keys of their own need less than a byte a feature; the idf weights say how many there
        // are.
        int rows = shared ? from.readInt("features") : from.readCount(packed ? 1 : bias.length, "features");
        if (shared && rows != idf.get().size()) {
            throw new ModelFormatException(
                    rows + " features with the keys of " + idf.get().size() + " idf weights");
        }
        long[] keys;
        if (shared) {
            keys = new long[rows];
            Arrays.setAll(keys, idf.get()::key);
        } else {
            keys = readShortKeys(rows, keyBits, from);
        }
        long count = (long) rows * bias.length;
        byte[] bytes = packed
                ? PackedWeights.unpack(
                        from.readBytes(from.readCount(1, "packed weights"), "packed weights"), count, bias.length)
                : from.readBytes(count, "weights");
        float[] weights = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            weights[i] = scales[i % scales.length] * bytes[i];
        }
        return new LinearWeights(bias, keys, weights, storage);
    }

    static void writeTextScores(TextScorer scorer, ModelWriter to) throws IOException {
        if (!(scorer instanceof TextScores scores)) {
            throw new IllegalArgumentException("only TextScores can be written, not " + scorer.getClass());
        }
        to.writeTexts(scores.names());
        writeWeights(scores.weights(), Optional.empty(), false, to);
    }

    static TextScorer readTextScores(ModelBytes from) {
        List<String> names = from.readTexts("names");
        return new TextScores(names, readWeights(from, Optional.empty()));
    }

    static void writeIdf(Idf idf, ModelWriter to) throws IOException {
        Idf.Steps steps = idf.steps();
        to.writeByte(steps.keyBits());
        if (steps.keyBits() != Long.SIZE) {
            to.writeFloat(steps.least());
            to.writeFloat(steps.step());
        }
        to.writeInt(idf.size());
        long before = 0;
        for (int i = 0; i < idf.size(); i++) {
            if (steps.keyBits() == Long.SIZE) {
                to.writeLong(idf.key(i));
            } else {
                long key = idf.key(i) >>> (Long.SIZE - steps.keyBits());
                to.writeShortest(key - before);
                before = key;
            }
        }
        for (int i = 0; i < idf.size(); i++) {
            if (steps.keyBits() == Long.SIZE) {
                to.writeFloat(idf.weight(i));
            } else {
                to.writeByte(steps.count(idf.weight(i)));
            }
        }
    }

    static Idf readIdf(ModelBytes from) {
        int keyBits = from.readByte("idf key bits");
        if (keyBits == Long.SIZE) {
            int rows = from.readCount(12, "idf");
            return Idf.of(from.readLongs(rows, "idf keys"), from.readFloats(rows, "idf weights"));
        }
        LinearWeights.Storage storage = new LinearWeights.Storage(keyBits, List.of());
        float[] range = from.readFloats(2, "idf range");
        Idf.Steps steps = new Idf.Steps(storage.keyBits(), range[0], range[1]);
        if (!Float.isFinite(steps.weight(255)) || !(steps.step() >= 0)) {
            throw new ModelFormatException("idf from " + steps.least() + " in steps of " + steps.step());
        }
        int rows = from.readCount(2, "idf");
        long[] keys = readShortKeys(rows, keyBits, from);
        byte[] counts = from.readBytes(rows, "idf weights");
        float[] weights = new float[rows];
        for (int i = 0; i < rows; i++) {
            weights[i] = steps.weight(counts[i] & 0xFF);
        }
        return Idf.compact(keys, weights, steps);
    }

    private static long[] readShortKeys(int rows, int keyBits, ModelBytes from) {
        long[] keys = new long[rows];
        long key = 0;
        for (int row = 0; row < rows; row++) {
            key += from.readShort("key");
            keys[row] = key << (Long.SIZE - keyBits);
        }
        return keys;
    }
}
