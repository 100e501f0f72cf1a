package org.parasift.token;

import java.util.Set;

/**
 * The word boundary rules of UAX #29, Unicode 17, each stated once. Nothing here is fast: {@link WordMachine} asks these
 * conditions about every combination of classes once and keeps the answers in a table.
 *
 * <p>Source: <a href="https://www.unicode.org/reports/tr29/tr29-47.html#Word_Boundary_Rules">UAX #29, Word Boundary
 * Rules</a>; the names are those of the report.
 */
final class WordBreakRules {
    private final boolean hyphens;
    private final boolean accents;

    WordBreakRules(Set<Tailoring> tailorings) {
        hyphens = tailorings.contains(Tailoring.HYPHEN);
        accents = tailorings.contains(Tailoring.ACCENT_APOSTROPHE);
    }

    /**
     * Whether there is a boundary between {@code left} and {@code right}.
     *
     * @param left what the rules remember of the text before the place
     * @param right the class of the character behind the place, EDGE at the end of the text
     * @param next the class of the first character after {@code right} that WB4 does not skip, EDGE if there is none
     */
    boolean breaks(Left left, WordClass right, WordClass next) {
        if (left.touching() == WordClass.EDGE || right == WordClass.EDGE) {
            return true; // WB1, WB2
        }
        if (left.touching() == WordClass.CR && right == WordClass.LF) {
            return false; // WB3
        }
        if (left.touching().isNewline() || right.isNewline()) {
            return true; // WB3a, WB3b
        }
        if (left.touching() == WordClass.ZWJ && right.isPictograph()) {
            return false; // WB3c
        }
        if (left.touching() == WordClass.W_SEG_SPACE && right == WordClass.W_SEG_SPACE) {
            return false; // WB3d
        }
        if (right.isSkipped()) {
            return false; // WB4; the rules below see only what it leaves
        }
        return !joinsLetters(left.last(), left.beforeLast(), right, next)
                && !joinsNumbers(left.last(), left.beforeLast(), right, next)
                && !joinsKatakanaAndConnectors(left.last(), right)
                && !(hyphens && joinsHyphen(left.last(), left.beforeLast(), right, next))
                && !(accents && joinsAccent(left.last(), left.beforeLast(), right, next))
                && !(right == WordClass.REGIONAL_INDICATOR && left.oddRegionals()); // WB15, WB16, else WB999
    }

    private static boolean joinsLetters(WordClass last, WordClass beforeLast, WordClass right, WordClass next) {
        boolean midBehind = right == WordClass.MID_LETTER || right.isMidNumLetQ();
        boolean midBefore = last == WordClass.MID_LETTER || last.isMidNumLetQ();
        return (last.isLetter() && right.isLetter()) // WB5
                || (last.isLetter() && midBehind && next.isLetter()) // WB6
                || (beforeLast.isLetter() && midBefore && right.isLetter()) // WB7
                || (last == WordClass.HEBREW_LETTER && right == WordClass.SINGLE_QUOTE) // WB7a
                || (last == WordClass.HEBREW_LETTER
                        && right == WordClass.DOUBLE_QUOTE
                        && next == WordClass.HEBREW_LETTER) // WB7b
                || (beforeLast == WordClass.HEBREW_LETTER
                        && last == WordClass.DOUBLE_QUOTE
                        && right == WordClass.HEBREW_LETTER); // WB7c
    }

    private static boolean joinsNumbers(WordClass last, WordClass beforeLast, WordClass right, WordClass next) {
        boolean midBehind = right == WordClass.MID_NUM || right.isMidNumLetQ();
        boolean midBefore = last == WordClass.MID_NUM || last.isMidNumLetQ();
        return (last.isLetterOrNumeric() && right == WordClass.NUMERIC) // WB8, WB9
                || (last == WordClass.NUMERIC && right.isLetter()) // WB10
                || (beforeLast == WordClass.NUMERIC && midBefore && right == WordClass.NUMERIC) // WB11
                || (last == WordClass.NUMERIC && midBehind && next == WordClass.NUMERIC); // WB12
    }

    private static boolean joinsKatakanaAndConnectors(WordClass last, WordClass right) {
        boolean wordBefore = last.isLetterOrNumeric() || last == WordClass.KATAKANA;
        boolean wordBehind = right.isLetterOrNumeric() || right == WordClass.KATAKANA;
        return (last == WordClass.KATAKANA && right == WordClass.KATAKANA) // WB13
                || ((wordBefore || last == WordClass.EXTEND_NUM_LET) && right == WordClass.EXTEND_NUM_LET) // WB13a
                || (last == WordClass.EXTEND_NUM_LET && wordBehind); // WB13b
    }

    /** Tailoring HYPHEN: a hyphen between letters or digits, a letter on one side at least: US-led, B-52, not 3-2. */
    private static boolean joinsHyphen(WordClass last, WordClass beforeLast, WordClass right, WordClass next) {
        return (right == WordClass.HYPHEN && isHyphenated(last, next))
                || (last == WordClass.HYPHEN && isHyphenated(beforeLast, right));
    }

    private static boolean isHyphenated(WordClass before, WordClass behind) {
        return before.isLetterOrNumeric() && behind.isLetterOrNumeric() && (before.isLetter() || behind.isLetter());
    }

    /** Tailoring ACCENT_APOSTROPHE: an acute accent or backtick between letters, as WB6 and WB7: Iraq´s. */
    private static boolean joinsAccent(WordClass last, WordClass beforeLast, WordClass right, WordClass next) {
        return (last.isLetter() && right == WordClass.ACCENT && next.isLetter())
                || (beforeLast.isLetter() && last == WordClass.ACCENT && right.isLetter());
    }

    /**
     * What the rules remember of the text before a place. What no rule asks for is not kept, so that there are few of
     * these.
     *
     * @param touching the character right before the place, EDGE at the start of the text
     * @param last the last character that WB4 does not skip
     * @param beforeLast the one before it if {@code last} is a mid character and this one a letter or digit, else EDGE
     * @param oddRegionals whether {@code last} ends an odd run of regional indicators, the first half of a flag
     */
    record Left(WordClass touching, WordClass last, WordClass beforeLast, boolean oddRegionals) {
        static final Left START = new Left(WordClass.EDGE, WordClass.EDGE, WordClass.EDGE, false);

        /** What is remembered one character further on. */
        Left then(WordClass right) {
            if (right.isSkipped() && last != WordClass.EDGE && !last.isNewline()) {
                WordClass skipped = right == WordClass.ZWJ ? right : WordClass.EXTEND;
                return new Left(skipped, last, beforeLast, oddRegionals); // WB4
            }
            boolean odd = right == WordClass.REGIONAL_INDICATOR && !oddRegionals;
            boolean wanted = right.isMid() && last.isLetterOrNumeric();
            return new Left(right, right, wanted ? last : WordClass.EDGE, odd);
        }
    }
}
