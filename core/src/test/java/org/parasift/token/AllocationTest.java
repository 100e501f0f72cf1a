package org.parasift.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;

/** Nothing is allocated once the columns have grown, whatever the text and the form it comes in. */
class AllocationTest {
    private static final int RUNS = 100;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The troops didn't leave Iraq in 2003; 3,000 stayed at snake_case. ",
                "Эксперты полагают, что «Известия» — нет. ",
                "d’été à Noël, l'œuvre naît ",
                "漢字 かな 👩🏽‍🚀 e\u0301 \uD800 ",
                "see https://x.org/a?b=c or a.b@c.org #Iran, U.S. "
            })
    void nothingIsAllocatedOnceTheColumnsHaveGrown(String part) throws ReflectiveOperationException {
        String text = part.repeat(100); // longer than the window
        char[] chars = text.toCharArray();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder builder = new StringBuilder(text.length());
        builder.append(text);
        Article article = ParagraphSplitter.split("x", (part + "\n").repeat(20));
        Tokenizer tokenizer = Tokenizer.with(EnumSet.allOf(Tailoring.class));
        Tokens tokens = new Tokens();
        TokenCursor cursor = tokenizer.cursor();
        TokenizedArticle tokenized = new TokenizedArticle();

        assertThat(bytesPerRun(() -> {
                    tokens.clear();
                    tokenizer.tokenize(text, 0, text.length(), tokens);
                    tokenizer.tokenize(chars, 0, chars.length, tokens);
                    tokenizer.tokenize(bytes, 0, bytes.length, tokens);
                    tokenizer.tokenize(builder, 0, builder.length(), tokens);
                    walk(cursor.over(text));
                    walk(cursor.over(chars, 0, chars.length));
                    walk(cursor.over(bytes, 0, bytes.length));
                    tokenized.fill(article, tokenizer);
                }))
                .isZero();
        assertThat(tokens.size()).isPositive();
    }

    private static void walk(TokenCursor cursor) {
        for (boolean more = true; more; ) {
            more = cursor.next();
        }
    }

    /** The measure itself sees a small object in every run. */
    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void whatIsAllocatedIsSeen(int length) throws ReflectiveOperationException {
        SplittableRandom random = new SplittableRandom(length);
        byte[][] keep = new byte[RUNS][];
        assertThat(bytesPerRun(() -> keep[random.nextInt(RUNS)] = new byte[length]))
                .isGreaterThanOrEqualTo(length);
    }

    /** After warming up, in the best of some tries: the compiler works beside us. By reflection, for no module here reads java.management. */
    private static long bytesPerRun(Runnable run) throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 20 && least > 0; attempt++) {
            long before = (long) allocated.invoke(threads);
            for (int i = 0; i < RUNS; i++) {
                run.run();
            }
            least = Math.min(least, ((long) allocated.invoke(threads) - before) / RUNS);
        }
        return least;
    }
}
