package org.parasift.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.parasift.token.WordBreakRules.Left;

/** The reference: asks {@link WordBreakRules} at every place, looks ahead as far as it must, knows no table. */
final class SlowTokenizer {
    private final WordBreakRules rules;
    private final boolean addresses;
    private final boolean abbreviations;

    SlowTokenizer(Set<Tailoring> tailorings) {
        rules = new WordBreakRules(tailorings);
        addresses = tailorings.contains(Tailoring.ADDRESS);
        abbreviations = tailorings.contains(Tailoring.ABBREVIATION);
    }

    /** All boundaries, as {@link Tokenizer#boundaries}. */
    List<Integer> boundaries(String text) {
        List<Integer> found = new ArrayList<>();
        Left left = Left.START;
        for (int i = 0; i < text.length(); ) {
            WordClass right = classAt(text, i);
            int behind = i + Character.charCount(text.codePointAt(i));
            if (rules.breaks(left, right, next(text, behind))) {
                found.add(i);
            }
            left = left.then(right);
            i = behind;
        }
        if (!text.isEmpty()) {
            found.add(text.length());
        }
        return found;
    }

    /** The tokens, their text folded. */
    List<Token> tokenize(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        if (addresses) {
            char[] chars = text.toCharArray();
            for (long span = Addresses.find(chars, 0, chars.length); span >= 0; ) {
                int start = Addresses.start(span);
                words(text.substring(at, start), at, tokens);
                at = Addresses.end(span);
                tokens.add(token(text, start, at, Addresses.kind(chars, start)));
                span = Addresses.find(chars, at, chars.length);
            }
        }
        words(text.substring(at), at, tokens);
        return tokens;
    }

    private void words(String text, int shift, List<Token> tokens) {
        List<Integer> boundaries = boundaries(text);
        for (int b = 1; b < boundaries.size(); b++) {
            int start = boundaries.get(b - 1);
            int end = boundaries.get(b);
            int content = text.substring(start, end)
                    .codePoints()
                    .map(c -> Characters.properties(c) >>> Characters.CONTENT_SHIFT)
                    .reduce(0, (x, y) -> x | y);
            if (Content.isToken(content) == 1) {
                TokenKind kind = KINDS[Content.kind(content)];
                Token token = token(text, start, end + (isAbbreviation(text, start, end) ? 1 : 0), kind);
                tokens.add(new Token(token.start() + shift, token.end() + shift, kind, token.hash(), token.text()));
            }
        }
    }

    private static Token token(String text, int start, int end, TokenKind kind) {
        String folded = Tokenizer.fold(text.substring(start, end));
        return new Token(start, end, kind, hash(folded), folded);
    }

    private static final Pattern ABBREVIATION = Pattern.compile(".(?:\\..)+");

    private boolean isAbbreviation(String text, int start, int end) {
        String word = text.substring(start, end);
        return abbreviations
                && text.startsWith(".", end)
                && (end + 1 == text.length() || !classAt(text, end + 1).isSkipped())
                && ABBREVIATION.matcher(word).matches()
                && word.chars().filter(c -> c != '.').allMatch(SlowTokenizer::isLetter);
    }

    private static boolean isLetter(int c) {
        return (Characters.properties(c) >>> Characters.CONTENT_SHIFT & Content.LETTER) != 0;
    }

    /** The hash as {@link TokenHash} defines it, in the words of the definition. */
    static long hash(String folded) {
        boolean narrow = folded.chars().allMatch(c -> c < 0x100);
        int perWord = narrow ? 8 : 4;
        int bits = narrow ? 8 : 16;
        long h = narrow ? 0x243F6A8885A308D3L : 0x13198A2E03707344L;
        for (int i = 0; i < folded.length(); i += perWord) {
            long word = 0;
            for (int k = 0; k < perWord && i + k < folded.length(); k++) {
                word |= (long) folded.charAt(i + k) << (k * bits);
            }
            h ^= word;
            h *= 0x9E3779B97F4A7C15L;
            h ^= h >>> 32;
            h *= 0xD6E8FEB86659FD93L;
            h ^= h >>> 32;
        }
        return h;
    }

    private static WordClass next(String text, int from) {
        for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!classAt(text, i).isSkipped()) {
                return classAt(text, i);
            }
        }
        return WordClass.EDGE;
    }

    private static final TokenKind[] KINDS = TokenKind.values();

    private static final WordClass[] CLASSES = WordClass.values();

    private static WordClass classAt(String text, int i) {
        return CLASSES[Characters.properties(text.codePointAt(i)) & Characters.CLASS_MASK];
    }
}
