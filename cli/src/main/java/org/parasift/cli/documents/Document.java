package org.parasift.cli.documents;

import java.util.Optional;
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
     * @param format what the file is
     * @param byteOrderMark whether the text begins with one; it is not part of the article
     * @param json the line it stands in, if it is a line of JSON
     */
    record Origin(String file, Format format, boolean byteOrderMark, Optional<JsonLine> json) {}
}
