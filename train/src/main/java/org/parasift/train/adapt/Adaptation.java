package org.parasift.train.adapt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.TextScores;
import org.parasift.classify.Verdict;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureVector;
import org.parasift.features.LineMemory;
import org.parasift.features.Page;
import org.parasift.features.TextScorer;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sketches;
import org.parasift.train.corpus.Split;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.PairedComparison;
import org.parasift.train.eval.Prediction;

/**
 * A model of trees taken to a new site. Trees and calibration stay; the score of words that they ask learns the words of
 * the site on top of those it has: of the user's labels, and with little weight of paragraphs that the model is sure of
 * and of short lines that come again and again.
 *
 * @param model the adapted one
 * @param paragraphs of all articles without labels
 * @param sure those that the model is sure of
 * @param recurring those it is not sure of, but the line recurs in other articles
 * @param changed those on which the adapted model decides otherwise
 */
public record Adaptation(Model model, int paragraphs, int sure, int recurring, int changed) {
    private static final String SPAM = "spam";
    private static final String HASH = "data.sha256.";

    private static final double SURE = 0.95;
    private static final double SURE_WEIGHT = 0.05;
    private static final int RECURS = 3;
    private static final int LONGEST_LINE = 150;
    private static final double RECURRING_WEIGHT = 0.3;
    private static final double LABEL_WEIGHT = 5;
    private static final double SPAM_WEIGHT = 2;
    private static final double PENALTY = 1;

    /** Whether a model can be adapted: it has a score of words for spam. */
    public static boolean isPossible(Model model) {
        return model.labels().contains(SPAM)
                && model.knowledge().scorer().stream()
                        .anyMatch(scorer ->
                                scorer instanceof TextScores && scorer.names().contains(SPAM));
    }

    /**
     * Adapts a model.
     *
     * @param articles of the new site, without labels
     * @param labelled articles of it with the model's labels; may be empty
     * @throws IllegalArgumentException if the model cannot be adapted
     */
    public static Adaptation of(Model model, List<Article> articles, Corpus labelled, long seed) {
        Adaptation adapted = of(model, articles, labelled.counted(), seed);
        TreeMap<String, String> manifest = new TreeMap<>(model.manifest());
        labelled.hashes().forEach((file, hash) -> manifest.put(HASH + file, hash));
        String sketches = manifest.getOrDefault(Evaluation.SKETCHES, "");
        manifest.put(Evaluation.SKETCHES, sketches + Sketches.of(labelled.articles()));
        manifest.put("adapted.labelled", Integer.toString(labelled.counted().size()));
        manifest.put("adapted.unlabelledArticles", Integer.toString(articles.size()));
        manifest.put("adapted.seed", Long.toString(seed));
        return new Adaptation(
                adapted.model.withManifest(manifest),
                adapted.paragraphs,
                adapted.sure,
                adapted.recurring,
                adapted.changed);
    }

    /** The model before against the model after, on labelled articles that the latter has not been adapted to. */
    public static PairedComparison heldOut(Model model, List<Article> articles, Corpus labelled, long seed) {
        Split split = Split.byArticle(labelled, seed);
        List<Prediction> before = new ArrayList<>();
        List<Prediction> after = new ArrayList<>();
        for (int fold = 0; fold < split.folds(); fold++) {
            Model adapted = of(model, articles, split.train(fold), seed).model;
            before.addAll(predictions(model, split.test(fold)));
            after.addAll(predictions(adapted, split.test(fold)));
        }
        return PairedComparison.of(model.labels(), before, after, seed);
    }

    /** How many of the labelled articles are near-copies of some that the model was trained on: it knows their labels. */
    public static int known(Model model, Corpus labelled) {
        String sketches = model.manifest().getOrDefault(Evaluation.SKETCHES, "");
        return Sketches.parse(sketches).copies(labelled.articles()).size();
    }

