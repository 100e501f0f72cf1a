package org.parasift.token;

/** The tailoring ABBREVIATION: single letters with points between keep the point behind them, U.S. or e.g. */
final class Abbreviations {
    private Abbreviations() {}

    /** The end of a token, moved behind the point of an abbreviation: single letters with points between, U.S. or e.g. */
    static int end(char[] chars, int start, int end, int to) {
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
}
