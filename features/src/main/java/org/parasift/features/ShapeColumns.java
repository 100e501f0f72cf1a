package org.parasift.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parasift.features.Lines.Beginning;
import org.parasift.features.Lines.Ending;

/** How a paragraph looks. */
final class ShapeColumns {
    private static final Beginning[] BEGINNINGS = Beginning.values();
    private static final Ending[] ENDINGS = Ending.values();

    static final List<Column> COLUMNS = columns();

    private ShapeColumns() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number("shape:chars", 20, 40, 60, 80, 110, 160, 240, 400));
        columns.add(Column.number("shape:words", 2, 4, 6, 9, 12, 16, 24, 40));
        columns.add(Column.number("shape:sentences", 1, 2, 3));
        columns.add(Column.number("shape:capitals", 0.02, 0.05, 0.1, 0.2, 0.5));
        columns.add(Column.number("shape:digits", 0.01, 0.05, 0.2));
        columns.add(Column.number("shape:title-words", 0.1, 0.2, 0.35, 0.5, 0.7, 0.9));
        columns.add(Column.flag("shape:headline"));
        for (Beginning beginning : BEGINNINGS) {
            columns.add(Column.flag("shape:begins-" + beginning.name().toLowerCase(Locale.ROOT)));
        }
        for (Ending ending : ENDINGS) {
            columns.add(Column.flag("shape:ends-" + ending.name().toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(columns);
    }

    static void fill(Page page, int paragraph, float[] into, int at) {
        Lines lines = page.lines();
        into[at++] = page.end(paragraph) - page.start(paragraph);
        into[at++] = lines.words(paragraph);
        into[at++] = lines.sentences(paragraph);
        into[at++] = lines.upperShare(paragraph);
        into[at++] = lines.digitShare(paragraph);
        into[at++] = lines.titleShare(paragraph);
        into[at++] = lines.headline(paragraph) ? 1 : 0;
        for (Beginning beginning : BEGINNINGS) {
            into[at++] = lines.beginning(paragraph) == beginning ? 1 : 0;
        }
        for (Ending ending : ENDINGS) {
            into[at++] = lines.ending(paragraph) == ending ? 1 : 0;
        }
    }
}
