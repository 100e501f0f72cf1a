package org.parasift.token;

import java.util.Arrays;
import java.util.Set;
import org.parasift.token.WordBreakRules.Left;

/**
 * Finds the tokens of a run of chars. Immutable; one for each set of tailorings.
 *
 * <p>Two scanners take turns. {@link #blocks} reads 64 chars at a time into bit masks and finds the boundaries of plain
 * words with a few operations for all of them; it knows chars whose boundaries follow from their neighbours. Where it
 * meets another (see {@link Lanes#COMPLEX}) it goes back to the last place where white space is followed by a word,
 * for nothing before such a place matters behind it, and {@link #machine} goes on from there with the full rules, until
 * it comes to such a place with only plain text before it.
 */
final class Segmenter {
    /** So many chars after the last complex one the machine hands over to the blocks again. */
    private static final int PLAIN_ENOUGH = 24;

    private static final int COMPLEX = Characters.COMPLEX >>> Characters.CONTENT_SHIFT;

    private final int[] table;

    /** {@code joins[left << 10 | mid << 5 | right]}: whether the mid char between two word chars joins them. */
    private final boolean[] joins;

    private final boolean abbreviations;
    private final boolean addresses;

    Segmenter(Set<Tailoring> tailorings) {
        table = WordMachine.derive(tailorings);
        joins = joins(new WordBreakRules(tailorings));
        abbreviations = tailorings.contains(Tailoring.ABBREVIATION);
        addresses = tailorings.contains(Tailoring.ADDRESS);
    }

    private static boolean[] joins(WordBreakRules rules) {
        boolean[] joins = new boolean[1 << 15];
        WordClass[] classes = WordClass.values();
        for (WordClass left : classes) {
            for (WordClass mid : classes) {
                for (WordClass right : classes) {
                    joins[left.ordinal() << 10 | mid.ordinal() << 5 | right.ordinal()] =
                            mid.isMid() && !rules.breaks(Left.START.then(left), mid, right);
                }
            }
        }
        return joins;
    }

