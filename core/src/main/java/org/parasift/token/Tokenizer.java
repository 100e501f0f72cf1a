package org.parasift.token;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Word segmentation by UAX #29. Immutable and thread-safe; what it writes into is owned by the caller's thread. */
public final class Tokenizer {
    private static final Tokenizer STANDARD = new Tokenizer(EnumSet.noneOf(Tailoring.class));

    private final Set<Tailoring> tailorings;

    private Tokenizer(Set<Tailoring> tailorings) {
        this.tailorings = Set.copyOf(tailorings);
    }

    /** The strict rules. */
    public static Tokenizer standard() {
        return STANDARD;
    }

    /** The strict rules with tailorings over them. */
    public static Tokenizer with(Set<Tailoring> tailorings) {
        return new Tokenizer(tailorings);
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
            String folded = text.substring(tokens.start(i), tokens.end(i)).toLowerCase(Locale.ROOT);
            list.add(new Token(tokens.start(i), tokens.end(i), tokens.kind(i), tokens.hash(i), folded));
        }
        return list;
    }

    /**
     * Appends the tokens of {@code text} from {@code start} to {@code end} to {@code into}; offsets count from the
     * beginning of {@code text}.
     */
    public void tokenize(String text, int start, int end, Tokens into) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text.substring(start, end));
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(start + from))) {
                long hash = 0xCBF29CE484222325L;
                for (int i = start + from; i < start + to; i++) {
                    hash = (hash ^ Character.toLowerCase(text.charAt(i))) * 0x100000001B3L;
                }
                boolean number = Character.isDigit(text.codePointAt(start + from));
                into.add(start + from, start + to, number ? TokenKind.NUMBER : TokenKind.WORD, hash);
            }
        }
    }
}
