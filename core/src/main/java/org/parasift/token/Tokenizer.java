package org.parasift.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Word segmentation by the rules of <a href="https://www.unicode.org/reports/tr29/">UAX #29</a>, Unicode 17, with
 * tailorings over them by choice. Words, numbers, ideographs and emoji become tokens; white space, punctuation and symbols
 * do not.
 *
 * <pre>{@code
 * for (Token token : Tokenizer.standard().tokenize("Iraq's PM: 3,000 US-led troops")) {
 *     System.out.print(token.text() + " | ");         // iraq's | pm | 3,000 | us | led | troops |
 * }
 *
 * Tokens tokens = new Tokens();                       // for hot loops: no object per token
 * tokenizer.tokenize(text, 0, text.length(), tokens);
 * for (int i = 0; i < tokens.size(); i++) {
 *     count(tokens.hash(i));
 * }
 * tokens.clear();
 * }</pre>
 *
 * <p>The text may be a String, any CharSequence, chars or UTF-8 bytes; the tokens are the same but for the offsets, which
 * count chars (UTF-16 units), and bytes where the text is bytes. Every text is accepted: a surrogate without its partner
 * and malformed UTF-8 (as U+FFFD) are symbols as others. A range is tokenized as if nothing stood around it.
 *
 * <p>Immutable and thread-safe; what it writes into is owned by the caller's thread. The methods that fill {@link Tokens}
 * allocate nothing per token or per call once the columns have grown to the size of the texts.
 */
public final class Tokenizer {
    private static final Tokenizer STANDARD = new Tokenizer(Set.of());

    /** One for each set of tailorings ever asked for, sixteen at most. */
    private static final Map<Set<Tailoring>, Tokenizer> TAILORED = new ConcurrentHashMap<>();

    private final Set<Tailoring> tailorings;
    private final Segmenter segmenter;

    private Tokenizer(Set<Tailoring> tailorings) {
        this.tailorings = tailorings;
        this.segmenter = new Segmenter(tailorings);
    }

    /** The strict rules. */
    public static Tokenizer standard() {
        return STANDARD;
    }

    /** The strict rules with tailorings over them. */
    public static Tokenizer with(Set<Tailoring> tailorings) {
        return tailorings.isEmpty() ? STANDARD : TAILORED.computeIfAbsent(Set.copyOf(tailorings), Tokenizer::new);
    }

    /** The tailorings that are on. */
    public Set<Tailoring> tailorings() {
        return tailorings;
    }

