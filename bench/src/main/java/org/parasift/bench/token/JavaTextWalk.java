package org.parasift.bench.token;

import java.text.BreakIterator;
import java.util.Locale;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * The JDK's word BreakIterator of the root locale, one instance reused with {@code setText(String)}. Its rules are older
 * than UAX #29. Every boundary is visited, pieces that begin with neither letter nor digit are left out.
 */
final class JavaTextWalk implements Walk {
    private final BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);

    @Override
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            words.setText(paragraph);
            int start = words.first();
            for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
                if (Character.isLetterOrDigit(paragraph.codePointAt(start))) {
                    sum = Walk.add(sum, start, end);
                    count++;
                }
            }
        }
        Walk.account(text, count, work);
        return sum;
    }
}
