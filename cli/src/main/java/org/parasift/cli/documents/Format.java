package org.parasift.cli.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is, by its suffix; {@code .gz} behind it does not matter. */
public enum Format {
    /** An article. */
    TEXT(true, ".txt"),
    /** A table, comma between values: a row a text, or the paragraphs of articles. */
    CSV(false, ".csv"),
    /** A table, tabulator between values. */
    TSV(false, ".tsv"),
    /** A text a line; no suffix says so. */
    LINES(false),
    /** A JSON object a line. */
    JSONL(true, ".jsonl", ".ndjson"),
    /** A page. */
    HTML(true, ".html", ".htm", ".xhtml"),
    /** A crawl: the pages of a WARC file, or the texts of a WET file. */
    WARC(true, ".warc", ".wet");

    private final boolean inFolders;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> suffixes;

    Format(boolean inFolders, String... suffixes) {
        this.inFolders = inFolders;
        this.suffixes = List.of(suffixes);
    }

    /** The format that a suffix names. */
    static Optional<Format> of(String name) {
        String bare = withoutGzip(name).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.suffixes.stream().anyMatch(bare::endsWith))
                .findFirst();
    }

    /** Whether a folder that is named as input gives such files; tables in it are labels more often than not. */
    boolean inFolders() {
        return inFolders;
    }

    /** The name of a file without folders and suffixes. */
    static String bare(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String last = withoutGzip(name.substring(slash + 1));
        for (Format format : values()) {
            for (String suffix : format.suffixes) {
                if (last.toLowerCase(Locale.ROOT).endsWith(suffix) && last.length() > suffix.length()) {
                    return last.substring(0, last.length() - suffix.length());
                }
            }
        }
        return last;
    }

    private static String withoutGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
