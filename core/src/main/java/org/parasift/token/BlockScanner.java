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
 * <p>The masks come from the bytes of {@link Window#standIns} by arithmetic on eight of them at once; in each byte the top
 * bit is the answer. What stands in for a char beyond ASCII has the boundaries of its lower seven bits, see {@link StandIn}.
 */
final class BlockScanner {
    static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The top bit of each of eight bytes. */
    static final long TOP = 0x8080808080808080L;

    /** Times a value: that value in each of eight bytes. */
    private static final long EACH = 0x0101010101010101L;

    /** Times eight top bits: those bits in the top byte. */
    private static final long GATHER = 0x0002040810204081L;

    /** In each byte the bit that makes a letter small; digits and mid chars have it anyway. */
    private static final long SMALL = EACH * 0x20;

    /** Kinds are written eight at a time, and those behind the last one overwritten later. */
    private static final int ROWS_AHEAD = 8;

    private static final byte WORD = (byte) TokenKind.WORD.ordinal();
    private static final byte NUMBER = (byte) TokenKind.NUMBER.ordinal();
    private static final byte NONE = -1;

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
        byte[] standIns = window.standIns;
        into.reserve((to - from) / 2 + 1 + ROWS_AHEAD);
        int[] bounds = into.bounds;
        byte[] kinds = into.kinds;
        int row = into.size;
        int base = from;
        boolean foreignRows = false; // whether the rows not yet hashed are those of foreign blocks
        while (base < to) {
            long letter = 0;
            long digit = 0;
            long filled = 0;
            long foreign = 0;
            long connectors = 0;
            long complex = 0;
            for (int i = 0; i < 64; i += 8) {
                long x = (long) EIGHT.get(standIns, base + i);
                long low = x & ~TOP;
                long small = low | SMALL;
                long letters = (small + EACH * (0x80 - 'a')) & ~(small + EACH * (0x7F - 'z'));
                long digits = (low + EACH * (0x80 - '0')) & ~(low + EACH * (0x7F - '9'));
                long notBlank = low + EACH * (0x7F - ' ');
                letter |= gather(letters) << i;
                digit |= gather(digits) << i;
                filled |= gather(notBlank) << i;
                foreign |= x;
                connectors |= small + EACH; // or U+007F
                complex |= x & ~notBlank;
            }
            long word = letter | digit;
            if ((connectors & TOP) != 0) {
                connectors = connectors(standIns, base);
                word |= connectors;
                foreign |= connectors == 0 ? 0 : TOP;
            }
            complex = (complex & TOP) == 0 ? 0 : complex(standIns, base);
            long blank = ~filled;
            int rest = to - base;
            if (rest < 64) {
                long inside = (1L << rest) - 1;
                word &= inside;
                complex &= inside;
            }
            boolean points = false;
            for (long open = ~(word | blank) & word << 1 & word >>> 1; open != 0; open &= open - 1) {
                int i = base + Long.numberOfTrailingZeros(open);
                if (joins(chars, i)) {
                    word |= open & -open; // don't, 3,000, U.S
                    foreign |= chars[i] == '`' ? TOP : 0;
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
            boolean nowForeign = (foreign & TOP) != 0;
            if (nowForeign != foreignRows) {
                hash(window, into, row, shift, foreignRows);
                foreignRows = nowForeign;
            }
            long edges = word ^ word << 1;
            long starts = edges & word;
            int first = row;
            row += Long.bitCount(starts);
            int origin = base + shift;
            // Eight at a time, some of them overwritten later: a loop that ends with the last bit is
            // mispredicted in every block. 1087 -> 1266 MB/s of ASCII news for this loop alone, before words had
            // stand-ins.
            for (int at = 2 * first; at < 2 * row; at += 8) {
                for (int i = 0; i < 8; i++) {
                    bounds[at + i] = origin + Long.numberOfTrailingZeros(edges);
                    edges &= edges - 1;
                }
            }
            for (int i = first; i < row; i += 8) {
                EIGHT.set(kinds, i, EACH * WORD);
            }
            boolean none = false;
            for (long others = starts & ~letter; others != 0; others &= others - 1) {
                int i = first + Long.bitCount(starts & (others ^ (others - 1))) - 1;
                kinds[i] = kind(standIns, bounds[2 * i] - shift, bounds[2 * i + 1] - shift);
                none |= kinds[i] < 0; // __
            }
            if (points && abbreviations) {
                for (int i = first; i < row; i++) {
                    int end = Abbreviations.end(chars, bounds[2 * i] - shift, bounds[2 * i + 1] - shift, to);
                    bounds[2 * i + 1] = end + shift;
                }
            }
            if (none) {
                row = into.dropRowsWithoutKind(first, row);
            }
            base += length;
            if (complex != 0 || length == 0) {
                break;
            }
        }
        hash(window, into, row, shift, foreignRows);
        return base;
    }

    /** The top bits of eight bytes, side by side. */
    private static long gather(long tops) {
        return ((tops & TOP) * GATHER) >>> 56;
    }

    /** A bit for each of 64 stand-ins that is a connector. */
    private static long connectors(byte[] standIns, int base) {
        long connectors = 0;
        for (int i = 0; i < 64; i += 8) {
            long low = (long) EIGHT.get(standIns, base + i) & ~TOP;
            connectors |= gather(~((low ^ EACH * '_') + EACH * 0x7F)) << i;
        }
        return connectors;
    }

    /** A bit for each of 64 stand-ins that needs the state machine. */
    private static long complex(byte[] standIns, int base) {
        long complex = 0;
        for (int i = 0; i < 64; i += 8) {
            long x = (long) EIGHT.get(standIns, base + i);
            complex |= gather(x & ~((x & ~TOP) + EACH * (0x7F - ' '))) << i;
        }
        return complex;
    }

    private boolean joins(char[] chars, int mid) {
        int left = Characters.BMP[chars[mid - 1]] & Characters.CLASS_MASK;
        int right = Characters.BMP[chars[mid + 1]] & Characters.CLASS_MASK;
        return joins[left << 10 | (Characters.BMP[chars[mid]] & Characters.CLASS_MASK) << 5 | right];
    }

    private static byte kind(byte[] standIns, int start, int end) {
        byte kind = NONE;
        for (int i = start; i < end; i++) {
            int low = standIns[i] & 0x7F;
            if ((low | 0x20) >= 'a' && (low | 0x20) <= 'z') {
                return WORD; // 3rd
            }
            kind = low >= '0' && low <= '9' ? NUMBER : kind; // 3_000
        }
        return kind;
    }

    /**
     * Hashes of the rows from {@code into.size} to {@code end}, which are then in. The first pass does what most words need,
     * up to eight chars, and notes the others without a branch, for they cannot be predicted; the second looks at those.
     * One pass with branches: 577, two: 670 MB/s for hashing alone, before words had stand-ins.
     */
    private static void hash(Window window, Tokens into, int end, int shift, boolean foreign) {
        if (into.hashed) {
            int count = foreign ? hashForeign(window, into, end, shift) : hashAscii(window, into, end, shift);
            for (int i = 0; i < count; i++) {
                int row = window.rows[i];
                int start = into.bounds[2 * row] - shift;
                int stop = into.bounds[2 * row + 1] - shift;
                into.hashes[row] =
                        foreign ? TokenHash.ofBmp(window.chars, start, stop) : longAscii(window.standIns, start, stop);
            }
        }
        into.size = end;
    }

    private static int hashAscii(Window window, Tokens into, int end, int shift) {
        byte[] standIns = window.standIns;
        int[] bounds = into.bounds;
        long[] hashes = into.hashes;
        int[] others = window.rows;
        int count = 0;
        for (int row = into.size; row < end; row++) {
            int start = bounds[2 * row] - shift;
            int length = bounds[2 * row + 1] - shift - start;
            others[count] = row;
            long word = ((long) EIGHT.get(standIns, start) | SMALL) & (-1L >>> (64 - 8 * Math.min(length, 8)));
            hashes[row] = TokenHash.mix(TokenHash.NARROW ^ word);
            count += (8 - length) >>> 31;
        }
        return count;
    }

    private static long longAscii(byte[] ascii, int start, int end) {
        long h = TokenHash.NARROW;
        int i = start;
        for (; end - i > 8; i += 8) {
            h = TokenHash.mix(h ^ ((long) EIGHT.get(ascii, i) | SMALL));
        }
        long word = ((long) EIGHT.get(ascii, i) | SMALL) & (-1L >>> (64 - 8 * (end - i)));
        return TokenHash.mix(h ^ word);
    }

    /** Up to eight chars are hashed both ways, as bytes and as 16-bit units, and then one taken, without a branch. */
    private static int hashForeign(Window window, Tokens into, int end, int shift) {
        char[] chars = window.chars;
        int[] bounds = into.bounds;
        long[] hashes = into.hashes;
        int[] others = window.rows;
        int count = 0;
        for (int row = into.size; row < end; row++) {
            int start = bounds[2 * row] - shift;
            int length = bounds[2 * row + 1] - shift - start;
            others[count] = row;
            int short8 = Math.min(length, 8);
            long first = foldFour(chars, start) & FIRST_FOUR[short8];
            long second = foldFour(chars, start + 4) & SECOND_FOUR[short8];
            long wide = TokenHash.mix(TokenHash.WIDE ^ first);
            wide = length > 4 ? TokenHash.mix(wide ^ second) : wide;
            long narrow = TokenHash.mix(TokenHash.NARROW ^ (narrow(first) | narrow(second) << 32));
            hashes[row] = ((first | second) & HIGH_BYTES) == 0 ? narrow : wide;
            count += (8 - length) >>> 31;
        }
        return count;
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
