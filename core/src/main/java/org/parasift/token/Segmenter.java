package org.parasift.token;

import java.util.Arrays;
import java.util.Set;

/** Finds the tokens of a run of chars. Immutable; one for each set of tailorings. */
final class Segmenter {
    private final int[] table;

    Segmenter(Set<Tailoring> tailorings) {
        table = WordMachine.derive(tailorings);
    }

    /** Appends the tokens of {@code chars} from {@code from} to {@code to}, offsets moved by {@code shift}. */
    void tokens(char[] chars, int from, int to, int shift, Tokens into) {
        int row = WordMachine.START;
        int segment = from;
        int content = 0;
        int openAt = from;
        int openContent = 0;
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
                    add(chars, segment, openAt, openContent, shift, into);
                    segment = openAt;
                } else if ((entry & WordMachine.JOIN_OPEN) != 0) {
                    content |= openContent;
                }
                if ((entry & WordMachine.BREAK) != 0) {
                    add(chars, segment, i, content, shift, into);
                    segment = i;
                    content = 0;
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
    }

    private static void add(char[] chars, int start, int end, int content, int shift, Tokens into) {
        TokenKind kind = Content.kind(content);
        if (kind != null) {
            into.add(start + shift, end + shift, kind, TokenHash.of(chars, start, end));
        }
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
