package org.parasift.features;

import org.parasift.token.TokenKind;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * Which tokens speak of something, and which of them are the same word: content words are longer than two chars and not
 * on the list of small words; {@code 's} and a plural {@code s} are taken off.
 */
public final class Stems {
    static final String SMALL = """
            a about above after again against all also am an and any are as at be because been before being below
            between both but by can could did do does doing down during each even few for from further had has have
            having he her here hers him his how i if in into is it its it's just like may me might more most much must
            my no nor not now of off on once one only or other our out over own said same say says she should so some
            still such than that the their them then there these they this those through to too told two under until up
            us very was we were what when where which while who whom why will with would you your new first last year
            years""";

    private Stems() {}

    /** The key of token {@code i} as a content word, or 0 if it is none. */
    public static long key(char[] text, Tokens tokens, int i) {
        return (ListedWords.of(tokens.hash(i)) & ListedWords.SMALL) != 0 ? 0 : keyUnlessSmall(text, tokens, i);
    }

    /** The same of a token that is not on the list of small words. */
    static long keyUnlessSmall(char[] text, Tokens tokens, int i) {
        return tokens.kind(i) == TokenKind.WORD ? keyOfWord(text, tokens, i) : 0;
    }

    /**
     * Whether the key of a token that is not on the list may differ from that of another token with the same hash. The
     * hash sees the folded text; what it does not see are apostrophes of different kinds, and the JDK may not know
     * what is the capital of what.
     */
    static boolean dependsOnForm(char[] text, Tokens tokens, int i) {
        int end = tokens.end(i);
        return text[tokens.start(i)] >= 0x80
                || ((text[end - 1] | 0x20) == 's' && end - tokens.start(i) > 1 && !isPlain(text[end - 2]));
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && Chars.isLetter(c);
    }

    /** The same of a token that is a word. */
    static long keyOfWord(char[] text, Tokens tokens, int i) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        if (end - start < 3 || !Chars.isLetter(text[start])) {
            return 0;
        }
        long hash = tokens.hash(i);
        char last = text[end - 1];
        if (last != 's' && last != 'S') {
            return hash;
        }
        if (end - start > 3 && isApostrophe(text[end - 2])) {
            end -= 2;
        }
        if (end - start > 4 && (text[end - 1] | 0x20) == 's' && "sSuU".indexOf(text[end - 2]) < 0) {
            end--;
        }
        return end == tokens.end(i) ? hash : Tokenizer.hash(text, start, end);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '´' || c == '`';
    }
}
