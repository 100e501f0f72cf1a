package org.parasift.cli;

import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.JsonLine;

/**
 * Records as lines of JSON: the fields that came in as they came in, and one field {@code parasift} with what we add, so
 * that no name of ours meets one of theirs.
 */
final class JsonRecords {
    private static final String OURS = "parasift";

    private JsonRecords() {}

    /** A processed record; {@code members} are JSON members. */
    static String done(Document.Text document, String members) {
        String ours = ours(document.id(), members);
        return document.origin().json().map(json -> json.with(OURS, ours)).orElseGet(() -> fresh(document.id(), ours))
                + "\n";
    }

    /** A processed record whose text is another one now. */
    static String done(Document.Text document, String text, String members) {
        String ours = ours(document.id(), members);
        return document.origin()
                        .json()
                        .map(json -> json.with(text, OURS, ours))
                        .orElseGet(() -> "{\"id\": " + JsonLine.quote(document.id()) + ", \"text\": "
                                + JsonLine.quote(text) + ", \"" + OURS + "\": " + ours + "}")
                + "\n";
    }

    /** A record that could not be processed. */
    static String failed(String id, String reason) {
        return fresh(
                        id,
                        "{\"id\": " + JsonLine.quote(id) + ", \"status\": \"error\", \"reason\": "
                                + JsonLine.quote(reason) + "}")
                + "\n";
    }

    private static String ours(String id, String members) {
        return "{\"id\": " + JsonLine.quote(id) + ", \"status\": \"ok\", " + members + "}";
    }

    private static String fresh(String id, String ours) {
        return "{\"id\": " + JsonLine.quote(id) + ", \"" + OURS + "\": " + ours + "}";
    }
}
