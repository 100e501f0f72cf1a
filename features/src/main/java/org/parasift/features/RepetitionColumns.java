package org.parasift.features;

import java.util.List;

/** What of a paragraph an earlier one has said. */
final class RepetitionColumns {
    static final List<Column> COLUMNS = List.of(
            Column.flag("repetition:equal"),
            Column.number("repetition:contained", 0.25, 0.5, 0.75, 0.9, 1),
            Column.number("repetition:overlap", 0.1, 0.25, 0.5, 0.75, 0.9, 1),
            Column.flag("repetition:of-first"),
            Column.flag("repetition:later"));

    private RepetitionColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        Repeats repeats = page.repeats();
        boolean near = repeats.overlap(paragraph) >= 0.8f;
        into[at++] = repeats.overlap(paragraph) == 1 ? 1 : 0;
        into[at++] = repeats.contained(paragraph);
        into[at++] = repeats.overlap(paragraph);
        into[at++] = near && repeats.twin(paragraph) == 0 ? 1 : 0;
        into[at] = repeats.repeatedLater(paragraph) ? 1 : 0;
    }
}
