package org.parasift.train.corpus;

import java.util.Arrays;
import org.parasift.text.Article;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * What a text shares with its copies: the hashes of every run of {@value #WORDS} words inside one paragraph. A paragraph
 * with fewer words is one shingle, so that short texts can be equal too.
 */
final class Shingles {
    /** Words in a shingle. Eight in a row are seldom the same by chance. */
    static final int WORDS = 8;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private Shingles() {}

    /** The distinct shingles of an article, ascending. */
    static long[] of(Article article) {
        TokenizedArticle tokenized = TokenizedArticle.of(article, Tokenizer.standard());
        Tokens tokens = tokenized.tokens();
        long[] found = new long[tokens.size() + article.paragraphs().size()];
        int size = 0;
        for (int p = 0; p < article.paragraphs().size(); p++) {
            int first = tokenized.first(p);
            int end = tokenized.end(p);
            int last = Math.max(first, end - WORDS);
            for (int i = first; i <= last && i < end; i++) {
                long hash = 0;
                for (int j = i; j < Math.min(i + WORDS, end); j++) {
                    hash = (hash ^ tokens.hash(j)) * FACTOR;
                    hash ^= hash >>> 29;
                }
                found[size++] = mix(hash);
            }
        }
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct++] = found[i];
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    /** Spreads the bits of a hash (the finalizer of MurmurHash3). */
    static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