    /**
     * Where a text may be cut so that both parts can be tokenized by themselves: the last such place in {@code chars}
     * before {@code to}, or 0 if there is none.
     */
    int cut(char[] chars, int to) {
        for (int i = to - 1; i > 0; i--) {
            if (Lanes.isSync(chars[i - 1], chars[i]) && (!addresses || chars[i - 1] <= ' ')) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Appends the tokens of {@code chars} up to {@code to}, a text of its own, offsets moved by {@code shift}. The array
     * must go on for 64 chars behind {@code to}; what stands there does not matter.
     */
    void tokens(char[] chars, int to, int shift, Tokens into) {
        int at = 0;
        if (addresses) {
            for (long span = Addresses.find(chars, 0, to); span >= 0; span = Addresses.find(chars, at, to)) {
                int start = Addresses.start(span);
                plain(chars, at, start, shift, into);
                at = Addresses.end(span);
                TokenKind kind = Addresses.kind(chars, start);
                into.add(start + shift, at + shift, kind, TokenHash.of(chars, start, at));
            }
        }
        plain(chars, at, to, shift, into);
    }

    private void plain(char[] chars, int from, int to, int shift, Tokens into) {
        for (int at = from; at < to; ) {
            at = blocks(chars, at, to, shift, into);
            if (at < to) {
                at = machine(chars, at, to, shift, into);
            }
        }
    }

    /** Tokens from {@code from}, a place where a text starts or may be cut; returns another where the machine takes over. */
    private int blocks(char[] chars, int from, int to, int shift, Tokens into) {
        int[] lanes = Characters.LANES;
        int base = from;
        while (base < to) {
            long word = 0;
            long mid = 0;
            long complex = 0;
            for (int i = 0; i < 64; i += 8) {
                int eight = lanes[chars[base + i]]
                        | lanes[chars[base + i + 1]] << 1
                        | lanes[chars[base + i + 2]] << 2
                        | lanes[chars[base + i + 3]] << 3
                        | lanes[chars[base + i + 4]] << 4
                        | lanes[chars[base + i + 5]] << 5
                        | lanes[chars[base + i + 6]] << 6
                        | lanes[chars[base + i + 7]] << 7;
                word |= (eight & 0xFFL) << i;
                mid |= (eight >>> 8 & 0xFFL) << i;
                complex |= (eight >>> 16 & 0xFFL) << i;
            }
            int rest = to - base;
            if (rest < 64) {
                long inside = (1L << rest) - 1;
                word &= inside;
                mid &= inside;
                complex &= inside;
            }
            boolean points = false;
            for (long open = mid & word << 1 & word >>> 1; open != 0; open &= open - 1) {
                int i = base + Long.numberOfTrailingZeros(open);
                if (joins(chars, i)) {
                    word |= open & -open; // don't, 3,000, U.S
                    points |= chars[i] == '.';
                }
            }
            long after = word & ~(word | mid | complex) << 1;
            int length;
            if (rest < 64 && complex == 0) {
                length = rest;
            } else {
                long plain = complex == 0 ? after : after & ((complex & -complex) - 1);
                length = plain == 0 ? 0 : 63 - Long.numberOfLeadingZeros(plain);
            }
            if (length < 64) {
                word &= (1L << length) - 1;
            }
            for (long edges = word ^ word << 1; edges != 0; edges &= edges - 1) {
                int start = base + Long.numberOfTrailingZeros(edges);
                edges &= edges - 1;
                int end = base + Long.numberOfTrailingZeros(edges);
                if (points && abbreviations) {
                    end = abbreviationEnd(chars, start, end, to);
                }
                addPlain(chars, start, end, shift, into);
            }
            base += length;
            if (complex != 0 || length == 0) {
                break;
            }
        }
        return base;
    }

    private boolean joins(char[] chars, int mid) {
        int left = Characters.BMP[chars[mid - 1]] & Characters.CLASS_MASK;
        int right = Characters.BMP[chars[mid + 1]] & Characters.CLASS_MASK;
        return joins[left << 10 | (Characters.BMP[chars[mid]] & Characters.CLASS_MASK) << 5 | right];
    }

    /** Adds a token of plain chars. */
    private void addPlain(char[] chars, int start, int end, int shift, Tokens into) {
        int content = 0;
        for (int i = start; i < end && (content & Content.LETTER) == 0; i++) {
            content |= Characters.BMP[chars[i]] >>> Characters.CONTENT_SHIFT; // a letter tells; 3rd and _x look further
        }
        TokenKind kind = Content.kind(content);
        if (kind != null) {
            into.add(start + shift, end + shift, kind, TokenHash.of(chars, start, end));
        }
    }

    /** Tokens from {@code from}, as {@link #blocks}, by the full rules; returns where the blocks take over. */
    private int machine(char[] chars, int from, int to, int shift, Tokens into) {
        int row = WordMachine.START;
        int segment = from;
        int content = 0;
        int openAt = from;
        int openContent = 0;
        int plainSince = from;
        int i = from;
        while (i <= to) {
            int properties = i == to ? WordClass.EDGE.ordinal() : Characters.BMP[chars[i]];
            int length = 1;
            if (properties == Characters.SURROGATE) {
                int codePoint = Character.codePointAt(chars, i, to);
                properties = Characters.properties(codePoint);
                length = Character.charCount(codePoint);
            }
            int entry = table[row | (properties & Characters.CLASS_MASK)];
            if ((entry & WordMachine.ACTIONS) != 0) {
                if ((entry & WordMachine.BREAK_OPEN) != 0) {
                    add(chars, segment, openAt, to, openContent, shift, into);
                    segment = openAt;
                } else if ((entry & WordMachine.JOIN_OPEN) != 0) {
                    content |= openContent;
                }
                if ((entry & WordMachine.BREAK) != 0) {
                    add(chars, segment, i, to, content, shift, into);
                    segment = i;
                    plainSince = (content & COMPLEX) != 0 ? i : plainSince;
                    content = 0;
                    if (i - plainSince >= PLAIN_ENOUGH && i < to && Lanes.isSync(chars[i - 1], chars[i])) {
                        return i;
                    }
                } else if ((entry & WordMachine.OPEN) != 0) {
                    openAt = i;
                    openContent = content;
                    content = 0;
                }
            }
            content |= properties >>> Characters.CONTENT_SHIFT;
            row = entry >>> WordMachine.NEXT_SHIFT;
            i += length;
        }
        return to;
    }

    private void add(char[] chars, int start, int end, int to, int content, int shift, Tokens into) {
        TokenKind kind = Content.kind(content);
        if (kind != null) {
            int last = abbreviations ? abbreviationEnd(chars, start, end, to) : end;
            into.add(start + shift, last + shift, kind, TokenHash.of(chars, start, last));
        }
    }

    /** The end of a token, moved behind the point of an abbreviation: single letters with points between, U.S. or e.g. */
    private static int abbreviationEnd(char[] chars, int start, int end, int to) {
        int length = end - start;
        if (length < 3 || (length & 1) == 0 || end == to || chars[end] != '.' || isSkippedAt(chars, end + 1, to)) {
            return end;
        }
        for (int i = start; i < end; i += 2) {
            boolean letter = (Characters.BMP[chars[i]] >>> Characters.CONTENT_SHIFT & Content.LETTER) != 0;
            if (!letter || (i > start && chars[i - 1] != '.')) {
                return end;
            }
        }
        return end + 1;
    }

    private static boolean isSkippedAt(char[] chars, int at, int to) {
        if (at >= to) {
            return false;
        }
        int wordClass = Characters.properties(Character.codePointAt(chars, at, to)) & Characters.CLASS_MASK;
        return WordClass.of(wordClass).isSkipped();
    }

    /** All boundaries, those of white space and punctuation included, and both ends of the text. */
    int[] boundaries(String text) {
        int[] found = new int[text.length() + 1];
        int count = 0;
        int row = WordMachine.START;
        int openAt = 0;
        int i = 0;
        while (i <= text.length()) {
            int codePoint = i == text.length() ? -1 : text.codePointAt(i);
            int wordClass =
                    codePoint < 0 ? WordClass.EDGE.ordinal() : Characters.properties(codePoint) & Characters.CLASS_MASK;
            int entry = table[row | wordClass];
            if ((entry & WordMachine.BREAK_OPEN) != 0) {
                found[count++] = openAt;
            }
            if ((entry & WordMachine.BREAK) != 0) {
                found[count++] = i;
            } else if ((entry & WordMachine.OPEN) != 0) {
                openAt = i;
            }
            row = entry >>> WordMachine.NEXT_SHIFT;
            i += codePoint < 0 ? 1 : Character.charCount(codePoint);
        }
        return Arrays.copyOf(found, count);
    }
}
