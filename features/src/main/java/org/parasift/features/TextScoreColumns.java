package org.parasift.features;

import java.util.ArrayList;
import java.util.List;

/** What text scores say of a paragraph and of the article it stands in. */
final class TextScoreColumns {
    private TextScoreColumns() {}

    static List<Column> columns(List<String> names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(Column.number("text:" + name, -3, -2, -1, 0, 1, 2, 3));
            columns.add(Column.number("text:" + name + "-article", -3, -2, -1, 0, 1, 2, 3));
            columns.add(Column.number("text:" + name + "-relative", -3, -2, -1, 0, 1, 2, 3));
        }
        return List.copyOf(columns);
    }

    static void fill(Page page, int paragraph, int names, float[] into, int at) {
        TextScoring scoring = page.scoring();
        for (int n = 0; n < names; n++) {
            double score = scoring.score(paragraph, n);
            into[at++] = (float) score;
            into[at++] = (float) scoring.mean(n);
            into[at++] = (float) (score - scoring.mean(n));
        }
    }
}
