package org.parasift.train.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.parasift.classify.Reason;

/**
 * Features as a person says them. The words stand in {@code wording.txt}: {@code =} is a number, {@code ?} a thing that is
 * so or not.
 *
 * <pre>
 * shape:chars<110 => characters: under 110      word:read more => words “read more”      shape:chars => characters: 34
 * </pre>
 */
public final class Wording {
    private static final Map<String, String> WORDS = load();

    private Wording() {}

    /** What a reason says. */
    public static String of(Reason reason) {
        String name = reason.feature();
        int cut = name.startsWith("word:") || name.startsWith("chars:") ? -1 : name.lastIndexOf('<');
        String column = cut < 0 ? name : name.substring(0, cut);
        String words = WORDS.getOrDefault(column, "");
        if (words.startsWith("?")) {
            return words.substring(1) + (reason.value() == 0 ? ": no" : "");
        }
        if (words.startsWith("=")) {
            return words.substring(1) + ": " + (cut < 0 ? number(reason.value()) : "under " + name.substring(cut + 1));
        }
        if (name.startsWith("text:")) {
            return text(name.substring("text:".length()), cut, reason.value());
        }
        return gram(name);
    }

    /** Whether a column has words of its own. */
    static boolean knows(String column) {
        return WORDS.containsKey(column) || column.startsWith("text:");
    }

    private static String gram(String name) {
        if (name.equals("bias")) {
            return "before anything is known";
        }
        if (name.startsWith("word:^ ")) {
            return "begins with “" + name.substring("word:^ ".length()) + "”";
        }
        if (name.startsWith("word:") && name.endsWith(" $")) {
            return "ends with “" + name.substring("word:".length(), name.length() - 2) + "”";
        }
        if (name.startsWith("word:")) {
            return (name.indexOf(' ') < 0 ? "word “" : "words “") + name.substring("word:".length()) + "”";
        }
        return name.startsWith("chars:") ? "letters “" + name.substring("chars:".length()) + "”" : name;
    }

    /** A score of the words alone: of the paragraph, or of what the end of the name says. */
    private static String text(String name, int cut, double value) {
        int less = name.lastIndexOf('<');
        String score = cut < 0 || less < 0 ? name : name.substring(0, less);
        String of = "its words";
        for (String[] end : new String[][] {
            {"-article", "the article's words"},
            {"-relative", "its words, against the article's"},
            {"-low", "the article's least such sentences"},
            {"-lead", "the article's first words"},
            {"-before", "the words of the paragraph before"},
            {"-after", "the words of the paragraph after"}
        }) {
            if (score.endsWith(end[0])) {
                score = score.substring(0, score.length() - end[0].length());
                of = end[1];
            }
        }
        String figure = cut < 0 || less < 0 ? number(value) : "under " + name.substring(less + 1);
        return "how much " + of + " sound like " + score + ": " + figure;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static Map<String, String> load() {
        Map<String, String> words = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream("wording.txt"), "wording.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] parts = line.split(" ", 3);
                words.put(parts[0], parts[1] + parts[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
