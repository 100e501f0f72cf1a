package org.parasift.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.parasift.token.WordBreakRules.Left;

/**
 * Finds plain words, 64 chars at a time. Three masks with a bit for each char say what is a word char, what is blank (never
 * joins a word) and what is complex; the rest are mid chars. A mid char between two word chars is looked up, one by one, for
 * there are few. Then words begin and end where neighbouring bits differ, and all of them fall out of a few operations.
 *
 * <p>A block ends at its last place where a word follows a blank, and the next begins there, so that no word, open or
 * closed, is carried from one to the next. If there is a complex char the block ends at the last such place before it, and
 * the state machine goes on.
 *
 * <p>The masks come from the bytes of {@link Window#ascii} by arithmetic on eight of them at once; in each byte the top bit
 * is the answer. A block with other letters than those of ASCII takes them from {@link Characters#LANES}, char by char.
 */
final class BlockScanner {
    static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The top bit of each of eight bytes. */
    static final long TOP = 0x8080808080808080L;

    /** Times a value: that value in each of eight bytes. */
    private static final long EACH = 0x0101010101010101L;

    /** Times eight bytes of 0 or 1: those bits in the top byte. */
    private static final long GATHER = 0x0102040810204080L;

    /** In each byte the bit that makes a letter small; digits and mid chars have it anyway. */
    private static final long SMALL = EACH * 0x20;

    /** So many foreign chars in a block, and the next one is not tried as ASCII first. */
    private static final int FOREIGN_TEXT = 16;

    private static final byte WORD = (byte) TokenKind.WORD.ordinal();
    private static final byte NUMBER = (byte) TokenKind.NUMBER.ordinal();

    /** {@code joins[left << 10 | mid << 5 | right]}: whether the mid char between two word chars joins them. */
    private final boolean[] joins = new boolean[1 << 15];

    private final boolean abbreviations;

    BlockScanner(WordBreakRules rules, boolean abbreviations) {
        this.abbreviations = abbreviations;
        for (WordClass left : WordClass.values()) {
            for (WordClass mid : WordClass.values()) {
                for (WordClass right : WordClass.values()) {
                    joins[left.ordinal() << 10 | mid.ordinal() << 5 | right.ordinal()] =
                            mid.isMid() && !rules.breaks(Left.START.then(left), mid, right);
                }
            }
        }
    }

    /**
     * Appends the tokens from {@code from}, where a text starts or may be cut, offsets moved by {@code shift}; returns
     * {@code to}, or another place where the text may be cut and the machine must go on.
     */
    int scan(Window window, int from, int to, int shift, Tokens into) {
        char[] chars = window.chars;
        byte[] ascii = window.ascii;
        into.reserve((to - from) / 2 + 1 + 8);
        int[] bounds = into.bounds;
        int row = into.size;
        int base = from;
        int foreignChars = 0;
        boolean foreignRows = false; // whether the rows not yet described are those of foreign blocks
        while (base < to) {
            long word = 0;
            long blank = 0;
            long complex = 0;
            long foreign = 0;
            long beyond = foreignChars >= FOREIGN_TEXT ? TOP : 0;
            if (beyond == 0) {
                long connectors = 0;
                for (int i = 0; i < 64; i += 8) {
                    long x = (long) EIGHT.get(ascii, base + i);
                    long small = x | SMALL;
                    long letters = (small + EACH * (0x80 - 'a')) & ~(small + EACH * (0x7F - 'z'));
                    long digits = (x + EACH * (0x80 - '0')) & ~(x + EACH * (0x7F - '9'));
                    long blanks = ~(x + EACH * (0x7F - ' '));
                    connectors |= ~((x ^ EACH * '_') + EACH * 0x7F);
                    beyond |= x;
                    word |= gather(letters | digits) << i;
                    blank |= gather(blanks) << i;
                }
                beyond = (beyond | connectors) & TOP;
            }
            if (beyond != 0) {
                word = 0;
                long mid = 0;
                for (int i = 0; i < 64; i += 8) {
                    int eight = eightLanes(chars, base + i);
                    word |= (eight & 0xFFL) << i;
                    mid |= (eight >>> 8 & 0xFFL) << i;
                    complex |= (eight >>> 16 & 0xFFL) << i;
                    foreign |= (eight >>> 24 & 0xFFL) << i;
                }
                blank = ~(word | mid | complex);
                foreignChars = Long.bitCount(foreign);
            }
            int rest = to - base;
            if (rest < 64) {
                long inside = (1L << rest) - 1;
                word &= inside;
                complex &= inside;
            }
            boolean points = false;
            for (long open = ~(word | blank | complex) & word << 1 & word >>> 1; open != 0; open &= open - 1) {
                int i = base + Long.numberOfTrailingZeros(open);
                if (joins(chars, i)) {
                    long bit = open & -open;
                    word |= bit; // don't, 3,000, U.S
                    foreign |= chars[i] == '`' ? bit : 0;
                    points |= chars[i] == '.';
                }
            }
            int length = rest;
            if (rest >= 64 || complex != 0) {
                long cuts = word & blank << 1;
                cuts &= complex == 0 ? -1 : (complex & -complex) - 1;
                length = cuts == 0 ? 0 : 63 - Long.numberOfLeadingZeros(cuts);
                word &= (1L << length) - 1;
            }
            boolean nowForeign = beyond != 0 || (foreign & word) != 0;
            boolean abbreviated = points && abbreviations;
            if (nowForeign != foreignRows || abbreviated) {
                row = describe(window, into, row, shift, foreignRows);
                foreignRows = nowForeign;
            }
            // Eight bounds at a time, some of them overwritten later: a loop that ends with the last bit is
            // mispredicted in every block. "edges": 1087 -> 1266 MB/s of ASCII news in an isolated trial.
            long edges = word ^ word << 1;
            int at = 2 * row;
            row += Long.bitCount(edges) >>> 1;
            int origin = base + shift;
            for (; at < 2 * row; at += 8) {
                for (int i = 0; i < 8; i++) {
                    bounds[at + i] = origin + Long.numberOfTrailingZeros(edges);
                    edges &= edges - 1;
                }
            }
            if (abbreviated) {
                for (int i = into.size; i < row; i++) {
                    int end = Abbreviations.end(chars, bounds[2 * i] - shift, bounds[2 * i + 1] - shift, to);
                    bounds[2 * i + 1] = end + shift;
                }
            }
            base += length;
            if (complex != 0 || length == 0) {
                break;
            }
        }
        describe(window, into, row, shift, foreignRows);
        return base;
    }

