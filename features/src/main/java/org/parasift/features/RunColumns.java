package org.parasift.features;

import java.util.List;

/** The run of headlines that a headline stands in: lists of teasers are runs, and at the end they are tails. */
final class RunColumns {
    private static final int FAR = 40;

    static final List<Column> COLUMNS = List.of(
            Column.number("runs:length", 1, 2, 3, 5),
            Column.number("runs:left", 1, 2, 3, 5),
            Column.flag("runs:to-end"),
            Column.flag("runs:first"));

    private RunColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        Lines lines = page.lines();
        boolean headline = lines.headline(paragraph);
        int first = paragraph;
        int last = paragraph;
        while (headline && first > 0 && paragraph - first < FAR && lines.headline(first - 1)) {
            first--;
        }
        while (headline && last + 1 < page.paragraphs() && last - paragraph < FAR && lines.headline(last + 1)) {
            last++;
        }
        into[at++] = headline ? last - first + 1 : 0;
        into[at++] = headline ? last - paragraph + 1 : 0;
        into[at++] = headline && last == page.paragraphs() - 1 ? 1 : 0;
        into[at] = headline && first == paragraph ? 1 : 0;
    }
}
