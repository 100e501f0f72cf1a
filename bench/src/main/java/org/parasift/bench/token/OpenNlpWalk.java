package org.parasift.bench.token;

import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * OpenNLP's SimpleTokenizer, {@code tokenizePos}: runs of one character class (letters, digits, other), punctuation
 * among the tokens; an array of spans a paragraph.
 */
final class OpenNlpWalk implements Walk {
    private final SimpleTokenizer tokenizer = SimpleTokenizer.INSTANCE;

    @Override
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            Span[] spans = tokenizer.tokenizePos(paragraph);
            for (Span span : spans) {
                sum = Walk.add(sum, span.getStart(), span.getEnd());
            }
            count += spans.length;
        }
        Walk.account(text, count, work);
        return sum;
    }
}