    /** The top bits of eight bytes, side by side. */
    private static long gather(long tops) {
        return (((tops >>> 7) & EACH) * GATHER) >>> 56;
    }

    private static int eightLanes(char[] chars, int at) {
        int[] lanes = Characters.LANES;
        return lanes[chars[at]]
                | lanes[chars[at + 1]] << 1
                | lanes[chars[at + 2]] << 2
                | lanes[chars[at + 3]] << 3
                | lanes[chars[at + 4]] << 4
                | lanes[chars[at + 5]] << 5
                | lanes[chars[at + 6]] << 6
                | lanes[chars[at + 7]] << 7;
    }

    private boolean joins(char[] chars, int mid) {
        int left = Characters.BMP[chars[mid - 1]] & Characters.CLASS_MASK;
        int right = Characters.BMP[chars[mid + 1]] & Characters.CLASS_MASK;
        return joins[left << 10 | (Characters.BMP[chars[mid]] & Characters.CLASS_MASK) << 5 | right];
    }

    private static int describe(Window window, Tokens into, int end, int shift, boolean foreign) {
        return foreign ? describeForeign(window, into, end, shift) : describeAscii(window, into, end, shift);
    }

    /**
     * Kinds and hashes of the rows from {@code into.size} to {@code end}, ASCII words all of them. The first pass does what
     * most words need, eight bytes and a letter in front, and notes the others without a branch, for they cannot be
     * predicted; the second looks at those. One pass with branches: 577, two: 670 MB/s in an isolated trial.
     */
    private static int describeAscii(Window window, Tokens into, int end, int shift) {
        byte[] ascii = window.ascii;
        int[] bounds = into.bounds;
        byte[] kinds = into.kinds;
        long[] hashes = into.hashes;
        int[] others = window.rows;
        boolean hashed = into.hashed;
        int count = 0;
        for (int row = into.size; row < end; row++) {
            int start = bounds[2 * row] - shift;
            int length = bounds[2 * row + 1] - shift - start;
            int first = ascii[start];
            kinds[row] = WORD;
            others[count] = row;
            if (hashed) {
                long word = ((long) EIGHT.get(ascii, start) | SMALL) & (-1L >>> (64 - 8 * Math.min(length, 8)));
                hashes[row] = TokenHash.mix(TokenHash.NARROW ^ word);
                count += ((8 - length) | (first - 'A')) >>> 31;
            } else {
                count += (first - 'A') >>> 31;
            }
        }
        for (int i = 0; i < count; i++) {
            int row = others[i];
            int start = bounds[2 * row] - shift;
            int stop = bounds[2 * row + 1] - shift;
            kinds[row] = kind(ascii, start, stop);
            if (hashed && stop - start > 8) {
                hashes[row] = hash(ascii, start, stop);
            }
        }
        into.size = end;
        return end;
    }

