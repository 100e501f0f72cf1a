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
        columns.add(Column.number("shape:words-per-sentence", 5, 10, 15, 25));
        columns.add(Column.number("shape:word-length", 4, 4.5, 5, 6));
        columns.add(Column.number("shape:capitals", 0.02, 0.05, 0.1, 0.2, 0.5));
        columns.add(Column.number("shape:digits", 0.01, 0.05, 0.2));
        columns.add(Column.number("shape:marks", 0.01, 0.02, 0.04, 0.1));
        columns.add(Column.number("shape:title-words", 0.1, 0.2, 0.35, 0.5, 0.7, 0.9));
        columns.add(Column.number("shape:capital-words", 0.01, 0.1, 0.5));
        columns.add(Column.number("shape:number-words", 0.01, 0.1, 0.3));
        columns.add(Column.number("shape:small-words", 0.1, 0.25, 0.4, 0.5));
        columns.add(Column.number("shape:you-words", 0.01, 0.1));
        columns.add(Column.number("shape:in-brackets", 0.01, 0.2, 0.5));
        columns.add(Column.number("shape:label-words", 1, 2, 4));
        columns.add(Column.flag("shape:label-capitals"));
        columns.add(Column.flag("shape:address"));
        columns.add(Column.flag("shape:time"));
        columns.add(Column.flag("shape:year"));
        columns.add(Column.flag("shape:credit"));
        columns.add(Column.flag("shape:open-quote"));
        columns.add(Column.number("shape:glued-words", 0.01, 0.05));
        columns.add(Column.flag("shape:headline"));
        columns.add(Column.flag("shape:ends-in-quote"));
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
        ShapeScan scan = page.shapeScan();
        scan.read(page, paragraph);
        float chars = Math.max(1, page.end(paragraph) - page.start(paragraph));
        float words = Math.max(1, lines.words(paragraph));
        into[at++] = page.end(paragraph) - page.start(paragraph);
        into[at++] = lines.words(paragraph);
        into[at++] = scan.sentences;
        into[at++] = lines.words(paragraph) / (float) Math.max(1, scan.sentences);
        into[at++] = scan.wordChars / words;
        into[at++] = scan.capitals / chars;
        into[at++] = scan.digits / chars;
        into[at++] = scan.marks / chars;
        into[at++] = scan.titleWords / words;
        into[at++] = scan.capitalWords / words;
        into[at++] = scan.numberWords / words;
        into[at++] = scan.smallWords / words;
        into[at++] = scan.youWords / words;
        into[at++] = scan.inBrackets / chars;
        into[at++] = scan.labelWords;
        into[at++] = flag(scan.labelCapitals);
        into[at++] = flag(scan.address);
        into[at++] = flag(scan.time);
        into[at++] = flag(scan.year);
        into[at++] = flag(scan.credit);
        into[at++] = flag(scan.openQuote);
        into[at++] = scan.gluedWords / words;
        into[at++] = flag(lines.headline(paragraph));
        into[at++] = flag(scan.endsInQuote);
        for (Beginning beginning : BEGINNINGS) {
            into[at++] = flag(lines.beginning(paragraph) == beginning);
        }
        for (Ending ending : ENDINGS) {
            into[at++] = flag(lines.ending(paragraph) == ending);
        }
    }

    private static float flag(boolean on) {
        return on ? 1 : 0;
    }
}
