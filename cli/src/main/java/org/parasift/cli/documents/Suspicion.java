package org.parasift.cli.documents;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A file whose bytes belie its suffix. Only what is plain to see is suspected, and {@code --from} silences it.
 *
 * @param found what the file looks like
 * @param expected what its name promises, and the way out
 */
record Suspicion(String found, String expected) {
    private static final int HEAD = 512;

    /** Looks at the first bytes of a text or a page. */
    static Optional<Suspicion> of(Format format, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        String start = (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (format == Format.HTML) {
            boolean tagless = !start.isEmpty() && bytes.length <= HEAD && start.indexOf('<') < 0;
            return tagless ? suspicion("no tag", "HTML", "text") : Optional.empty();
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return suspicion("an HTML page", "plain text", "html");
        }
        if (start.startsWith("warc/1.")) {
            return suspicion("a WARC file", "plain text", "warc");
        }
        if (start.startsWith("{\"")) {
            return suspicion("JSON", "plain text", "jsonl");
        }
        return start.startsWith("%pdf-") || start.startsWith("pk\u0003\u0004")
                ? Optional.of(new Suspicion(start.startsWith("pk") ? "a ZIP archive" : "a PDF", "plain text"))
                : Optional.empty();
    }

    private static Optional<Suspicion> suspicion(String found, String promised, String from) {
        return Optional.of(new Suspicion(found, promised + "; see --from " + from));
    }
}
