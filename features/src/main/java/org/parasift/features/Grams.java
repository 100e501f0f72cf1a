package org.parasift.features;

import java.util.List;
import org.parasift.token.Tokens;

/** The loops of the bag families. */
final class Grams {
    private static final long WORD = FeatureKeys.of("word:");
    private static final long BEGINNING = FeatureKeys.of("^");
    private static final long END = FeatureKeys.of("$");
    private static final long CHARS = FeatureKeys.of("chars:");

    private Grams() {}

    /** The key of a word alone, from which those of longer runs go on. */
    static long wordKey(long hash) {
        return FeatureKeys.mix(WORD, hash);
    }

    /** The key of two words, from the key of the first. */
    static long pairKey(long wordKey, long next) {
        return FeatureKeys.mix(wordKey, next);
    }

    /** The key of the beginning and the first word. */
    static long beginningKey(long first) {
        return FeatureKeys.mix(FeatureKeys.mix(WORD, BEGINNING), first);
    }

    /** The key of the last word and the end, from the key of the word. */
    static long endKey(long wordKey) {
        return FeatureKeys.mix(wordKey, END);
    }

    static void countWords(Orders orders, Page page, int paragraph, FeatureVector into) {
        Tokens tokens = page.tokens();
        int last = page.last(paragraph);
        int longest = orders.longest();
        for (int i = page.first(paragraph); i < last; i++) {
            int end = Math.min(last, i + longest);
            long key = WORD;
            for (int j = i; j < end; j++) {
                key = FeatureKeys.mix(key, tokens.hash(j));
                if (orders.has(j - i + 1)) {
                    into.add(key, 1);
                }
            }
        }
    }

    static void nameWords(Orders orders, Page page, int paragraph, List<String> words, FeatureNames into) {
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        for (int i = first; i < last; i++) {
            int end = Math.min(last, i + orders.longest());
            long key = WORD;
            for (int j = i; j < end; j++) {
                key = FeatureKeys.mix(key, page.tokens().hash(j));
                if (orders.has(j - i + 1)) {
                    into.put(key, "word:" + String.join(" ", words.subList(i - first, j + 1 - first)));
                }
            }
        }
    }

    static void countEdges(Orders orders, Page page, int paragraph, FeatureVector into) {
        Tokens tokens = page.tokens();
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        for (int length = 2; length <= Math.min(orders.longest(), last - first + 1); length++) {
            if (orders.has(length)) {
                into.add(edgeKey(tokens, first, length, true), 1);
                into.add(edgeKey(tokens, last - length + 1, length, false), 1);
            }
        }
    }

    static void nameEdges(Orders orders, Page page, int paragraph, List<String> words, FeatureNames into) {
        Tokens tokens = page.tokens();
        int first = page.first(paragraph);
        int last = page.last(paragraph);
        int count = last - first;
        for (int length = 2; length <= Math.min(orders.longest(), count + 1); length++) {
            if (orders.has(length)) {
                String begin = String.join(" ", words.subList(0, length - 1));
                String end = String.join(" ", words.subList(count - length + 1, count));
                into.put(edgeKey(tokens, first, length, true), "word:^ " + begin);
                into.put(edgeKey(tokens, last - length + 1, length, false), "word:" + end + " $");
            }
        }
    }

    /** The key of a run that has the beginning before its words, or the end after them. */
    static long edgeKey(Tokens tokens, int from, int length, boolean beginning) {
        long key = beginning ? FeatureKeys.mix(WORD, BEGINNING) : WORD;
        for (int i = from; i < from + length - 1; i++) {
            key = FeatureKeys.mix(key, tokens.hash(i));
        }
        return beginning ? key : FeatureKeys.mix(key, END);
    }

    static void countChars(Orders orders, Page page, int paragraph, FeatureVector into) {
        Tokens tokens = page.tokens();
        int last = page.last(paragraph);
        int longest = orders.longest();
        for (int token = page.first(paragraph); token < last; token++) {
            int start = tokens.start(token) - 1;
            int end = tokens.end(token) + 1;
            for (int i = start; i < end; i++) {
                int stop = Math.min(end, i + longest);
                long key = CHARS;
                for (int j = i; j < stop; j++) {
                    key = FeatureKeys.mix(key, charAt(page.text(), start, end, j));
                    if (orders.has(j - i + 1)) {
                        into.add(key, 1);
                    }
                }
            }
        }
    }

    static void nameChars(Orders orders, Page page, int paragraph, FeatureNames into) {
        for (int token = page.first(paragraph); token < page.last(paragraph); token++) {
            int start = page.tokens().start(token) - 1;
            int end = page.tokens().end(token) + 1;
            for (int i = start; i < end; i++) {
                int stop = Math.min(end, i + orders.longest());
                long key = CHARS;
                StringBuilder name = new StringBuilder("chars:");
                for (int j = i; j < stop; j++) {
                    char c = charAt(page.text(), start, end, j);
                    key = FeatureKeys.mix(key, c);
                    name.append(c);
                    if (orders.has(j - i + 1)) {
                        into.put(key, name.toString());
                    }
                }
            }
        }
    }

    /** The chars of a word in lower case, {@code <} before it and {@code >} after it. */
    private static char charAt(char[] text, int start, int end, int i) {
        return i == start ? '<' : i == end - 1 ? '>' : Character.toLowerCase(text[i]);
    }
}
