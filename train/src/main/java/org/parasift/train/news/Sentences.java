package org.parasift.train.news;

import java.util.List;
import java.util.regex.Pattern;

/** Rough measures of text, good enough to choose what is spliced. */
public final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?…][\"”’')\\]]*$");
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?][\"”]?) +(?=[A-Z“\"])");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Sentences() {}

    /** The number of words. */
    public static int words(String text) {
        return text.isBlank() ? 0 : SPACES.split(text.strip()).length;
    }

    /** Whether it ends as a sentence does. */
    public static boolean ends(String text) {
        return END.matcher(text).find();
    }

    /** Whether it is prose: ends as a sentence does and has at least so many words. */
    public static boolean isProse(String text, int least) {
        return ends(text) && words(text) >= least;
    }

    /** Its sentences. */
    public static List<String> of(String text) {
        return List.of(BETWEEN.split(text));
    }
}
