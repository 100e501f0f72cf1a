package org.parasift.features;

import java.util.List;

/** Where a paragraph stands. */
final class PositionColumns {
    static final List<Column> COLUMNS = List.of(
            Column.number("position:index", 1, 2, 3, 5),
            Column.number("position:from-end", 1, 2, 3, 5, 8),
            Column.number("position:share", 0.1, 0.25, 0.5, 0.75, 0.9),
            Column.number("position:article-size", 2, 5, 10, 20, 40),
            Column.flag("position:block-first"),
            Column.flag("position:block-last"),
            Column.number("position:block-size", 2, 3, 5, 10));

    private PositionColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        int size = page.paragraphs();
        int block = page.block(paragraph);
        int first = paragraph;
        while (first > 0 && paragraph - first < 20 && page.block(first - 1) == block) {
            first--;
        }
        int last = paragraph;
        while (last + 1 < size && last - paragraph < 20 && page.block(last + 1) == block) {
            last++;
        }
        into[at++] = paragraph;
        into[at++] = size - 1 - paragraph;
        into[at++] = size == 1 ? 0 : (float) paragraph / (size - 1);
        into[at++] = size;
        into[at++] = first == paragraph ? 1 : 0;
        into[at++] = last == paragraph ? 1 : 0;
        into[at] = last - first + 1;
    }
}