    private static byte kind(byte[] ascii, int start, int end) {
        for (int i = start; i < end; i++) {
            if (ascii[i] >= 'A') {
                return WORD; // 3rd
            }
        }
        return NUMBER;
    }

    private static long hash(byte[] ascii, int start, int end) {
        long h = TokenHash.NARROW;
        int i = start;
        for (; end - i > 8; i += 8) {
            h = TokenHash.mix(h ^ ((long) EIGHT.get(ascii, i) | SMALL));
        }
        long word = ((long) EIGHT.get(ascii, i) | SMALL) & (-1L >>> (64 - 8 * (end - i)));
        return TokenHash.mix(h ^ word);
    }

    /**
     * The same for rows of plain words of any script; returns their new end, for what is made of connectors only is no
     * token. Up to eight chars are hashed both ways, as bytes and as 16-bit units, and then one taken, without a branch.
     */
    private static int describeForeign(Window window, Tokens into, int end, int shift) {
        char[] chars = window.chars;
        int[] bounds = into.bounds;
        byte[] kinds = into.kinds;
        long[] hashes = into.hashes;
        int[] others = window.rows;
        boolean hashed = into.hashed;
        int count = 0;
        for (int row = into.size; row < end; row++) {
            int start = bounds[2 * row] - shift;
            int length = bounds[2 * row + 1] - shift - start;
            int letter = (Characters.BMP[chars[start]] >>> Characters.CONTENT_SHIFT) & Content.LETTER;
            kinds[row] = WORD;
            others[count] = row;
            if (hashed) {
                int short8 = Math.min(length, 8);
                long first = foldFour(chars, start) & FIRST_FOUR[short8];
                long second = foldFour(chars, start + 4) & SECOND_FOUR[short8];
                long wide = TokenHash.mix(TokenHash.WIDE ^ first);
                wide = length > 4 ? TokenHash.mix(wide ^ second) : wide;
                long narrow = TokenHash.mix(TokenHash.NARROW ^ (narrow(first) | narrow(second) << 32));
                hashes[row] = ((first | second) & HIGH_BYTES) == 0 ? narrow : wide;
                count += ((8 - length) | (letter - 1)) >>> 31;
            } else {
                count += (letter - 1) >>> 31;
            }
        }
        boolean none = false;
        for (int i = 0; i < count; i++) {
            int row = others[i];
            int start = bounds[2 * row] - shift;
            int stop = bounds[2 * row + 1] - shift;
            int content = 0;
            for (int c = start; c < stop; c++) {
                content |= Characters.BMP[chars[c]] >>> Characters.CONTENT_SHIFT;
            }
            kinds[row] = Content.kind(content);
            none |= kinds[row] < 0; // __
            if (hashed && stop - start > 8) {
                hashes[row] = TokenHash.ofBmp(chars, start, stop);
            }
        }
        into.size = none ? into.dropRowsWithoutKind(into.size, end) : end;
        return into.size;
    }

    /** In each 16-bit unit the byte that a narrow char leaves empty. */
    private static final long HIGH_BYTES = 0xFF00FF00FF00FF00L;

    /** What belongs to a token of so many chars in its first and second four 16-bit units. */
    private static final long[] FIRST_FOUR = new long[9];

    private static final long[] SECOND_FOUR = new long[9];

    static {
        for (int length = 1; length <= 8; length++) {
            FIRST_FOUR[length] = -1L >>> (64 - 16 * Math.min(length, 4));
            SECOND_FOUR[length] = length > 4 ? -1L >>> (64 - 16 * (length - 4)) : 0;
        }
    }

    private static long foldFour(char[] chars, int at) {
        char[] fold = Characters.FOLD;
        return fold[chars[at]]
                | (long) fold[chars[at + 1]] << 16
                | (long) fold[chars[at + 2]] << 32
                | (long) fold[chars[at + 3]] << 48;
    }

    /** Four narrow chars in 16-bit units as four bytes. */
    private static long narrow(long four) {
        long pairs = (four | four >>> 8) & 0x0000FFFF0000FFFFL;
        return (pairs | pairs >>> 16) & 0xFFFFFFFFL;
    }
}
