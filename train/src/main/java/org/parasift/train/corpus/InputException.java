package org.parasift.train.corpus;

import java.util.Locale;

/**
 * Bad input. The message names the file, the line where there is one, the value, and what was expected:
 * {@code seeds/labels.csv:41: label 'spma' (expected on-topic or spam)}.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 80;

    private final String file;
    private final long line;

    /**
     * Says what is wrong where.
     *
     * @param file the file as the user named it
     * @param line counted from 1; 0 if the trouble has no line
     * @param value what was found
     * @param expected what should have stood there
     */
    public InputException(String file, long line, String value, String expected) {
        super(file + (line > 0 ? ":" + line : "") + ": " + value + " (expected " + expected + ")");
        this.file = file;
        this.line = line;
    }

    /** The file as the user named it. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 if the trouble has no line. */
    public long line() {
        return line;
    }

    /** A value between quotes, made fit for a message: control characters visible, long ones cut. */
    public static String quote(String value) {
        StringBuilder shown = new StringBuilder("'");
        int length = Math.min(value.length(), LONGEST_VALUE);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.append(value.length() > length ? "…'" : "'").toString();
    }
}
