package org.parasift.features;

import java.util.List;

/** What a paragraph has in common with its article, by cosines of learned vectors; written by {@link MeaningTies}. */
final class MeaningColumns {
    static final List<Column> COLUMNS = List.of(
            Column.number("meaning:rest", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:before", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:after", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:far", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:nearest", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:nearest-three", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:bridge", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:window", 0, 0.1, 0.2, 0.3, 0.5),
            Column.number("meaning:relative", -0.3, -0.2, -0.1, 0));

    private MeaningColumns() {}
}
