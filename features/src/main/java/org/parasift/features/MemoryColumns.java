package org.parasift.features;

import java.util.List;

/** Where else a paragraph, or one like it but for names and numbers, was seen; logarithms of counts. */
final class MemoryColumns {
    static final List<Column> COLUMNS = List.of(
            Column.number("memory:line-articles", 0.1, 1, 1.5, 2.5, 4),
            Column.number("memory:line-sites", 0.1, 1, 1.5, 2.5, 4),
            Column.number("memory:template-articles", 0.1, 1, 1.5, 2.5, 4),
            Column.number("memory:template-sites", 0.1, 1, 1.5, 2.5, 4));

    private MemoryColumns() {}

    static void fill(Page page, int paragraph, LineMemory memory, float[] into, int at) {
        fill(memory, memory.row(LineMemory.lineKey(page, paragraph)), into, at);
        fill(memory, memory.row(LineMemory.templateKey(page, paragraph)), into, at + 2);
    }

    private static void fill(LineMemory memory, int row, float[] into, int at) {
        into[at] = row < 0 ? 0 : (float) Math.log1p(memory.articles(row));
        into[at + 1] = row < 0 ? 0 : (float) Math.log1p(memory.sites(row));
    }
}
