package org.parasift.bench.token;

import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * Ours: strict UAX #29, words only, offsets out of reused columns. The kind of each token is computed in the same pass, its
 * hash too if the columns have a place for it; this walk reads neither.
 */
final class ParasiftWalk implements Walk {
    private final Tokenizer tokenizer = Tokenizer.standard();
    private final Tokens tokens;

    ParasiftWalk(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            tokens.clear();
            tokenizer.tokenize(paragraph, 0, paragraph.length(), tokens);
            int size = tokens.size();
            for (int i = 0; i < size; i++) {
                sum = Walk.add(sum, tokens.start(i), tokens.end(i));
            }
            count += size;
        }
        Walk.account(text, count, work);
        return sum;
    }
}
