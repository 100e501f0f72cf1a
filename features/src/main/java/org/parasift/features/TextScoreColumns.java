package org.parasift.features;

import java.util.ArrayList;
import java.util.List;
import org.parasift.features.FeatureFamily.TextScores;

/** What text scores say of a paragraph, of the article it stands in and of the paragraphs around it. */
final class TextScoreColumns {
    /** What stands for a paragraph beyond the ends. */
    private static final float NOTHING = -0.5f;

    private TextScoreColumns() {}

    static List<Column> columns(TextScores family) {
        List<Column> columns = new ArrayList<>();
        for (String name : family.names()) {
            columns.add(Column.number("text:" + name, -3, -2, -1, 0, 1, 2, 3));
        }
        for (String name : family.article()) {
            columns.add(Column.number("text:" + name + "-article", -3, -2, -1, 0, 1, 2, 3));
            columns.add(Column.number("text:" + name + "-relative", -3, -2, -1, 0, 1, 2, 3));
            columns.add(Column.number("text:" + name + "-low", -3, -2, -1, 0, 1, 2, 3));
            columns.add(Column.number("text:" + name + "-lead", -3, -2, -1, 0, 1, 2, 3));
        }
        for (String name : family.around()) {
            columns.add(Column.number("text:" + name + "-before", -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75));
            columns.add(Column.number("text:" + name + "-after", -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75));
        }
        return List.copyOf(columns);
    }

    static void fill(Page page, int paragraph, TextScores family, float[] into, int at) {
        TextScoring scoring = page.scoring();
        scoring.number(family);
        int next = at;
        for (int score = 0; score < scoring.names(); score++) {
            into[next++] = (float) scoring.score(paragraph, score);
        }
        for (int score : scoring.article()) {
            into[next++] = (float) scoring.mean(score);
            into[next++] = (float) (scoring.score(paragraph, score) - scoring.mean(score));
            into[next++] = (float) scoring.low(page, score);
            into[next++] = (float) scoring.lead(score);
        }
        for (int score : scoring.around()) {
            into[next++] = paragraph == 0 ? NOTHING : scoring.pressed(paragraph - 1, score);
            into[next++] = paragraph + 1 == page.paragraphs() ? NOTHING : scoring.pressed(paragraph + 1, score);
        }
    }
}
