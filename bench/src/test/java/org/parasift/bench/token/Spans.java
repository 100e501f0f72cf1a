package org.parasift.bench.token;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.parasift.token.Tokenizer;

/** Where the words of a paragraph are, asked of each tokenizer in the plainest way: a fresh instance, a list. */
@FunctionalInterface
interface Spans {
    record Span(int start, int end) {}

    List<Span> of(String paragraph);

    static List<Span> parasift(String paragraph) {
        return Tokenizer.standard().tokenize(paragraph).stream()
                .map(token -> new Span(token.start(), token.end()))
                .toList();
    }

    static List<Span> lucene(String paragraph) {
        try (StandardTokenizer tokenizer = new StandardTokenizer()) {
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(paragraph));
            tokenizer.reset();
            List<Span> spans = new ArrayList<>();
            while (tokenizer.incrementToken()) {
                spans.add(new Span(offset.startOffset(), offset.endOffset()));
            }
            return spans;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Span> icu4j(String paragraph) {
        com.ibm.icu.text.BreakIterator words = com.ibm.icu.text.BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(paragraph);
        List<Span> spans = new ArrayList<>();
        int start = 0;
        while (words.next() != com.ibm.icu.text.BreakIterator.DONE) {
            if (words.getRuleStatus() != com.ibm.icu.text.BreakIterator.WORD_NONE) {
                spans.add(new Span(start, words.current()));
            }
            start = words.current();
        }
        return spans;
    }

    static List<Span> javaText(String paragraph) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(paragraph);
        List<Span> spans = new ArrayList<>();
        int start = 0;
        while (words.next() != BreakIterator.DONE) {
            if (Character.isLetterOrDigit(paragraph.codePointAt(start))) {
                spans.add(new Span(start, words.current()));
            }
            start = words.current();
        }
        return spans;
    }

    static List<Span> openNlp(String paragraph) {
        return Arrays.stream(opennlp.tools.tokenize.SimpleTokenizer.INSTANCE.tokenizePos(paragraph))
                .map(span -> new Span(span.getStart(), span.getEnd()))
                .toList();
    }

    static Spans tribuo(Supplier<org.tribuo.util.tokens.Tokenizer> fresh) {
        return paragraph -> fresh.get().tokenize(paragraph).stream()
                .map(token -> new Span(token.start, token.end))
                .toList();
    }

    static List<Span> regex(String paragraph) {
        return Pattern.compile("[A-Za-z0-9_]+")
                .matcher(paragraph)
                .results()
                .map(match -> new Span(match.start(), match.end()))
                .toList();
    }

    /** Lengths only, as the walk adds up. */
    static List<Span> split(String paragraph) {
        return Pattern.compile(" ")
                .splitAsStream(paragraph)
                .map(piece -> new Span(0, piece.length()))
                .toList();
    }
}
