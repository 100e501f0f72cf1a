package org.parasift.bench.token;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.BenchText;
import org.parasift.bench.text.TextSet;
import org.parasift.bench.text.Work;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/**
 * What does it cost to come from English news to one hash a folded word, the form in which a classifier wants them? The
 * hashes are added up. Lucene is measured with the hash of String (32 bits, the cheapest) and with a common 64-bit one;
 * the hashCode of its term attribute will not do, for it takes the offsets in.
 */
@State(Scope.Thread)
@Label("What does it cost to come from English news to one hash a folded word?")
public class FoldHashBench {
    private final TextSet text = TextSet.of(BenchText.ENGLISH);

    private final Tokenizer tokenizer = Tokenizer.standard();
    private final Tokens tokens = new Tokens();

    private final StandardTokenizer standard = new StandardTokenizer();
    private final LowerCaseFilter lowerCase = new LowerCaseFilter(standard);
    private final CharTermAttribute term = lowerCase.addAttribute(CharTermAttribute.class);

    private final UniversalTokenizer universal = new UniversalTokenizer();

    /** One of each. */
    public FoldHashBench() {}

    /** Ours: the 64-bit hash column. */
    @Benchmark
    @Label(value = "Parasift", ours = true)
    public long parasift(Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            tokens.clear();
            tokenizer.tokenize(paragraph, 0, paragraph.length(), tokens);
            int size = tokens.size();
            for (int i = 0; i < size; i++) {
                sum += tokens.hash(i);
            }
            count += size;
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Lucene StandardTokenizer, LowerCaseFilter, 31 h + c over the chars of the term as a String would do it. */
    @Benchmark
    @Label("Lucene, lower case, 32-bit hash")
    public long luceneHash32(Work work) throws IOException {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            standard.setReader(new StringReader(paragraph));
            lowerCase.reset();
            while (lowerCase.incrementToken()) {
                sum += polynomial(term.buffer(), term.length());
                count++;
            }
            lowerCase.end();
            lowerCase.close();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Lucene StandardTokenizer, LowerCaseFilter, 64-bit FNV-1a over the chars of the term. */
    @Benchmark
    @Label("Lucene, lower case, 64-bit FNV-1a")
    public long luceneHash64(Work work) throws IOException {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            standard.setReader(new StringReader(paragraph));
            lowerCase.reset();
            while (lowerCase.incrementToken()) {
                sum += fnv(term.buffer(), term.length());
                count++;
            }
            lowerCase.end();
            lowerCase.close();
        }
        Walk.account(text, count, work);
        return sum;
    }

    /** Tribuo UniversalTokenizer, its String in lower case, String.hashCode: how Tribuo's text pipeline gets there. */
    @Benchmark
    @Label("Tribuo Universal, String, lower case, hashCode")
    public long tribuoUniversal(Work work) {
        long sum = 0;
        long count = 0;
        for (String paragraph : text.paragraphs()) {
            universal.reset(paragraph);
            while (universal.advance()) {
                sum += universal.getText().toLowerCase(Locale.ROOT).hashCode();
                count++;
            }
        }
        Walk.account(text, count, work);
        return sum;
    }

    private static int polynomial(char[] chars, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    static long fnv(char[] chars, int length) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ chars[i]) * 0x100000001B3L;
        }
        return hash;
    }
}
