package org.parasift.features;

import java.util.List;
import org.parasift.features.Lines.Ending;

/** How the paragraphs around look. Tails of teasers show as a run of headlines. */
final class NeighbourColumns {
    private static final int FAR = 20;

    static final List<Column> COLUMNS = List.of(
            Column.number("neighbours:before-chars", 1, 40, 80, 110, 240),
            Column.flag("neighbours:before-headline"),
            Column.flag("neighbours:before-colon"),
            Column.number("neighbours:after-chars", 1, 40, 80, 110, 240),
            Column.flag("neighbours:after-headline"),
            Column.number("neighbours:run", 1, 2, 3, 5),
            Column.flag("neighbours:run-to-end"));

    private NeighbourColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        Lines lines = page.lines();
        int size = page.paragraphs();
        boolean before = paragraph > 0;
        boolean after = paragraph + 1 < size;
        int first = paragraph;
        int last = paragraph;
        if (lines.headline(paragraph)) {
            while (first > 0 && paragraph - first < FAR && lines.headline(first - 1)) {
                first--;
            }
            while (last + 1 < size && last - paragraph < FAR && lines.headline(last + 1)) {
                last++;
            }
        }
        into[at++] = before ? page.end(paragraph - 1) - page.start(paragraph - 1) : 0;
        into[at++] = before && lines.headline(paragraph - 1) ? 1 : 0;
        into[at++] = before && lines.ending(paragraph - 1) == Ending.COLON ? 1 : 0;
        into[at++] = after ? page.end(paragraph + 1) - page.start(paragraph + 1) : 0;
        into[at++] = after && lines.headline(paragraph + 1) ? 1 : 0;
        into[at++] = lines.headline(paragraph) ? last - first + 1 : 0;
        into[at] = lines.headline(paragraph) && last == size - 1 && first > 0 ? 1 : 0;
    }
}
