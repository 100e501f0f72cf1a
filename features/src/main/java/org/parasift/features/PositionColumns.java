package org.parasift.features;

import java.util.List;

/** Where a paragraph stands: counted in paragraphs, in words and in sentences' prose, and in its block. */
final class PositionColumns {
    private static final int FAR = 20;

    private static final int OF_BLOCKS = 3;

    private static final List<Column> COLUMNS = List.of(
            Column.number("position:index", 1, 2, 3, 5),
            Column.number("position:from-end", 1, 2, 3, 5, 8),
            Column.number("position:share", 0.1, 0.25, 0.5, 0.75, 0.9),
            Column.number("position:article-size", 2, 5, 10, 20, 40),
            Column.number("position:words-before", 0.05, 0.25, 0.5, 0.75, 0.95),
            Column.number("position:prose-before", 1, 2, 4),
            Column.number("position:prose-after", 1, 2, 4),
            Column.number("position:prose-share", 0.25, 0.5, 0.75),
            Column.number("position:article-words", 100, 250, 500, 1000),
            Column.flag("position:block-first"),
            Column.flag("position:block-last"),
            Column.number("position:block-size", 2, 3, 5, 10));

    private PositionColumns() {}

    static List<Column> columns(boolean blocks) {
        return blocks ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - OF_BLOCKS);
    }

    static void fill(Page page, int paragraph, boolean blocks, float[] into, int at) {
        Lines lines = page.lines();
        int size = page.paragraphs();
        int words = Math.max(1, page.tokens().size());
        into[at++] = paragraph;
        into[at++] = size - 1 - paragraph;
        into[at++] = size == 1 ? 0 : (float) paragraph / (size - 1);
        into[at++] = size;
        into[at++] = (float) page.first(paragraph) / words;
        into[at++] = lines.proseBefore(paragraph);
        into[at++] = lines.proseBefore(size) - lines.proseBefore(paragraph + 1);
        into[at++] = (float) lines.proseBefore(size) / size;
        into[at++] = words;
        if (blocks) {
            fillBlock(page, paragraph, into, at);
        }
    }

    private static void fillBlock(Page page, int paragraph, float[] into, int at) {
        int block = page.block(paragraph);
        int first = paragraph;
        while (first > 0 && paragraph - first < FAR && page.block(first - 1) == block) {
            first--;
        }
        int last = paragraph;
        while (last + 1 < page.paragraphs() && last - paragraph < FAR && page.block(last + 1) == block) {
            last++;
        }
        into[at] = first == paragraph ? 1 : 0;
        into[at + 1] = last == paragraph ? 1 : 0;
        into[at + 2] = last - first + 1;
    }
}
