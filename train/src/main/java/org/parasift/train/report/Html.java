package org.parasift.train.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A growing page. What is text is escaped on its way in; only {@link #raw} is not, and is called with our own markup
 * only.
 */
final class Html {
    private final StringBuilder page = new StringBuilder(1 << 16);

    Html() {}

    /** Markup as it is, and a line feed. */
    Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /** An element with text in it. */
    Html element(String tag, String text) {
        return raw("<" + tag + ">" + escape(text) + "</" + name(tag) + ">");
    }

    /** A heading that can be linked to, and the start of its section. */
    Html section(String id, String title) {
        return raw("<section id=\"" + escape(id) + "\">").element("h2", title);
    }

    /** The end of a section. */
    Html end() {
        return raw("</section>");
    }

    /** A table: first row heads, first column names, the others figures. A wide one scrolls in its own box. */
    Html table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        head.forEach(
                cell -> table.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        table.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            table.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                String tag = c == 0 ? "th scope=\"row\"" : "td";
                table.append('<').append(tag).append('>').append(escape(row.get(c)));
                table.append("</").append(name(tag)).append('>');
            }
            table.append("</tr>\n");
        }
        return raw(table.append("</tbody></table></div>").toString());
    }

    /** A chart with its caption. */
    Html figure(String id, String svg, String caption) {
        return raw("<figure id=\"" + escape(id) + "\">")
                .raw(svg)
                .element("figcaption", caption)
                .raw("</figure>");
    }

    @Override
    public String toString() {
        return page.toString();
    }

    /** What a Content-Security-Policy calls a style sheet that it allows, and no other. */
    static String sha256(String sheet) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sheet.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Text for an element or an attribute in double quotes; characters that HTML forbids become U+FFFD. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.append(c);
                default -> safe.append(allowed(text, i) ? c : '\uFFFD');
            }
        }
        return safe.toString();
    }

    /** Neither a control character, nor one that turns the direction of its surroundings, nor half a pair. */
    private static boolean allowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return !turns && !Character.isISOControl(c) && c != '\uFFFE' && c != '\uFFFF';
    }

    private static String name(String tag) {
        int space = tag.indexOf(' ');
        return space < 0 ? tag : tag.substring(0, space);
    }
}
