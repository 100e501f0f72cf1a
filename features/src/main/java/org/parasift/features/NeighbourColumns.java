package org.parasift.features;

import java.util.List;
import org.parasift.features.Lines.Ending;

/** How the paragraphs before and after look. */
final class NeighbourColumns {
    static final List<Column> COLUMNS = List.of(
            Column.number("neighbours:before-chars", 1, 40, 80, 110, 240),
            Column.flag("neighbours:before-headline"),
            Column.flag("neighbours:before-colon"),
            Column.number("neighbours:after-chars", 1, 40, 80, 110, 240),
            Column.flag("neighbours:after-headline"));

    private NeighbourColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        Lines lines = page.lines();
        boolean before = paragraph > 0;
        boolean after = paragraph + 1 < page.paragraphs();
        into[at++] = before ? page.end(paragraph - 1) - page.start(paragraph - 1) : 0;
        into[at++] = before && lines.headline(paragraph - 1) ? 1 : 0;
        into[at++] = before && lines.ending(paragraph - 1) == Ending.COLON ? 1 : 0;
        into[at++] = after ? page.end(paragraph + 1) - page.start(paragraph + 1) : 0;
        into[at] = after && lines.headline(paragraph + 1) ? 1 : 0;
    }
}