    /** The tokens of a text, as a list to read. */
    public List<Token> tokenize(String text) {
        Tokens tokens = new Tokens();
        tokenize(text, 0, text.length(), tokens);
        List<Token> list = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            String folded = fold(text.substring(tokens.start(i), tokens.end(i)));
            list.add(new Token(tokens.start(i), tokens.end(i), tokens.kind(i), tokens.hash(i), folded));
        }
        return list;
    }

    /**
     * Appends the tokens of {@code text} from {@code start} to {@code end} to {@code into}; offsets count from the
     * beginning of {@code text}.
     *
     * @throws IndexOutOfBoundsException if the range is not within the text
     */
    public void tokenize(String text, int start, int end, Tokens into) {
        chars(text, start, end, into);
    }

    /** As {@link #tokenize(String, int, int, Tokens)}. */
    public void tokenize(CharSequence text, int start, int end, Tokens into) {
        chars(text, start, end, into);
    }

    private void chars(CharSequence text, int start, int end, Tokens into) {
        Objects.checkFromToIndex(start, end, text.length());
        for (int at = start; at < end; ) {
            at = step(text, at, end, into);
        }
    }

    /** Tokenizes as much as goes into the window, at least one char; returns the offset behind it. */
    int step(CharSequence text, int start, int end, Tokens into) {
        Window window = into.window;
        while (true) {
            int length = Math.min(end - start, window.capacity());
            window.copy(text, start, start + length);
            int done = start + length == end ? length : segmenter.cut(window.chars, length);
            if (done > 0) {
                segmenter.tokens(window, done, start, into);
                return start + done;
            }
            window.grow();
        }
    }

    /** As {@link #tokenize(String, int, int, Tokens)}. */
    public void tokenize(char[] text, int start, int end, Tokens into) {
        Objects.checkFromToIndex(start, end, text.length);
        for (int at = start; at < end; ) {
            at = step(text, at, end, into);
        }
    }

    /** As {@link #step(CharSequence, int, int, Tokens)}. */
    int step(char[] text, int start, int end, Tokens into) {
        Window window = into.window;
        while (true) {
            int length = Math.min(end - start, window.capacity());
            window.copy(text, start, start + length);
            int done = start + length == end ? length : segmenter.cut(window.chars, length);
            if (done > 0) {
                segmenter.tokens(window, done, start, into);
                return start + done;
            }
            window.grow();
        }
    }

    /**
     * Appends the tokens of the UTF-8 text from byte {@code start} to byte {@code end}; their offsets are bytes, counted
     * from the beginning of the array. Hashes and kinds are those of the decoded text.
     *
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public void tokenize(byte[] utf8, int start, int end, Tokens into) {
        Objects.checkFromToIndex(start, end, utf8.length);
        for (int at = start; at < end; ) {
            at = step(utf8, at, end, into);
        }
    }

    /** As {@link #step(CharSequence, int, int, Tokens)}; offsets are bytes. */
    int step(byte[] utf8, int start, int end, Tokens into) {
        Window window = into.window;
        while (true) {
            long decoded = window.decode(utf8, start, end);
            int length = (int) (decoded >>> 32);
            int behind = (int) decoded;
            int done = behind == end ? length : segmenter.cut(window.chars, length);
            if (done > 0) {
                boolean oneByteEach = behind - start == length;
                int row = into.size();
                segmenter.tokens(window, done, oneByteEach ? start : 0, into);
                if (!oneByteEach) {
                    into.toBytes(row);
                }
                return window.byteOffset(done);
            }
            window.grow();
        }
    }

    /** A cursor over texts, for one thread. */
    public TokenCursor cursor() {
        return new TokenCursor(this);
    }

    /**
     * All word boundaries of a text by the rules, those around white space and punctuation included, and both its ends;
     * none in an empty text. Of the tailorings only HYPHEN and ACCENT_APOSTROPHE show here, the others work on tokens.
     * For tests of conformance; much slower than {@link #tokenize}.
     */
    int[] boundaries(String text) {
        return text.isEmpty() ? new int[0] : segmenter.boundaries(text);
    }

    /**
     * The folded form of a text, as tokens have it, char for char: letters by the simple lower case mapping of Unicode 17
     * (and final sigma as sigma), whatever the locale, and for every apostrophe and what is used as one (U+0060, U+00B4,
     * U+02BC, U+2018, U+2019, U+FF07) a plain {@code '}. It is as long as the text, so offsets stay true.
     */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            folded.appendCodePoint(Characters.fold(codePoint));
            i += Character.charCount(codePoint);
        }
        return folded.toString();
    }

    /**
     * As {@link #hash(String)}, of the chars from {@code start} to {@code end} of an array.
     *
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static long hash(char[] text, int start, int end) {
        Objects.checkFromToIndex(start, end, text.length);
        return TokenHash.of(text, start, end);
    }

    /**
     * The hash that a token with this text has, folded or not; any text may be asked for, also an empty one or one that is
     * no token. It is part of the model format and never changes.
     *
     * <p>If all folded chars are below U+0100 they are taken as bytes, else as 16-bit units, and put eight bytes at a time
     * into words, little-endian, the last one filled up with zeros (no token contains U+0000). Then
     *
     * <pre>{@code
     * h = 0x243F6A8885A308D3 for bytes, 0x13198A2E03707344 for 16-bit units
     * for each word w:  h = mix(h ^ w)
     * mix(x):  x *= 0x9E3779B97F4A7C15;  x ^= x >>> 32;  x *= 0xD6E8FEB86659FD93;  x ^= x >>> 32
     * }</pre>
     */
    public static long hash(String text) {
        return TokenHash.of(text.toCharArray(), 0, text.length());
    }

    @Override
    public String toString() {
        return "Tokenizer" + new TreeSet<>(tailorings);
    }
}
