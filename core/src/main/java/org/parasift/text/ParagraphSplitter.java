package org.parasift.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The only place that knows how plain text is laid out. A paragraph is one non-blank line, trimmed; lines end at a line
 * feed, a carriage return, or both together. A block is a run of paragraphs without a blank line between them, so both
 * usual layouts, blank lines between paragraphs and bare newlines, give the same paragraphs.
 *
 * <pre>{@code
 * ParagraphSplitter.split("a1", "Title\n\n  First line.\nSecond line.\n").paragraphs()
 *     => (0, block 0, "Title"), (1, block 1, "First line."), (2, block 1, "Second line.")
 * }</pre>
 */
public final class ParagraphSplitter {
    private ParagraphSplitter() {}

    /** Splits a text; one without any non-blank line has no paragraphs. Never fails, whatever the chars. */
    public static Article split(String id, String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int block = -1;
        boolean blankBefore = true;
        int length = text.length();
        int line = 0;
        while (line < length) {
            int lineEnd = line;
            while (lineEnd < length && !isLineEnd(text.charAt(lineEnd))) {
                lineEnd++;
            }
            int start = line;
            int end = lineEnd;
            while (start < end && isBlank(text.charAt(start))) {
                start++;
            }
            while (end > start && isBlank(text.charAt(end - 1))) {
                end--;
            }
            if (start == end) {
                blankBefore = true;
            } else {
                if (blankBefore) {
                    block++;
                }
                paragraphs.add(new Paragraph(paragraphs.size(), block, start, end));
                blankBefore = false;
            }
            boolean crlf = lineEnd + 1 < length && text.charAt(lineEnd) == '\r' && text.charAt(lineEnd + 1) == '\n';
            line = lineEnd + (crlf ? 2 : 1);
        }
        return new Article(id, text, paragraphs);
    }

    /** The text without the white space that {@link #split} takes off a line; here line ends count as white space. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** White space of any kind, no-break spaces among it, and the marks that show nothing: U+200B, U+FEFF. */
    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x7F && (Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c)));
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\uFEFF' || c == '\u0085';
    }
}
