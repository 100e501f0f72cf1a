package org.parasift.bench.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Endless paragraphs in the manner of a sample. Which piece follows which is drawn from the sample (a chain of order
 * one over what stands between spaces, so {@code "war,"} keeps its comma and paragraphs are as long as the sample's);
 * one long word in four is spelt anew by a chain of order two over letters, because real text never stops bringing new
 * words, and a tokenizer's branches should not learn ours by heart.
 *
 * <p>Immutable after construction; the same sample and the same generator state give the same paragraphs.
 */
final class WordChain {
    private static final int LONGEST_PARAGRAPH = 120;
    private static final int SHORTEST_INVENTED = 4;
    private static final int LONGEST_INVENTED = 17;
    private static final char END = '\0';

    private final String joint;
    private final List<String> openings = new ArrayList<>();
    private final Map<String, List<String>> followers = new HashMap<>();
    private final Map<String, StringBuilder> letters = new HashMap<>();

    /**
     * Learns a sample.
     *
     * @param paragraphs what to imitate, at least one, none blank
     * @param spaced whether the language puts spaces between words; without them each code point is a piece
     */
    WordChain(List<String> paragraphs, boolean spaced) {
        joint = spaced ? " " : "";
        for (String paragraph : paragraphs) {
            List<String> pieces = spaced ? words(paragraph) : codePoints(paragraph);
            openings.add(pieces.get(0));
            for (int i = 0; i < pieces.size(); i++) {
                String next = i + 1 < pieces.size() ? pieces.get(i + 1) : "";
                followers.computeIfAbsent(pieces.get(i), k -> new ArrayList<>()).add(next);
                if (spaced && isAllLetters(pieces.get(i))) {
                    learnSpelling(pieces.get(i));
                }
            }
        }
    }

    /** The next paragraph. */
    String paragraph(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        String piece = pick(openings, random);
        for (int n = 0; !piece.isEmpty() && n < LONGEST_PARAGRAPH; n++) {
            if (n > 0) {
                text.append(joint);
            }
            boolean invent = piece.length() >= SHORTEST_INVENTED && isAllLetters(piece) && random.nextInt(4) == 0;
            if (invent && !joint.isEmpty()) {
                invent(piece, random, text);
            } else {
                text.append(piece);
            }
            piece = pick(followers.get(piece), random);
        }
        return text.toString();
    }

    /** A word that begins like {@code word}. */
    private void invent(String word, RandomGenerator random, StringBuilder into) {
        int from = into.length();
        into.append(word, 0, 2);
        while (into.length() - from < LONGEST_INVENTED) {
            StringBuilder next = letters.get(into.substring(into.length() - 2));
            char c = next == null ? END : next.charAt(random.nextInt(next.length()));
            if (c == END) {
                return;
            }
            into.append(c);
        }
    }

    private void learnSpelling(String word) {
        for (int i = 2; i <= word.length(); i++) {
            char next = i < word.length() ? word.charAt(i) : END;
            letters.computeIfAbsent(word.substring(i - 2, i), k -> new StringBuilder())
                    .append(next);
        }
    }

    private static String pick(@org.jspecify.annotations.Nullable List<String> choices, RandomGenerator random) {
        return choices == null ? "" : choices.get(random.nextInt(choices.size()));
    }

    private static boolean isAllLetters(String piece) {
        return piece.length() >= 2 && piece.chars().allMatch(Character::isLetter);
    }

    private static List<String> words(String paragraph) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= paragraph.length(); i++) {
            if (i == paragraph.length() || paragraph.charAt(i) == ' ') {
                if (i > from) {
                    words.add(paragraph.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }

    private static List<String> codePoints(String paragraph) {
        List<String> pieces = new ArrayList<>();
        paragraph.codePoints().forEach(c -> pieces.add(Character.toString(c)));
        return pieces;
    }
}
