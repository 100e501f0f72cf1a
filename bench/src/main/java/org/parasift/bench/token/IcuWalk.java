package org.parasift.bench.token;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * ICU4J's word BreakIterator of the root locale, one instance reused with {@code setText(String)}: UAX #29 but for the
 * colon, dictionaries for Chinese, Japanese and Thai. Every boundary is visited, pieces that are no word (rule status
 * below {@code WORD_NONE_LIMIT}) are left out, as Lucene and we do.
 */
final class IcuWalk implements Walk {
    private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

    @Override
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            words.setText(paragraph);
            int start = words.first();
            for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
                if (words.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                    sum = Walk.add(sum, start, end);
                    count++;
                }
            }
        }
        Walk.account(text, count, work);
        return sum;
    }
}
