package org.parasift.cli;

/** Writes CSV by RFC 4180, with line feeds: a value is quoted when it must be. */
final class Csv {
    private Csv() {}

    /** A line of values. */
    static String line(Object... values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            append(line, values[i].toString());
        }
        return line.append('\n').toString();
    }

    private static void append(StringBuilder line, String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length() && !quoted; i++) {
            char c = value.charAt(i);
            quoted = c == '"' || c == ',' || c == '\n' || c == '\r';
        }
        if (!quoted) {
            line.append(value);
            return;
        }
        line.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
}
