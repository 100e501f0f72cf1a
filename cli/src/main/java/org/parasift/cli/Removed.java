package org.parasift.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parasift.classify.Explanation;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Reason;
import org.parasift.classify.Verdict;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.JsonLine;

/**
 * What {@code clean --removed} keeps of a record: a line of JSON with which {@code restore} gets the original back.
 *
 * <pre>
 * {"id": "a1", "kept": 410, "original": 512, "spans": [{"index": 3, "start": 90, "end": 192, "label": "spam",
 *  "probability": 0.997585, "reason": "repetition:equal (+1.92)", "text": "Read more …␊"}]}
 * </pre>
 *
 * {@code kept} and {@code original} count UTF-16 chars, a byte order mark among them; {@code start} and {@code end} are
 * offsets into the original. With JSONL as output there is {@code "to": "jsonl"}, and of a record that was JSONL before
 * {@code at} says where in its line the text stood and where the line's object ended: start, end, last brace, length.
 * {@code before}, {@code lineEnd} and {@code literal} are there where the usual ones would not be right. A record that
 * could not be processed has {@code "status": "error"} and, if it was a line, its bytes in Base64 as {@code source}.
 */
final class Removed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ParagraphClassifier classifier;

    /** With the model that gave the verdicts; it is asked for its reasons. */
    Removed(ParagraphClassifier classifier) {
        this.classifier = classifier;
    }

    /** The line of a cleaned record; {@code kept} is its text as it was written. */
    String line(Document.Text text, List<Verdict> verdicts, List<Cleaner.Span> spans, int kept, String file) {
        int mark = text.origin().byteOrderMark() ? 1 : 0;
        String content = text.article().text();
        StringBuilder line = new StringBuilder("{\"id\": ")
                .append(JsonLine.quote(text.id()))
                .append(file.isEmpty() ? "" : ", \"file\": " + JsonLine.quote(file))
                .append(", \"kept\": ")
                .append(kept)
                .append(", \"original\": ")
                .append(content.length() + mark)
                .append(", \"spans\": [");
        for (int i = 0; i < spans.size(); i++) {
            Cleaner.Span span = spans.get(i);
            Verdict verdict = verdicts.get(span.paragraph().index());
            line.append(i == 0 ? "" : ", ")
                    .append("{\"index\": ")
                    .append(span.paragraph().index())
                    .append(", \"start\": ")
                    .append(span.start() + mark)
                    .append(", \"end\": ")
                    .append(span.end() + mark)
                    .append(", \"label\": ")
                    .append(JsonLine.quote(verdict.label()))
                    .append(", \"probability\": ")
                    .append(Figures.probability(verdict.probability()))
                    .append(", \"reason\": ")
                    .append(JsonLine.quote(reason(text, span.paragraph().index())))
                    .append(", \"text\": ")
                    .append(JsonLine.quote(content.substring(span.start(), span.end())))
                    .append('}');
        }
        return line.append("]}\n").toString();
    }

    /** The line of a record that is written as JSON. */
    String jsonLine(Document.Text text, List<Verdict> verdicts, List<Cleaner.Span> spans, int kept, String file) {
        String line = line(text, verdicts, spans, kept, file);
        StringBuilder more = new StringBuilder(", \"to\": \"jsonl\"");
        more.append(text.origin().byteOrderMark() ? ", \"mark\": true" : "");
        text.origin().json().ifPresent(json -> {
            String whole = json.line();
            String literal = whole.substring(json.start(), json.end());
            more.append(", \"at\": [" + json.start() + ", " + json.end() + ", " + whole.lastIndexOf('}') + ", "
                    + whole.length() + "]");
            optional(more, "literal", literal, JsonLine.quote(text.article().text()));
            optional(more, "before", json.before(), "");
            optional(more, "lineEnd", json.lineEnd(), "\n");
        });
        return line.substring(0, line.length() - 2) + more + "}\n";
    }

    private static void optional(StringBuilder line, String field, String value, String usual) {
        if (!value.equals(usual)) {
            line.append(", \"").append(field).append("\": ").append(JsonLine.quote(value));
        }
    }

    /** The line of a record that could not be processed. */
    static String failed(Document.Failed record, boolean asJson) {
        return "{\"id\": " + JsonLine.quote(record.id()) + ", \"status\": \"error\", \"reason\": "
                + JsonLine.quote(record.reason()) + (asJson ? ", \"to\": \"jsonl\"" : "")
                + (record.source().isEmpty() ? "" : ", \"source\": \"" + record.source() + "\"") + "}\n";
    }

    /** Blank lines after the last record. */
    static String blank(String text) {
        return text.isEmpty() ? "" : "{\"before\": " + JsonLine.quote(text) + "}\n";
    }

    /** The strongest contribution that speaks for the verdict. */
    private String reason(Document.Text text, int paragraph) {
        Explanation why = classifier.explain(text.article(), paragraph);
        boolean forIt = why.label().equals(why.verdict().label());
        return why.strongest(Integer.MAX_VALUE).stream()
                .filter(reason -> !reason.feature().equals("bias") && reason.contribution() > 0 == forIt)
                .findFirst()
                .map(Removed::shown)
                .orElse("");
    }

    private static String shown(Reason reason) {
        return reason.feature() + String.format(Locale.ROOT, " (%+.2f)", reason.contribution());
    }

    // ---- the way back

    /** What was kept does not belong to what was removed; the message says why. */
    static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1L;

        MismatchException(String message) {
            super(message);
        }
    }

    /** The original text, given what was kept of it. */
    static String original(JsonNode record, String kept) throws MismatchException {
        if (kept.length() != record.path("kept").asInt()) {
            throw new MismatchException("a text of " + kept.length() + " instead of "
                    + record.path("kept").asInt() + " chars");
        }
        int length = record.path("original").asInt();
        StringBuilder original = new StringBuilder(Math.max(16, length));
        int at = 0;
        for (JsonNode span : record.path("spans")) {
            int before = span.path("start").asInt() - original.length();
            if (before < 0 || at + before > kept.length()) {
                throw new MismatchException("spans that do not fit the text");
            }
            original.append(kept, at, at + before).append(span.path("text").asText());
            at += before;
        }
        // A line end that clean added to a text without one goes again.
        original.append(kept, at, at + Math.max(0, Math.min(kept.length() - at, length - original.length())));
        if (original.length() != length) {
            throw new MismatchException("an original of " + original.length() + " instead of " + length + " chars");
        }
        return original.toString();
    }

    /** The original of a record that was written as a line of JSON: the line it was, or the text. */
    static String originalOfLine(JsonNode record, String line) throws MismatchException {
        try {
            if (!record.has("at")) {
                String mark = record.path("mark").asBoolean() ? "\uFEFF" : "";
                return original(record, mark + JSON.readTree(line).path("text").asText());
            }
            int start = record.path("at").path(0).asInt();
            int tail = record.path("at").path(2).asInt()
                    - record.path("at").path(1).asInt();
            int closing = record.path("at").path(3).asInt()
                    - record.path("at").path(2).asInt();
            int end = literalEnd(line, start);
            if (end + tail + closing > line.length()) {
                throw new MismatchException("a line that is too short");
            }
            String text = original(record, JSON.readValue(line.substring(start, end), String.class));
            String literal = Optional.ofNullable(record.get("literal"))
                    .map(JsonNode::asText)
                    .orElseGet(() -> JsonLine.quote(text));
            return record.path("before").asText()
                    + line.substring(0, start)
                    + literal
                    + line.substring(end, end + tail)
                    + line.substring(line.length() - closing)
                    + record.path("lineEnd").asText("\n");
        } catch (JsonProcessingException e) {
            MismatchException broken = new MismatchException("a line that is no JSON");
            broken.initCause(e);
            throw broken;
        }
    }

    /** Offset after the string that begins at {@code start}. */
    private static int literalEnd(String line, int start) throws MismatchException {
        if (start >= line.length() || line.charAt(start) != '"') {
            throw new MismatchException("a line without a text where it should be");
        }
        int end = start + 1;
        while (end < line.length() && line.charAt(end) != '"') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(line.length(), end + 1);
    }
}
