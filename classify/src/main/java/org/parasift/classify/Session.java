package org.parasift.classify;

import java.util.Objects;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.Page;
import org.parasift.text.Article;

/**
 * One thread's way to classify without allocating: open a text or an article, then ask for its paragraphs. Everything it
 * returns is valid until the next call.
 */
public final class Session {
    private final Model model;
    private final FeatureExtractor extractor;
    private final Page page = new Page();
    private final Scorer.Scratch scratch;
    private final double[] scores;
    private final double[] probabilities;

    Session(Model model, FeatureExtractor extractor) {
        this.model = model;
        this.extractor = extractor;
        this.scratch = new Scorer.Scratch(extractor, model.scorer().outputs());
        this.scores = new double[model.scorer().outputs()];
        this.probabilities = new double[model.labels().size()];
    }

    /** Opens an article. */
    public void open(Article article) {
        scratch.forget();
        page.open(article, extractor.tokenizer());
    }

    /** Opens a text as an article of one paragraph; blank text too. */
    public void open(String text) {
        scratch.forget();
        page.open(text, extractor.tokenizer());
    }

    /** Opens chars as an article of one paragraph. */
    public void open(char[] text, int from, int to) {
        scratch.forget();
        page.open(text, from, to, extractor.tokenizer());
    }

    /** The number of paragraphs of what is open. */
    public int paragraphs() {
        return page.paragraphs();
    }

    /**
     * Scores a paragraph of what is open and returns the number of its most probable label.
     *
     * @throws IndexOutOfBoundsException if there is no such paragraph
     */
    public int classify(int paragraph) {
        Objects.checkIndex(paragraph, page.paragraphs());
        model.scorer().score(extractor, page, paragraph, scratch, scores);
        if (scores.length == 1 || model.link() == Link.EITHER) {
            probabilities[1] = Link.logistic(scores[greatestOutput()]);
            probabilities[0] = 1 - probabilities[1];
        } else {
            System.arraycopy(scores, 0, probabilities, 0, scores.length);
            model.link().apply(probabilities);
        }
        model.calibration().apply(probabilities);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The probability of a label, by its number, for the paragraph classified last. */
    public double probability(int label) {
        return probabilities[label];
    }

    double[] probabilities() {
        return probabilities;
    }

    int outputs() {
        return scores.length;
    }

    int greatestOutput() {
        int greatest = 0;
        for (int i = 1; i < scores.length; i++) {
            greatest = scores[i] >= scores[greatest] ? i : greatest;
        }
        return greatest;
    }

    double score(int output) {
        return scores[output];
    }

    Page page() {
        return page;
    }
}
