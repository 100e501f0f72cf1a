package org.parasift.token;

import java.util.Arrays;
import java.util.Set;

/**
 * Finds the tokens of a run of chars. Immutable; one for each set of tailorings.
 *
 * <p>Two scanners take turns. {@link BlockScanner} reads 64 chars at a time into bit masks and finds the boundaries of plain
 * words with a few operations for all of them; it knows chars whose boundaries follow from their neighbours. Where it
 * meets another (see {@link StandIn#COMPLEX}) it goes back to the last place where white space is followed by a word,
 * for nothing before such a place matters behind it, and {@link #machine} goes on from there with the full rules, until
 * it comes to such a place with only plain text before it.
 */
final class Segmenter {
    /** So many chars after the last complex one the machine hands over to the blocks again. */
    private static final int PLAIN_ENOUGH = 96;

    private static final int COMPLEX = Characters.COMPLEX >>> Characters.CONTENT_SHIFT;

    private static final boolean[] SKIPPED_OR_SPACE = new boolean[WordClass.values().length];

    static {
        for (WordClass wordClass : WordClass.values()) {
            SKIPPED_OR_SPACE[wordClass.ordinal()] = wordClass.isSkipped() || wordClass == WordClass.W_SEG_SPACE;
        }
    }

    private final int[] table;

    private final BlockScanner blocks;
    private final boolean abbreviations;
    private final boolean addresses;

    Segmenter(Set<Tailoring> tailorings) {
        table = WordMachine.derive(tailorings);
        abbreviations = tailorings.contains(Tailoring.ABBREVIATION);
        blocks = new BlockScanner(new WordBreakRules(tailorings), abbreviations);
        addresses = tailorings.contains(Tailoring.ADDRESS);
    }

    /**
     * Where a text may be cut so that both parts can be tokenized by themselves: the last such place in {@code chars}
     * before {@code to}, or 0 if there is none.
     */
    int cut(char[] chars, int to) {
        for (int i = to - 1; i > 0; i--) {
            boolean sync = StandIn.isSync(chars[i - 1], chars[i]) && (!addresses || chars[i - 1] <= ' ');
            if (sync || isWhiteBefore(chars[i - 1], chars[i])) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Whether nothing before a place matters behind it because white space ends there. A line end always does (WB3a);
     * other white space does unless the char behind joins it: a mark (WB4), more white space (WB3d). Scripts that the
     * blocks leave to the machine are cut here.
     */
    private static boolean isWhiteBefore(char white, char behind) {
        if (white == '\n') {
            return true;
        }
        int joining = Characters.BMP[behind];
        int wordClass = joining & Characters.CLASS_MASK;
        return white <= ' ' && behind > ' ' && joining != Characters.SURROGATE && !SKIPPED_OR_SPACE[wordClass];
    }

    /**
     * Appends the tokens of {@code chars} up to {@code to}, a text of its own, offsets moved by {@code shift}. The array
     * must go on for 64 chars behind {@code to}; what stands there does not matter.
     */
    void tokens(Window window, int to, int shift, Tokens into) {
        char[] chars = window.chars;
        window.narrow(to);
        int at = 0;
        if (addresses) {
            for (long span = Addresses.find(chars, 0, to); span >= 0; span = Addresses.find(chars, at, to)) {
                int start = Addresses.start(span);
                plain(window, at, start, shift, into);
                at = Addresses.end(span);
                into.add(chars, start, at, Addresses.kind(chars, start), shift);
            }
        }
        plain(window, at, to, shift, into);
    }

    private void plain(Window window, int from, int to, int shift, Tokens into) {
        for (int at = from; at < to; ) {
            at = blocks.scan(window, at, to, shift, into);
            if (at < to) {
                at = machine(window.chars, at, to, shift, into);
            }
        }
    }

    /**
     * Tokens from {@code from}, as {@link BlockScanner#scan}, by the full rules; returns where the blocks take over. Every
     * segment is written as a row, and the row kept if it is a token: what comes next cannot be predicted.
     */
    private int machine(char[] chars, int from, int to, int shift, Tokens into) {
        into.reserve(to - from + 1);
        int[] bounds = into.bounds;
        byte[] kinds = into.kinds;
        int[] states = table;
        int row = into.size;
        int state = WordMachine.START;
        int segment = from;
        int content = 0;
        int openAt = from;
        int openContent = 0;
        int plainSince = from;
        boolean pairsFold = false;
        int i = from;
        while (i < to) {
            char c = chars[i];
            int properties = Characters.BMP[c];
            int behind = i + 1;
            if (properties == Characters.SURROGATE) {
                int codePoint = Character.codePointAt(chars, i, to);
                properties = Characters.properties(codePoint);
                behind = i + Character.charCount(codePoint);
                pairsFold |= c <= Characters.LAST_FOLDING_SURROGATE;
            }
            int entry = states[state | (properties & Characters.CLASS_MASK)];
            state = entry >>> WordMachine.NEXT_SHIFT;
            if ((entry & WordMachine.ACTIONS) != 0) {
                if ((entry & WordMachine.BREAK_OPEN) != 0) {
                    bounds[2 * row] = segment + shift;
                    bounds[2 * row + 1] = openAt + shift;
                    kinds[row] = Content.kind(openContent);
                    row += Content.isToken(openContent);
                    segment = openAt;
                } else if ((entry & WordMachine.JOIN_OPEN) != 0) {
                    content |= openContent;
                }
                if ((entry & WordMachine.BREAK) != 0) {
                    bounds[2 * row] = segment + shift;
                    bounds[2 * row + 1] = i + shift;
                    kinds[row] = Content.kind(content);
                    row += Content.isToken(content);
                    segment = i;
                    plainSince = (content & COMPLEX) != 0 ? i : plainSince;
                    content = 0;
                    if (i - plainSince >= PLAIN_ENOUGH && StandIn.isSync(chars[i - 1], c)) {
                        break;
                    }
                } else if ((entry & WordMachine.OPEN) != 0) {
                    openAt = i;
                    openContent = content;
                    content = 0;
                }
            }
            content |= properties >>> Characters.CONTENT_SHIFT;
            i = behind;
        }
        int last = states[state | WordClass.EDGE.ordinal()];
        if (i == to && (last & WordMachine.BREAK_OPEN) != 0) {
            bounds[2 * row] = segment + shift;
            bounds[2 * row + 1] = openAt + shift;
            kinds[row] = Content.kind(openContent);
            row += Content.isToken(openContent);
            segment = openAt;
        }
        bounds[2 * row] = segment + shift;
        bounds[2 * row + 1] = to + shift;
        kinds[row] = Content.kind(content);
        row += i == to ? Content.isToken(content) : 0;
        describe(chars, to, into, row, shift, pairsFold);
        return i;
    }

    /** Hashes of the rows from {@code into.size} to {@code end}, and the points of abbreviations. */
    private void describe(char[] chars, int to, Tokens into, int end, int shift, boolean pairsFold) {
        int[] bounds = into.bounds;
        for (int row = into.size; row < end; row++) {
            int start = bounds[2 * row] - shift;
            int stop = bounds[2 * row + 1] - shift;
            if (abbreviations) {
                stop = Abbreviations.end(chars, start, stop, to);
                bounds[2 * row + 1] = stop + shift;
            }
            if (into.hashed) {
                into.hashes[row] = pairsFold ? TokenHash.of(chars, start, stop) : TokenHash.ofBmp(chars, start, stop);
            }
        }
        into.size = end;
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
