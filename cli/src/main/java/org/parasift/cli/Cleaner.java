package org.parasift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;

/**
 * Takes paragraphs out of a text and leaves the rest as it is, char for char. With a paragraph goes its line, line end
 * included. Of blank lines between paragraphs one run stays where there was one, so blocks stay apart; none stays at the
 * beginning or the end of what is left.
 *
 * <pre>
 * "A␊␊spam␊␊B␊"  =>  "A␊␊B␊"      "A␊spam␊B␊"  =>  "A␊B␊"      "A␊␊spam␊"  =>  "A␊"
 * </pre>
 */
final class Cleaner {
    private Cleaner() {}

    /**
     * What is taken out with a paragraph.
     *
     * @param paragraph the paragraph
     * @param start offset of the first char that goes
     * @param end offset after the last one
     */
    record Span(Paragraph paragraph, int start, int end) {}

    /** What goes when the paragraphs with these indices are dropped: spans in order, without overlap. */
    static List<Span> spans(Article article, IntPredicate dropped) {
        List<Paragraph> paragraphs = article.paragraphs();
        List<Span> spans = new ArrayList<>();
        int lastKept = -1;
        for (int i = 0; i < paragraphs.size(); i++) {
            lastKept = dropped.test(i) ? lastKept : i;
        }
        boolean keptBefore = false;
        boolean blankKept = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean blankFollows = i + 1 < paragraphs.size()
                    && paragraphs.get(i + 1).block() > paragraphs.get(i).block();
            if (!dropped.test(i)) {
                keptBefore = true;
                blankKept = blankFollows;
                continue;
            }
            // A line goes from its beginning to the beginning of the next, blank lines excepted if they are to stay.
            boolean blankStays = blankFollows && keptBefore && !blankKept && i < lastKept;
            int start = i == 0 ? 0 : lineStart(article.text(), paragraphs.get(i).start());
            if (i == lastKept + 1 && i > 0) {
                start = lineEnd(article.text(), paragraphs.get(i - 1).end());
            }
            int end = lineEnd(article.text(), paragraphs.get(i).end());
            if (!blankStays) {
                end = i + 1 < paragraphs.size()
                        ? lineStart(article.text(), paragraphs.get(i + 1).start())
                        : article.text().length();
            }
            blankKept |= blankStays;
            spans.add(new Span(paragraphs.get(i), start, end));
        }
        keepLineEndsApart(article.text(), spans);
        return spans;
    }

    /**
     * Where a text mixes line ends, {@code ␍} before a cut and {@code ␊} after it would become one line end and a blank
     * line would be lost: {@code "A␍x␊␊B"}. There the line end of the dropped line stays and the one before it goes.
     */
    private static void keepLineEndsApart(String text, List<Span> spans) {
        for (int first = 0, last; first < spans.size(); first = last + 1) {
            last = first;
            while (last + 1 < spans.size()
                    && spans.get(last + 1).start() == spans.get(last).end()) {
                last++;
            }
            int start = spans.get(first).start();
            int end = spans.get(last).end();
            if (start > 0 && end < text.length() && text.charAt(start - 1) == '\r' && text.charAt(end) == '\n') {
                int lineEnd = text.charAt(end - 2) == '\r' ? 2 : 1;
                spans.set(
                        first,
                        new Span(
                                spans.get(first).paragraph(),
                                start - 1,
                                spans.get(first).end()));
                spans.set(
                        last,
                        new Span(spans.get(last).paragraph(), spans.get(last).start(), end - lineEnd));
            }
        }
    }

    /** The text without the spans. */
    static String without(Article article, List<Span> spans) {
        StringBuilder rest = new StringBuilder(article.text().length());
        int from = 0;
        for (Span span : spans) {
            rest.append(article.text(), from, span.start());
            from = span.end();
        }
        return rest.append(article.text(), from, article.text().length()).toString();
    }

    /** Offset of the first char of the line that has a char at {@code at}. */
    private static int lineStart(String text, int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    /** Offset after the line end that follows {@code at}. */
    private static int lineEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            end++;
        }
        return Math.min(end + 1, text.length());
    }
}
