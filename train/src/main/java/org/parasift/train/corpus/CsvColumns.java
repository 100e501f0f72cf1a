package org.parasift.train.corpus;

/**
 * The names of the columns that are read; all others are ignored. A column with its usual name may be missing, but for
 * the label and the text; a column named by the user must be there.
 *
 * @param article names the article a row belongs to
 * @param paragraph its paragraph, counted from 0
 * @param label the label
 * @param text the paragraph, or the whole text when there are no articles
 * @param kind a finer class, scored as recall by kind
 * @param sure {@code yes}, {@code mixed} or {@code no}; rows with {@code no} are left out of training and scores
 * @param site where the article comes from
 */
public record CsvColumns(
        String article, String paragraph, String label, String text, String kind, String sure, String site) {
    /** The usual names. */
    public static final CsvColumns USUAL =
            new CsvColumns("article", "paragraph", "label", "text", "kind", "sure", "site");

    /** The same with another name for the label column. */
    public CsvColumns withLabel(String name) {
        return new CsvColumns(article, paragraph, name, text, kind, sure, site);
    }

    /** The same with another name for the text column. */
    public CsvColumns withText(String name) {
        return new CsvColumns(article, paragraph, label, name, kind, sure, site);
    }
}
