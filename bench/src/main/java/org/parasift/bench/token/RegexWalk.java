package org.parasift.bench.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/** The regular expression {@code \w+}, one matcher reset to each paragraph: ASCII letters, digits and low lines. */
final class RegexWalk implements Walk {
    private final Matcher words = Pattern.compile("\\w+").matcher("");

    @Override
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            words.reset(paragraph);
            while (words.find()) {
                sum = Walk.add(sum, words.start(), words.end());
                count++;
            }
        }
        Walk.account(text, count, work);
        return sum;
    }
}
