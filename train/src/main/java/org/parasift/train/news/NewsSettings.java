package org.parasift.train.news;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parasift.features.FeatureFamily;
import org.parasift.features.FeatureFamily.Cohesion;
import org.parasift.features.FeatureFamily.Cues;
import org.parasift.features.FeatureFamily.Meaning;
import org.parasift.features.FeatureFamily.Passages;
import org.parasift.features.FeatureFamily.Position;
import org.parasift.features.FeatureFamily.Repetition;
import org.parasift.features.FeatureFamily.Runs;
import org.parasift.features.FeatureFamily.Shape;
import org.parasift.features.FeatureFamily.TextScores;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Orders;
import org.parasift.features.Weighting;
import org.parasift.token.Tailoring;
import org.parasift.train.fit.TreeSpec;

/**
 * How a news model is made. The usual settings were chosen by cross-validation by site on the training data.
 *
 * @param trees how the trees are grown
 * @param pageWeight the weight of a row of {@link NewsData#pages()}; a labelled row weighs 1
 * @param splices the number of spliced articles, of which teasers and repeats are learned
 * @param spliceWeight the weight of their rows
 * @param repeatWeight the weight of those that are titles or repeat something
 * @param teaserWeight the weight of those that are headlines of other stories
 * @param foreign how foreign prose is found; empty if it is not looked for
 * @param selfWeight the weight of paragraphs of articles without labels of which a first model is sure, where the words of
 *     site spam are learned; 0 for none
 * @param subject how articles on other subjects are told; empty if any subject will do
 * @param words of the lexicon at most
 * @param dimensions of the vectors of words
 * @param epochs in which the vectors learn to tell articles apart; 0 for none
 * @param textFeatures of the text scores at most
 * @param leftOut families, by the first word of their lines, that are not used; for ablations
 */
public record NewsSettings(
        TreeSpec trees,
        float pageWeight,
        int splices,
        float spliceWeight,
        float repeatWeight,
        float teaserWeight,
        Optional<Foreign> foreign,
        Optional<Subject> subject,
        float selfWeight,
        int words,
        int dimensions,
        int epochs,
        int textFeatures,
        Set<String> leftOut) {
    private static final WordGrams WORDS = new WordGrams(Orders.of(1, 2), true);
    private static final Weighting WORD_WEIGHTS = new Weighting(Weighting.Tf.COUNT, false, true);

    static final String SPAM_SCORE = "spam";
    static final String HEADLINE_SCORE = "headline";
    static final String SUBJECT_SCORE = "other-subjects";

    /** The usual settings. */
    public static final NewsSettings USUAL = new NewsSettings(
            new TreeSpec(200, 5, 0.08, 0.8, 0.4, 2, 2),
            0.1f,
            1200,
            0.03f,
            0.3f,
            0.1f,
            Optional.of(new Foreign(new TreeSpec(200, 5, 0.1, 0.8, 0.4, 2, 2), 6000, 0.3f, 1.5, 1.5, 0.5)),
            Optional.of(new Subject(new TreeSpec(80, 3, 0.1, 0.8, 1, 20, 2), 1.8)),
            0,
            26_000,
            64,
            4,
            300_000,
            Set.of());

    /**
     * How prose of other stories is found: by trees of its own, which learn from spliced articles only and do not see what
     * tells site spam; for what is rare must not cost what is frequent. Their score is lowered by an offset, so that it
     * speaks up only when it is sure, and then multiplied, so that it is heard at once when it does.
     *
     * @param trees how they are grown
     * @param splices the number of spliced articles
     * @param weight of their rows
     * @param offset by which the score is lowered, in log-odds
     * @param factor by which it is multiplied after that
     * @param step what each further paragraph of a run of such prose adds to the score before the factor, in log-odds, see {@link
     *     org.parasift.classify.RunSmoothing}
     */
    public record Foreign(TreeSpec trees, int splices, float weight, double offset, double factor, double step) {
        public Foreign {
            if (!(factor > 0) || !(step >= 0)) {
                throw new IllegalArgumentException(
                        "factor " + factor + ", step " + step + " (expected more than 0, and 0 or more)");
            }
        }
    }

    /**
     * How articles are told that are not about the model's subject, geopolitics: by trees that see how much the
     * article's words are those of other subjects. They learn from the subjects of articles without labels.
     *
     * @param trees how they are grown
     * @param offset by which their score is lowered, in log-odds
     */
    public record Subject(TreeSpec trees, double offset) {}

    public NewsSettings {
        if (epochs < 0) {
            throw new IllegalArgumentException(epochs + " epochs (expected 0 or more)");
        }
        leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut)); // sorted: it is printed
    }

    /** The same for articles on any subject. */
    public NewsSettings anySubject() {
        return with(foreign, Optional.empty(), selfWeight, epochs);
    }

    /** The same with a weight for paragraphs without labels of which a first model is sure. */
    public NewsSettings selfTrained(float weight) {
        return with(foreign, subject, weight, epochs);
    }

    /** The same for site spam alone, which needs no splices of prose and no topics; so is the first model of self-training. */
    public NewsSettings siteSpam() {
        return with(Optional.empty(), Optional.empty(), 0, epochs);
    }

    /** The same with vectors of words that learn to tell articles apart for a number of epochs. */
    public NewsSettings withEpochs(int count) {
        return with(foreign, subject, selfWeight, count);
    }

    private NewsSettings with(
            Optional<Foreign> foreignProse, Optional<Subject> otherSubjects, float self, int tellingApart) {
        return new NewsSettings(
                trees,
                pageWeight,
                splices,
                spliceWeight,
                repeatWeight,
                teaserWeight,
                foreignProse,
                otherSubjects,
                self,
                words,
                dimensions,
                tellingApart,
                textFeatures,
                leftOut);
    }

    /** What is extracted. */
    public FeatureRecipe recipe() {
        List<FeatureFamily> families = new ArrayList<>();
        families.add(WORDS);
        for (FeatureFamily family : List.of(
                new Shape(),
                new Position(false),
                new Runs(),
                new Repetition(),
                new Cohesion(),
                new Cues(),
                new Meaning(),
                new Passages(),
                textScores())) {
            String line = family.line();
            if (!leftOut.contains(line.contains(" ") ? line.substring(0, line.indexOf(' ')) : line)) {
                families.add(family);
            }
        }
        return new FeatureRecipe(EnumSet.of(Tailoring.ACCENT_APOSTROPHE), families, WORD_WEIGHTS);
    }

    private TextScores textScores() {
        return subject.isPresent()
                ? new TextScores(
                        List.of(SPAM_SCORE, HEADLINE_SCORE, SUBJECT_SCORE),
                        List.of(SUBJECT_SCORE),
                        List.of(SPAM_SCORE, SUBJECT_SCORE))
                : new TextScores(List.of(SPAM_SCORE, HEADLINE_SCORE), List.of(), List.of(SPAM_SCORE));
    }

    /** The names of the columns of {@link #recipe()}. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        for (FeatureFamily family : recipe().families()) {
            if (family instanceof FeatureFamily.Columns columns) {
                columns.columns().forEach(column -> names.add(column.name()));
            }
        }
        return names;
    }

    /** What the text scores are made of. */
    FeatureRecipe textRecipe() {
        return new FeatureRecipe(EnumSet.of(Tailoring.ACCENT_APOSTROPHE), List.of(WORDS), WORD_WEIGHTS);
    }
}
