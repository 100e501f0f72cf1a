package org.parasift.train.news;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.parasift.classify.TextScores;
import org.parasift.features.FeatureExtractor;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.fit.TextScoreFitter;

/**
 * The text scores of a news model: how much the words of a paragraph are those of site spam, by labels; and how much
 * they are those of a headline, by titles against sentences; and if the settings ask for it, how much they are those of
 * other subjects than geopolitics ({@link Subjects}). What trees learn from must be scored by words of other
 * sites, so both are fitted once for each fold of sites without it, and once on everything. What is spliced into an
 * article counts to the fold of the article, though it may come from anywhere.
 */
final class TextTraining {
    static final int FOLDS = 5;

    private static final float PAGE_WEIGHT = 0.15f;
    private static final float SPAM_WEIGHT = 2;
    /** Of the headlines the first of so many is learned from, the second is spliced. */
    static final int HEADLINE_SHARE = 3;

    private static final String SENTENCE = "a-sentence";
    private static final int SENTENCES_AN_ARTICLE = 2;

    private final TextScoreFitter spam;
    private final int[] spamFold;
    private final TextScoreFitter headline;
    private final int[] headlineFold;
    private final Optional<TextScoreFitter> subject;
    private final int[] subjectFold;
    private final List<Example> otherPages;
    private final int features;
    private final long seed;

    /**
     * Extracts what is learned from.
     *
     * @param raw articles whose titles, sentences and subjects are learned from; what is spliced should not be among them
     * @param sure paragraphs of them of which a first model is sure
     */
    TextTraining(NewsData data, List<RawArticle> raw, List<Example> sure, NewsSettings settings, long seed) {
        FeatureExtractor words = settings.textRecipe().compile();
        this.features = settings.textFeatures();
        this.seed = seed;
        List<Example> rows =
                new ArrayList<>(data.labelled().stream().filter(Example::counts).toList());
        int labelled = rows.size();
        rows.addAll(data.pages().stream().filter(Example::counts).toList());
        int known = rows.size();
        rows.addAll(sure);
        float[] weight = new float[rows.size()];
        for (int r = 0; r < weight.length; r++) {
            float whose = r < labelled ? 1 : r < known ? PAGE_WEIGHT : settings.selfWeight();
            weight[r] = whose * (rows.get(r).label().equals(NewsTrainer.SPAM) ? SPAM_WEIGHT : 1);
        }
        this.spam = new TextScoreFitter(NewsSettings.SPAM_SCORE, NewsTrainer.LABELS, rows, weight, words);
        this.spamFold = folds(rows);
        List<Example> lines = lines(raw, data.headlines());
        float[] even = new float[lines.size()];
        Arrays.fill(even, 1);
        this.headline = new TextScoreFitter(
                NewsSettings.HEADLINE_SCORE, List.of(SENTENCE, NewsSettings.HEADLINE_SCORE), lines, even, words);
        this.headlineFold = folds(lines);
        if (settings.subject().isPresent()) {
            Subjects subjects = new Subjects(data, raw, words, seed);
            this.subject = Optional.of(subjects.fitter());
            this.subjectFold = folds(subjects.rows());
            this.otherPages = subjects.otherPages();
        } else {
            this.subject = Optional.empty();
            this.subjectFold = new int[0];
            this.otherPages = List.of();
        }
    }

    /** Scores that know nothing of a fold; of fold -1, which has no sites, scores that know everything. */
    TextScores without(int fold) {
        List<TextScoreFitter.Score> scores = new ArrayList<>();
        scores.add(spam.fit(others(spamFold, fold), seed));
        scores.add(headline.fit(others(headlineFold, fold), seed));
        subject.ifPresent(fitter -> scores.add(fitter.fit(others(subjectFold, fold), seed)));
        return TextScoreFitter.together(scores).compact(features);
    }

    /** Rows of pages, one for each that is not about geopolitics. */
    List<Example> otherPages() {
        return otherPages;
    }

    /** The fold of a site. */
    static int fold(String site) {
        return Math.floorMod(Long.hashCode(Tokenizer.hash(site)), FOLDS);
    }

    /** Titles and headlines, and as many sentences of about their length, each a text of its own. */
    private static List<Example> lines(List<RawArticle> raw, List<String> headlines) {
        List<Example> lines = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(17);
        for (RawArticle article : raw) {
            if (!article.title().isEmpty()) {
                lines.add(line(article.title(), NewsSettings.HEADLINE_SCORE, article.site()));
            }
            List<String> sentences = article.article().paragraphs().stream()
                    .map(article.article()::text)
                    .filter(text -> Sentences.isProse(text, 4))
                    .flatMap(text -> Sentences.of(text).stream())
                    .filter(text -> Sentences.words(text) >= 4 && Sentences.words(text) <= 20)
                    .toList();
            for (int i = 0; i < SENTENCES_AN_ARTICLE && !sentences.isEmpty(); i++) {
                String sentence = sentences.get(random.nextInt(sentences.size()));
                lines.add(line(sentence, SENTENCE, article.site()));
            }
        }
        for (int i = 0; i < headlines.size(); i += HEADLINE_SHARE) {
            lines.add(line(headlines.get(i), NewsSettings.HEADLINE_SCORE, ""));
        }
        return lines;
    }

    private static Example line(String text, String label, String site) {
        return new Example(Article.of(text, List.of(text)), 0, label, "", Sure.YES, site, 0);
    }

    private static int[] folds(List<Example> rows) {
        return rows.stream()
                .mapToInt(row -> row.site().isEmpty() ? -1 : fold(row.site()))
                .toArray();
    }

    private static int[] others(int[] folds, int fold) {
        return IntStream.range(0, folds.length)
                .filter(r -> fold < 0 || folds[r] != fold)
                .toArray();
    }
}
