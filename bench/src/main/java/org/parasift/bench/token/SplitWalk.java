package org.parasift.bench.token;

import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * {@code String.split(" ")}, the JDK's fast path for one char: Strings between spaces, punctuation sticking to them. It
 * gives no offsets; lengths are added up in their place.
 */
final class SplitWalk implements Walk {
    SplitWalk() {}

    @Override
    @SuppressWarnings("StringSplitter") // this very method is what is measured
    public long walk(TextSet text, Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            String[] pieces = paragraph.split(" ");
            for (String piece : pieces) {
                sum = Walk.add(sum, 0, piece.length());
            }
            count += pieces.length;
        }
        Walk.account(text, count, work);
        return sum;
    }
}