    private static List<Prediction> predictions(Model model, List<Example> rows) {
        return Evaluation.predictions(ParagraphClassifier.of(model), model.labels(), rows);
    }

    private static Adaptation of(Model model, List<Article> articles, List<Example> labelled, long seed) {
        Learner learner = new Learner(model);
        learner.unlabelled(articles);
        labelled.forEach(learner::labelled);
        Model adapted = learner.adapted(seed);
        return new Adaptation(
                adapted, learner.paragraphs, learner.sure, learner.recurring, changed(model, adapted, articles));
    }

    private static int changed(Model model, Model adapted, List<Article> articles) {
        ParagraphClassifier before = ParagraphClassifier.of(model);
        ParagraphClassifier after = ParagraphClassifier.of(adapted);
        int changed = 0;
        for (Article article : articles) {
            List<Verdict> old = before.classify(article);
            List<Verdict> fresh = after.classify(article);
            for (int p = 0; p < old.size(); p++) {
                changed += old.get(p).decision() == fresh.get(p).decision() ? 0 : 1;
            }
        }
        return changed;
    }

    /** Collects what there is to learn from. */
    private static final class Learner {
        private final Model model;
        private final TextScores scores;
        private final int score;
        private final FeatureExtractor extractor;
        private final Page page = new Page();
        private final FeatureVector words = new FeatureVector();
        private final double[] now;
        private final WordRows rows = new WordRows();
        private int paragraphs;
        private int sure;
        private int recurring;

        Learner(Model model) {
            TextScorer scorer = model.knowledge().scorer().orElse(null);
            if (!isPossible(model) || !(scorer instanceof TextScores own)) {
                throw new IllegalArgumentException("the model has no score of words for spam");
            }
            this.model = model;
            this.scores = own;
            this.score = own.names().indexOf(SPAM);
            this.extractor = model.recipe().compile(model.knowledge());
            this.now = new double[own.names().size()];
        }

        void unlabelled(List<Article> articles) {
            Map<Long, Integer> lines = lines(articles);
            ParagraphClassifier classifier = ParagraphClassifier.of(model);
            for (Article article : articles) {
                page.open(article, extractor.tokenizer());
                List<Verdict> verdicts = classifier.classify(article);
                for (Paragraph paragraph : article.paragraphs()) {
                    int p = paragraph.index();
                    paragraphs++;
                    double spam = verdicts.get(p).probability(SPAM);
                    if (spam > SURE || spam < 1 - SURE) {
                        sure++;
                        add(p, spam > SURE, SURE_WEIGHT);
                    } else if (lines.getOrDefault(LineMemory.lineKey(page, p), 0) >= RECURS
                            && article.text(p).length() <= LONGEST_LINE) {
                        recurring++;
                        add(p, true, RECURRING_WEIGHT / SPAM_WEIGHT);
                    }
                }
            }
        }

        /** In how many articles each line stands. */
        private Map<Long, Integer> lines(List<Article> articles) {
            Map<Long, Integer> lines = new HashMap<>();
            for (Article article : articles) {
                page.open(article, extractor.tokenizer());
                Set<Long> own = new HashSet<>();
                for (int p = 0; p < page.paragraphs(); p++) {
                    own.add(LineMemory.lineKey(page, p));
                }
                own.remove(0L);
                own.forEach(line -> lines.merge(line, 1, Integer::sum));
            }
            return lines;
        }

        void labelled(Example row) {
            page.open(row.article(), extractor.tokenizer());
            add(row.paragraph(), row.label().equals(SPAM), LABEL_WEIGHT);
        }

        private void add(int paragraph, boolean spam, double weight) {
            extractor.bags(page, paragraph, words);
            scores.score(words, now);
            rows.add(words, now[score], spam, weight * (spam ? SPAM_WEIGHT : 1));
        }

        Model adapted(long seed) {
            TextScores shifted = WordShift.of(scores, score, rows, PENALTY, seed);
            return model.with(model.knowledge().with(shifted));
        }
    }
}
