package org.parasift.bench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A text and its label. {@link #generated} makes them of the pinned English: reviews' length, two labels whose words come
 * from different seeds, so that there is something to learn.
 *
 * @param label what a classifier should say
 * @param text one line or more
 */
public record LabelledText(String label, String text) {
    /** The usual length of a film review. */
    private static final int CHARS = 1300;

    private static final List<String> LABELS = List.of("early", "late");

    /** Texts, together about {@code bytes} long; the same for the same size. */
    public static List<LabelledText> generated(int bytes) {
        List<WordChain> chains =
                List.of(new WordChain(BenchText.someSeeds(0, 2), true), new WordChain(BenchText.someSeeds(2, 5), true));
        SplittableRandom random = new SplittableRandom(BenchText.SEED);
        List<LabelledText> texts = new ArrayList<>();
        for (long size = 0; size < bytes; ) {
            int label = random.nextInt(LABELS.size());
            StringBuilder text = new StringBuilder();
            while (text.length() < CHARS) {
                text.append(text.isEmpty() ? "" : " ").append(chains.get(label).paragraph(random));
            }
            texts.add(new LabelledText(LABELS.get(label), text.toString()));
            size += text.length();
        }
        return texts;
    }

    /** The size asked for by {@code -Dbench.bytes}, at most {@code most}: training a peer takes its time. */
    public static List<LabelledText> generatedUpTo(int most) {
        return generated(Math.min(most, Integer.getInteger("bench.bytes", most)));
    }
}
