package org.parasift.cli.documents;

import java.util.Optional;

/**
 * How inputs are read.
 *
 * @param format of every file; if empty by suffix, and plain text where that says nothing
 * @param lenient whether malformed UTF-8 and NUL are replaced by U+FFFD and counted
 * @param article column of tables that names the article
 * @param paragraph column of tables with the number of the paragraph
 * @param text column or field with the text
 * @param id column or field that names the record
 * @param whole whether every text is one paragraph, line breaks and all
 * @param largestRecord most bytes that a record may have, unpacked
 * @param largestRatio how many times as large a file may become when it is unpacked
 */
public record ReadOptions(
        Optional<Format> format,
        boolean lenient,
        String article,
        String paragraph,
        String text,
        String id,
        boolean whole,
        long largestRecord,
        int largestRatio) {
    /** The usual ones. */
    public static final ReadOptions USUAL =
            new ReadOptions(Optional.empty(), false, "article", "paragraph", "text", "id", false, 256L << 20, 200);
}
