package org.parasift.bench.token;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * Lucene's StandardTokenizer, one instance reused, a StringReader a paragraph as its interface wants it: UAX #29, words
 * only, words over 255 chars cut; it copies each word's chars into its term attribute.
 */
final class LuceneWalk implements Walk {
    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);

    @Override
    public long walk(TextSet text, Work work) throws IOException {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            tokenizer.setReader(new StringReader(paragraph));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                sum = Walk.add(sum, offset.startOffset(), offset.endOffset());
                count++;
            }
            tokenizer.end();
            tokenizer.close();
        }
        Walk.account(text, count, work);
        return sum;
    }
}
