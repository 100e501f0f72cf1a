package org.parasift.bench.token;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;

/**
 * How fast could any tokenizer be on this machine? What every one must at least do to the same English news: take the
 * chars out of the String, look at each, look each up in a table.
 */
@State(Scope.Thread)
@Label("How fast could any tokenizer be on this machine?")
public class LimitsBench {
    private final TextSet text = TextSet.of(BenchText.ENGLISH);
    private final char[] chars = new char[longest(text)];
    private final byte[] classes = classes();

    /** A text, a buffer, a table. */
    public LimitsBench() {}

    /** Copies each paragraph with {@code getChars}; adds up first and last chars. */
    @Benchmark
    @Label("copy the chars")
    public long copy(Work work) {
        long sum = 0;
        for (String paragraph : text.paragraphs()) {
            int length = paragraph.length();
            paragraph.getChars(0, length, chars, 0);
            sum += chars[0] + chars[length - 1];
        }
        Walk.account(text, 0, work);
        return sum;
    }

    /** Copies, then adds up all chars. */
    @Benchmark
    @Label("copy and add them up")
    public long copyAndSum(Work work) {
        long sum = 0;
        for (String paragraph : text.paragraphs()) {
            int length = paragraph.length();
            paragraph.getChars(0, length, chars, 0);
            int total = 0;
            for (int i = 0; i < length; i++) {
                total += chars[i];
            }
            sum += total;
        }
        Walk.account(text, 0, work);
        return sum;
    }

    /** Copies, then looks every char up in a table of 64 K bytes and adds up what stands there. */
    @Benchmark
    @Label("copy and look each up in a table")
    public long copyAndLookUp(Work work) {
        long sum = 0;
        for (String paragraph : text.paragraphs()) {
            int length = paragraph.length();
            paragraph.getChars(0, length, chars, 0);
            int total = 0;
            for (int i = 0; i < length; i++) {
                total += classes[chars[i]];
            }
            sum += total;
        }
        Walk.account(text, 0, work);
        return sum;
    }

    /** Reads every char with {@code charAt}, without a copy. */
    @Benchmark
    @Label("add up charAt, no copy")
    public long charAt(Work work) {
        long sum = 0;
        for (String paragraph : text.paragraphs()) {
            int total = 0;
            for (int i = 0; i < paragraph.length(); i++) {
                total += paragraph.charAt(i);
            }
            sum += total;
        }
        Walk.account(text, 0, work);
        return sum;
    }

    static byte[] classes() {
        byte[] classes = new byte[1 << 16];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = (byte) Character.getType((char) c);
        }
        return classes;
    }

    private static int longest(TextSet text) {
        int longest = 0;
        for (String paragraph : text.paragraphs()) {
            longest = Math.max(longest, paragraph.length());
        }
        return longest;
    }
}
