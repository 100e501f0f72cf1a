package org.parasift.token;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What is known of each character: its {@link WordClass}, its {@link Content} and its folded form. Read at class load
 * from {@code unicode-17.bin}, which {@code UnicodeTableTest} in the tests makes from ICU4J and compares with it:
 *
 * <pre>{@code ./mvnw -pl core test -Dtest=UnicodeTableTest -Dparasift.writeUnicodeTable=true}</pre>
 *
 * <p>The file, numbers as varints of seven bits, lowest first: the number of distinct properties and for each its class
 * and content; the runs of code points with the same properties, as length and index, up to U+10FFFF; the number of code
 * points with another simple lower case mapping and for each the distance from the one before and the zigzag difference
 * of the mapping.
 */
final class Characters {
    static final String FILE = "unicode-17.bin";

    /** Marks a high or low surrogate in {@link #BMP}: look at the pair. */
    static final int SURROGATE = 1 << 15;

    /** No pair of surrogates behind a higher one than this folds; emoji and ideographs are behind it. */
    static final char LAST_FOLDING_SURROGATE = '\uD83A';

    static final int CLASS_MASK = 31;
    static final int CONTENT_SHIFT = 5;

    /** Set in the properties of what the block scanner leaves to the state machine. */
    static final int COMPLEX = 1 << (CONTENT_SHIFT + Content.BITS);

    /** {@code content << 5 | class} of every char, with {@link #COMPLEX}, or {@link #SURROGATE}. */
    static final char[] BMP = new char[0x10000];

    /** The folded form of every char. */
    static final char[] FOLD = new char[0x10000];

    /** What the block scanner reads in the place of every char, see {@link StandIn}. */
    static final byte[] STAND_IN = new byte[0x10000];

    /** The same as BMP for the other planes, 256 code points a block; equal blocks are stored once. */
    private static final char[] BLOCK_OF = new char[0x1000];

    private static final char[] BLOCKS;

    /** Code points beyond the BMP that fold, sorted, and what they fold to. */
    private static final int[] HIGH_FOLD_FROM;

    private static final int[] HIGH_FOLD_TO;

    /** All these fold to one, so that a word has one form: don't, don´t, don’t; Ukrainian has U+02BC as a letter. */
    private static final char[] APOSTROPHES = {'\'', '`', '\u00B4', '\u02BC', '\u2018', '\u2019', '\uFF07'};

    static {
        try (InputStream in = Characters.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("resource " + FILE + " is missing beside " + Characters.class);
            }
            DataInputStream data = new DataInputStream(new BufferedInputStream(in));
            char[] all = readProperties(data);
            System.arraycopy(all, 0, BMP, 0, BMP.length);
            Arrays.fill(BMP, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, (char) SURROGATE);
            BLOCKS = shareBlocks(all);
            int[][] folds = readFolds(data);
            HIGH_FOLD_FROM = folds[0];
            HIGH_FOLD_TO = folds[1];
            for (char apostrophe : APOSTROPHES) {
                FOLD[apostrophe] = '\'';
            }
            FOLD['\u03C2'] = '\u03C3'; // final sigma
            for (int c = 0; c < STAND_IN.length; c++) {
                STAND_IN[c] = StandIn.of(c, BMP[c], FOLD[c]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Characters() {}

    /** {@code content << 5 | class} of a code point, with {@link #COMPLEX}; a surrogate that stands alone is OTHER without content. */
    static int properties(int codePoint) {
        if (codePoint < 0x10000) {
            int properties = BMP[codePoint];
            return properties == SURROGATE ? WordClass.OTHER.ordinal() : properties;
        }
        int rest = codePoint - 0x10000;
        return BLOCKS[BLOCK_OF[rest >>> 8] << 8 | (rest & 0xFF)];
    }

    /** The folded form of a code point; it has as many chars as the code point. */
    static int fold(int codePoint) {
        if (codePoint < 0x10000) {
            return FOLD[codePoint];
        }
        int at = Arrays.binarySearch(HIGH_FOLD_FROM, codePoint);
        return at < 0 ? codePoint : HIGH_FOLD_TO[at];
    }

    private static char[] readProperties(DataInputStream in) throws IOException {
        char[] palette = new char[varint(in)];
        for (int i = 0; i < palette.length; i++) {
            int wordClass = varint(in);
            int content = varint(in);
            boolean complex = StandIn.isComplex(WordClass.of(wordClass), content);
            palette[i] = (char) ((complex ? COMPLEX : 0) | content << CONTENT_SHIFT | wordClass);
        }
        char[] all = new char[Character.MAX_CODE_POINT + 1];
        for (int from = 0; from < all.length; ) {
            int to = from + varint(in);
            Arrays.fill(all, from, to, palette[varint(in)]);
            from = to;
        }
        return all;
    }

    private static char[] shareBlocks(char[] all) {
        char[] blocks = new char[BLOCK_OF.length << 8];
        int count = 0;
        for (int block = 0; block < BLOCK_OF.length; block++) {
            int from = 0x10000 + (block << 8);
            int same = 0;
            while (same < count && !Arrays.equals(all, from, from + 256, blocks, same << 8, (same + 1) << 8)) {
                same++;
            }
            if (same == count) {
                System.arraycopy(all, from, blocks, count++ << 8, 256);
            }
            BLOCK_OF[block] = (char) same;
        }
        return Arrays.copyOf(blocks, count << 8);
    }

    private static int[][] readFolds(DataInputStream in) throws IOException {
        for (int c = 0; c < FOLD.length; c++) {
            FOLD[c] = (char) c;
        }
        int count = varint(in);
        int[] from = new int[count];
        int[] to = new int[count];
        int high = 0;
        int codePoint = 0;
        for (int i = 0; i < count; i++) {
            codePoint += varint(in);
            int zigzag = varint(in);
            int folded = codePoint + ((zigzag >>> 1) ^ -(zigzag & 1));
            if (codePoint < 0x10000) {
                FOLD[codePoint] = (char) folded;
            } else {
                from[high] = codePoint;
                to[high++] = folded;
            }
        }
        return new int[][] {Arrays.copyOf(from, high), Arrays.copyOf(to, high)};
    }

    private static int varint(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }
}
