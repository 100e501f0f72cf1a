package org.parasift.bench.token;

import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.tribuo.util.tokens.Tokenizer;

/**
 * A tokenizer of Tribuo, one instance reused with {@code reset}: every token it finds, punctuation included where it
 * yields punctuation, read by offsets only; the String of a token is not asked for.
 */
final class TribuoWalk implements Walk {
    private final Tokenizer tokenizer;

    TribuoWalk(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    @Override
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            tokenizer.reset(paragraph);
            while (tokenizer.advance()) {
                sum = Walk.add(sum, tokenizer.getStart(), tokenizer.getEnd());
                count++;
            }
        }
        Walk.account(text, count, work);
        return sum;
    }
}
