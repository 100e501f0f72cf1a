package org.parasift.token;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Word segmentation by UAX #29. Immutable and thread-safe; what it writes into is owned by the caller's thread. */
public final class Tokenizer {
    /** Each is made once, since deriving its table takes milliseconds; there are few. */
    private static final Map<Set<Tailoring>, Tokenizer> KNOWN = new ConcurrentHashMap<>();

    private static final Tokenizer STANDARD = with(EnumSet.noneOf(Tailoring.class));

    private final Set<Tailoring> tailorings;
    private final Segmenter segmenter;

    private Tokenizer(Set<Tailoring> tailorings) {
        this.tailorings = Set.copyOf(tailorings);
        this.segmenter = new Segmenter(this.tailorings);
    }

    /** The strict rules. */
    public static Tokenizer standard() {
        return STANDARD;
    }

    /** The strict rules with tailorings over them. */
    public static Tokenizer with(Set<Tailoring> tailorings) {
        return KNOWN.computeIfAbsent(Set.copyOf(tailorings), Tokenizer::new);
    }

    /** The tailorings that are on. */
    public Set<Tailoring> tailorings() {
        return tailorings;
    }

    /** The tokens of a text, as a list to read. */
    public List<Token> tokenize(String text) {
        Tokens tokens = new Tokens();
        tokenize(text, 0, text.length(), tokens);
        List<Token> list = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            String folded = fold(text.substring(tokens.start(i), tokens.end(i)));
            list.add(new Token(tokens.start(i), tokens.end(i), tokens.kind(i), tokens.hash(i), folded));
        }
        return list;
    }

    /**
     * Appends the tokens of {@code text} from {@code start} to {@code end} to {@code into}; offsets count from the
     * beginning of {@code text}.
     */
    public void tokenize(String text, int start, int end, Tokens into) {
        char[] chars = text.substring(start, end).toCharArray();
        segmenter.tokens(chars, 0, chars.length, start, into);
    }

    /** The same of chars in an array; allocates nothing but what {@code into} grows by. */
    public void tokenize(char[] text, int start, int end, Tokens into) {
        segmenter.tokens(text, start, end, 0, into);
    }

    /**
     * All word boundaries of a text, those around white space and punctuation included, and both its ends; none in an
     * empty text. For tests of conformance and for whoever needs every segment; much slower than {@link #tokenize}.
     */
    public int[] boundaries(String text) {
        return text.isEmpty() ? new int[0] : segmenter.boundaries(text);
    }

    /** The folded form of a text, as tokens have it: as many chars, letters in lower case, apostrophes as {@code '}. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            folded.appendCodePoint(Characters.fold(c));
        }
        return folded.toString();
    }

    /** The hash that a token with this text has, folded or not. */
    public static long hash(String text) {
        return TokenHash.of(text.toCharArray(), 0, text.length());
    }
}
