package org.parasift.features;

import java.util.Arrays;
import java.util.Objects;
import org.parasift.features.FeatureFamily.WordGrams;

/** The text scores of all paragraphs of a page, and their mean over the article's prose. */
final class TextScoring {
    private final FeatureVector bag = new FeatureVector();
    private final WordBag words = new WordBag();
    private int names;
    private double[] one = new double[0];
    private double[] scores = new double[0];
    private double[] means = new double[0];
    /** Of each score its {@link #pressed} form, NaN until it is asked for. */
    private float[] pressed = new float[0];

    void score(Page page, FeatureExtractor extractor) {
        TextScorer scorer = Objects.requireNonNull(extractor.scorer());
        if (one.length != scorer.names().size()) {
            one = new double[scorer.names().size()];
            means = new double[one.length];
        }
        names = one.length;
        if (scores.length < names * page.paragraphs()) {
            scores = new double[Math.max(names * page.paragraphs(), 2 * scores.length)];
            pressed = new float[scores.length];
        }
        Arrays.fill(pressed, 0, names * page.paragraphs(), Float.NaN);
        KeyTable table = scorer.table().orElse(null);
        WordGrams family = extractor.onlyWords();
        if (table != null && family != null) {
            words.read(page, table);
        }
        for (int p = 0; p < page.paragraphs(); p++) {
            if (table != null && family != null) {
                words.count(page, p, family, table, bag);
                extractor.weigh(bag);
            } else {
                extractor.bags(page, p, bag);
            }
            scorer.score(bag, one);
            System.arraycopy(one, 0, scores, p * names, names);
        }
        average(page);
    }

    double score(int paragraph, int name) {
        return scores[paragraph * names + name];
    }

    /** The score pressed into -1 to 1. */
    float pressed(int paragraph, int name) {
        int i = paragraph * names + name;
        if (Float.isNaN(pressed[i])) {
            pressed[i] = (float) StrictMath.tanh(scores[i] / 2);
        }
        return pressed[i];
    }

    /** The mean over the article, where a sentence counts by its words and a headline next to nothing. */
    double mean(int name) {
        return means[name];
    }

    private void average(Page page) {
        Lines lines = page.lines();
        for (int name = 0; name < names; name++) {
            double sum = 0;
            double weights = 1e-9;
            for (int p = 0; p < page.paragraphs(); p++) {
                boolean sentence = lines.ending(p) == Lines.Ending.SENTENCE;
                double weight = sentence ? Math.min(lines.words(p), 80) : 0.1;
                sum += weight * score(p, name);
                weights += weight;
            }
            means[name] = sum / weights;
        }
    }
}
