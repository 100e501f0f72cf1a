package org.parasift.cli.report;

import java.util.List;

/** Pieces of a page. All text goes through {@link #escape}. */
final class Html {
    private Html() {}

    /** Text that shows as it is, in content and between quotes. */
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
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }

    /** A table; the first row is its head, the first column words, the others figures. */
    static String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<div class=\"wide\"><table>");
        for (int r = 0; r < rows.size(); r++) {
            table.append("<tr>");
            for (String cell : rows.get(r)) {
                String tag = r == 0 ? "th" : "td";
                table.append('<')
                        .append(tag)
                        .append('>')
                        .append(escape(cell))
                        .append("</")
                        .append(tag)
                        .append('>');
            }
            table.append("</tr>");
        }
        return table.append("</table></div>").toString();
    }
}
