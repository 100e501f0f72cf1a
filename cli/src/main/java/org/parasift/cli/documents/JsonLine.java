package org.parasift.cli.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line with a JSON object, and where in it the text stands. What is not asked for is never parsed into values, so it
 * comes out as it went in, to the last digit.
 *
 * @param line the object as it stands in the file
 * @param id the value of the id field; null without one
 * @param text the value of the text field
 * @param start offset of the opening quote of that value
 * @param end offset after its closing quote
 * @param before what stands in the file between the line before and this one: blank lines, a byte order mark
 * @param lineEnd how the line ends: {@code ␊}, {@code ␍␊}, or not at all
 */
public record JsonLine(
        String line, @Nullable String id, String text, int start, int end, String before, String lineEnd) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(1000)
                    .build())
            .build();

    /**
     * Finds id and text.
     *
     * @throws IOException if the line is not an object with a text; the message says what is wrong
     */
    static JsonLine parse(String line, String idField, String textField, String before, String lineEnd)
            throws IOException {
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object (expected {…} on one line)");
            }
            String id = null;
            String text = null;
            int start = 0;
            int end = 0;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals(textField)) {
                    if (value != JsonToken.VALUE_STRING) {
                        throw new IOException("field '" + textField + "' is no string (expected the text)");
                    }
                    start = (int) parser.currentTokenLocation().getCharOffset();
                    text = parser.getText();
                    end = (int) parser.currentLocation().getCharOffset();
                } else if (field.equals(idField) && value.isScalarValue()) {
                    id = parser.getText();
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new IOException("something after the JSON object (expected one object on a line)");
            }
            if (text == null) {
                throw new IOException("no field '" + textField + "' (expected the text in it; see --text-field)");
            }
            return new JsonLine(line, id, text, start, end, before, lineEnd);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new IOException("broken JSON at column " + column + " (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** The object with another text and one more field, whose value is JSON already. */
    public String with(String newText, String field, String json) {
        return withField(line.substring(0, start) + quote(newText) + line.substring(end), field, json);
    }

    /** The object with one more field, whose value is JSON already. */
    public String with(String field, String json) {
        return withField(line, field, json);
    }

    private static String withField(String object, String field, String json) {
        int brace = object.lastIndexOf('}');
        return object.substring(0, brace) + ", " + quote(field) + ": " + json + object.substring(brace);
    }

    /** Text as a JSON string; half of a surrogate pair, which UTF-8 cannot hold, is escaped. */
    public static String quote(String text) {
        char[] quoted = JsonStringEncoder.getInstance().quoteAsString(text);
        StringBuilder json = new StringBuilder(quoted.length + 2).append('"');
        for (int i = 0; i < quoted.length; i++) {
            boolean pair = i + 1 < quoted.length && Character.isSurrogatePair(quoted[i], quoted[i + 1]);
            if (pair) {
                json.append(quoted[i]).append(quoted[++i]);
            } else if (Character.isSurrogate(quoted[i])) {
                json.append(String.format(Locale.ROOT, "\\u%04X", (int) quoted[i]));
            } else {
                json.append(quoted[i]);
            }
        }
        return json.append('"').toString();
    }
}
