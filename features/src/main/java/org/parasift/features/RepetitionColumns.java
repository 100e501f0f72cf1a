package org.parasift.features;

import java.util.List;

/** What of a paragraph another one says too. */
final class RepetitionColumns {
    static final List<Column> COLUMNS = List.of(
            Column.flag("repetition:equal"),
            Column.number("repetition:equal-before", 2, 3),
            Column.number("repetition:equal-after", 1, 2),
            Column.number("repetition:runs-before", 0.1, 0.25, 0.5, 0.75, 1),
            Column.number("repetition:runs-after", 0.1, 0.25, 0.5, 0.75, 1),
            Column.number("repetition:runs-anywhere", 0.1, 0.25, 0.5, 0.75, 1),
            Column.number("repetition:words-before", 0.25, 0.5, 0.75, 0.9, 1),
            Column.number("repetition:words-after", 0.25, 0.5, 0.75, 0.9, 1),
            Column.number("repetition:likeness", 0.1, 0.25, 0.5, 0.75, 1),
            Column.flag("repetition:of-first"),
            Column.number("repetition:holds", 0.25, 0.5, 0.75, 1));

    private static final int MOST = 3;

    private RepetitionColumns() {}

    static void fill(Page page, int paragraph, float[] into, int at) {
        Repeats repeats = page.repeats();
        Overlaps runs = repeats.runs();
        Overlaps words = repeats.words();
        into[at++] = repeats.equalBefore(paragraph) > 0 ? 1 : 0;
        into[at++] = Math.min(MOST, repeats.equalBefore(paragraph));
        into[at++] = Math.min(MOST, repeats.equalAfter(paragraph));
        into[at++] = runs.before(paragraph);
        into[at++] = runs.after(paragraph);
        into[at++] = runs.anywhere(paragraph);
        into[at++] = words.before(paragraph);
        into[at++] = words.after(paragraph);
        into[at++] = words.likeness(paragraph);
        into[at++] = words.likeness(paragraph) >= 0.8f && words.twin(paragraph) == 0 ? 1 : 0;
        into[at] = runs.holds(paragraph);
    }
}
