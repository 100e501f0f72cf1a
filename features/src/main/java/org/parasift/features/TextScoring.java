package org.parasift.features;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parasift.features.FeatureFamily.TextScores;
import org.parasift.features.FeatureFamily.WordGrams;

/** The text scores of all paragraphs of a page, and what they come to over the article and its beginning. */
final class TextScoring {
    private static final double SURELY = 1e-12;
    private static final double LEAST = 1e-2;

    /** Of the article's beginning about so many words are looked at, and whole paragraphs. */
    private static final int LEAD_WORDS = 120;

    private final FeatureVector bag = new FeatureVector();
    private @Nullable WordBag words;
    private @Nullable TextScores family;
    private int[] article = new int[0];
    private int[] around = new int[0];
    private int names;
    private double[] one = new double[0];
    private double[] scores = new double[0];
    private double[] means = new double[0];
    private double[] lows = new double[0];
    private double[] leads = new double[0];
    private double[] sorted = new double[0];
    /** Of each score its {@link #pressed} form, NaN until it is asked for. */
    private float[] pressed = new float[0];

    void score(Page page, FeatureExtractor extractor) {
        TextScorer scorer = Objects.requireNonNull(extractor.scorer());
        if (one.length != scorer.names().size()) {
            one = new double[scorer.names().size()];
            means = new double[one.length];
            lows = new double[one.length];
            leads = new double[one.length];
        }
        names = one.length;
        if (scores.length < names * page.paragraphs()) {
            scores = new double[Math.max(names * page.paragraphs(), 2 * scores.length)];
            pressed = new float[scores.length];
        }
        if (sorted.length < page.paragraphs()) {
            sorted = new double[Math.max(page.paragraphs(), 2 * sorted.length)];
        }
        Arrays.fill(pressed, 0, names * page.paragraphs(), Float.NaN);
        KeyTable table = scorer.table().orElse(null);
        WordGrams family = extractor.onlyWords();
        WordBag fast = table == null || family == null ? null : wordBag(family, table);
        if (fast != null) {
            fast.read(page);
        }
        for (int p = 0; p < page.paragraphs(); p++) {
            if (fast != null && fast.count(page, p, bag)) {
                extractor.weigh(bag);
            } else {
                extractor.bags(page, p, bag);
            }
            scorer.score(bag, one);
            System.arraycopy(one, 0, scores, p * names, names);
        }
        average(page);
    }

    private WordBag wordBag(WordGrams family, KeyTable table) {
        if (words == null || !words.is(family, table)) {
            words = new WordBag(family, table);
        }
        return words;
    }

    /** Makes numbers of the names that a family asks for. */
    void number(TextScores wanted) {
        if (family == null || !family.equals(wanted)) {
            family = wanted;
            article =
                    wanted.article().stream().mapToInt(wanted.names()::indexOf).toArray();
            around = wanted.around().stream().mapToInt(wanted.names()::indexOf).toArray();
        }
    }

    /** The number of scores. */
    int names() {
        return names;
    }

    /** The scores of which what they come to over the article are columns too; to be read only. */
    int[] article() {
        return article;
    }

    /** The scores that are columns of the paragraphs before and after; to be read only. */
    int[] around() {
        return around;
    }

    double score(int paragraph, int name) {
        return scores[paragraph * names + name];
    }

    /** The score pressed into -1 to 1. */
    float pressed(int paragraph, int name) {
        int i = paragraph * names + name;
        if (Float.isNaN(pressed[i])) {
            pressed[i] = pressed(scores[i]);
        }
        return pressed[i];
    }

    /**
     * {@code (float) StrictMath.tanh(score / 2)}. Both ways to it are off by some units in the last place of a double; if
     * numbers a thousand times as far apart are the same as floats, the fast one has found it, in half the time.
     */
    static float pressed(double score) {
        double part = Math.exp(-Math.abs(score));
        double tanh = (1 - part) / (1 + part);
        float less = (float) (tanh * (1 - SURELY));
        float more = (float) (tanh * (1 + SURELY));
        // Near 0 the difference has lost digits.
        if (less == more && tanh > LEAST) {
            return score < 0 ? -less : less;
        }
        return (float) StrictMath.tanh(score / 2);
    }

    /** The mean over the article, where a sentence counts by its words and a headline next to nothing. */
    double mean(int name) {
        return means[name];
    }

    /** The lower quartile: a quarter of the article's prose paragraphs have at most this score. */
    double low(Page page, int name) {
        if (Double.isNaN(lows[name])) {
            lows[name] = lowerQuartile(page, name);
        }
        return lows[name];
    }

    /** The mean over the beginning of the article. */
    double lead(int name) {
        return leads[name];
    }

    private void average(Page page) {
        Lines lines = page.lines();
        for (int name = 0; name < names; name++) {
            double sum = 0;
            double weights = 1e-9;
            double leadSum = 0;
            double leadWeights = 1e-9;
            for (int p = 0; p < page.paragraphs(); p++) {
                boolean sentence = lines.ending(p) == Lines.Ending.SENTENCE;
                double weight = sentence ? Math.min(lines.words(p), 80) : 0.1;
                sum += weight * score(p, name);
                weights += weight;
                if (leadWeights < LEAD_WORDS) {
                    leadSum += weight * score(p, name);
                    leadWeights += weight;
                }
            }
            means[name] = sum / weights;
            leads[name] = leadSum / leadWeights;
            lows[name] = Double.NaN;
        }
    }

    /** Of the prose; of everything where there is none. */
    private double lowerQuartile(Page page, int name) {
        Content content = page.content();
        int count = 0;
        for (int p = 0; p < page.paragraphs(); p++) {
            if (content.isProse(p)) {
                sorted[count++] = score(p, name);
            }
        }
        if (count == 0) {
            for (; count < page.paragraphs(); count++) {
                sorted[count] = score(count, name);
            }
        }
        Arrays.sort(sorted, 0, count);
        return count == 0 ? 0 : sorted[(count - 1) / 4];
    }
}
