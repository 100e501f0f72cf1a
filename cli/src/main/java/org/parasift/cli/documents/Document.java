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
     * @param source the bytes it consists of, in Base64, if they are one line of many; else empty
     */
    record Failed(String id, String reason, String source) implements Document {
        /** Without its bytes. */
        public Failed(String id, String reason) {
            this(id, reason, "");
        }
    }

    /**
     * Where an article comes from.
     *
     * @param file as the user named it, or as it was found in a folder
     * @param folder where in the folder that the user named the file was found, with a slash behind each name
     * @param format what the file is
     * @param byteOrderMark whether the text begins with one; it is not part of the article
     * @param json the line it stands in, if it is a line of JSON
     */
    record Origin(String file, String folder, Format format, boolean byteOrderMark, Optional<JsonLine> json) {
        /** Of a file that the user named. */
        Origin(String file, Format format, boolean byteOrderMark, Optional<JsonLine> json) {
            this(file, "", format, byteOrderMark, json);
        }

        /** The same, found in a folder. */
        Origin in(String where) {
            return new Origin(file, where, format, byteOrderMark, json);
        }
    }
}
