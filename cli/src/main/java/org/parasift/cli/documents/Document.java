package org.parasift.cli.documents;

import org.parasift.text.Article;

/** One record of input: an article, or the reason why there is none. */
public sealed interface Document {
    /** Names the record in every output. */
    String id();

    /**
     * An article.
     *
     * @param id names it
     * @param article its text and paragraphs
     * @param origin where it comes from
     */
    record Text(String id, Article article, Origin origin) implements Document {}

    /**
     * A record that cannot be processed.
     *
     * @param id names it as well as can be
     * @param reason with the file's name and the line or byte
     */
    record Failed(String id, String reason) implements Document {}

    /**
     * Where an article comes from.
     *
     * @param file as the user named it, or as it was found in a folder
     * @param byteOrderMark whether the file begins with one; it is not part of the text
     */
    record Origin(String file, boolean byteOrderMark) {}
}
