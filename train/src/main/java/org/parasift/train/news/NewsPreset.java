package org.parasift.train.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parasift.classify.Model;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;
import org.parasift.train.corpus.Sketches;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.fit.Fitter;
import org.parasift.train.fit.TooFewRowsException;

/**
 * The recipe of the news model on somebody's own data: labelled articles, and articles without labels, which teach which
 * words go together and what headlines are like, and are spliced into each other. Scored on articles, and if there are
 * several sites on sites, that were held out with all their near-duplicates, those without labels among them.
 */
public final class NewsPreset {
    private static final int FOLDS = 5;
    private static final int LEAST_ARTICLES = 10;
    private static final int LEAST_SPAM = 20;
    private static final int LEAST_UNLABELLED = 200;

    /** So many sites tell what all sites have in common; with fewer, articles are dealt out in their place. */
    private static final int MANY_SITES = 10;

    private static final int LONGEST_TITLE = 20;

    /** Whatever the subject: nothing says what the articles are about. Self-trained: there may be few labels. */
    private static final NewsSettings SETTINGS = NewsSettings.USUAL.anySubject().selfTrained(0.1f);

    private NewsPreset() {}

    /**
     * Scores on parts that were held out.
     *
     * @param name what was held out, {@code "article"} or {@code "site"}
     * @param evaluation the scores, after calibration
     */
    public record Part(String name, Evaluation evaluation) {}

    /**
     * What came of it.
     *
     * @param parts by article, and by site if there are several
     * @param model fitted on everything; the last part taught it calibration and thresholds
     */
    public record Result(List<Part> parts, Model model) {
        public Result {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Runs it.
     *
     * @param corpus labelled articles, with their sites if they are known
     * @param unlabelled articles; the labelled ones may be among them
     * @param progress is told what has been done
     * @throws InputException if there is too little to learn from
     */
    public static Result run(Corpus corpus, List<RawArticle> unlabelled, long seed, Consumer<String> progress) {
        check(corpus, unlabelled);
        try {
            return unchecked(corpus, unlabelled, seed, progress);
        } catch (TooFewRowsException e) {
            // a part in which nothing of a kind is left, though there is enough in all
            InputException tooLittle = new InputException(
                    corpus.file(),
                    0,
                    "too little in one of the parts: " + e.getMessage(),
                    "more articles, of more kinds");
            tooLittle.initCause(e);
            throw tooLittle;
        }
    }

    private static Result unchecked(Corpus corpus, List<RawArticle> unlabelled, long seed, Consumer<String> progress) {
        List<RawArticle> titled = unlabelled.stream().map(NewsPreset::withTitle).toList();
        Map<String, Integer> clusters = NewsData.clusters(corpus.examples(), List.of(), titled);
        NewsData data = new NewsData(
                corpus.examples(), List.of(), titled, List.of(), Set.of(), clusters, Set.of(), corpus.hashes());
        List<HeldOut> heldOut = new ArrayList<>();
        heldOut.add(heldOut(NewsFolds.byArticle(data, FOLDS, seed), seed, progress));
        if (sites(data).size() >= FOLDS) {
            heldOut.add(heldOut(NewsFolds.bySite(data, FOLDS, seed), seed, progress));
        }
        NewsDecisions decisions = NewsDecisions.of(heldOut.get(heldOut.size() - 1));
        List<Part> parts = new ArrayList<>();
        for (HeldOut part : heldOut) {
            List<Prediction> calibrated =
                    part.predictions().stream().map(decisions::applyTo).toList();
            parts.add(new Part(part.folds().name(), Evaluation.of(NewsTrainer.LABELS, corpus, calibrated)));
        }
        progress.accept("a model made of everything");
        Model model = decisions
                .applyTo(fit(data, seed))
                .withManifest(manifest(corpus, titled, parts, seed))
                .withGolden(Fitter.GOLDEN);
        return new Result(parts, model);
    }

    private static void check(Corpus corpus, List<RawArticle> unlabelled) {
        if (corpus.plain()) {
            throw new InputException(
                    corpus.file(), 0, "texts of their own", "articles: columns article, paragraph, label, text");
        }
        if (!corpus.trainable().labels().equals(NewsTrainer.LABELS)) {
            throw new InputException(
                    corpus.file(),
                    0,
                    "the labels " + String.join(", ", corpus.labels()),
                    String.join(" and ", NewsTrainer.LABELS));
        }
        long spam = corpus.counted().stream()
                .filter(row -> row.label().equals(NewsTrainer.SPAM))
                .count();
        if (corpus.articles().size() < LEAST_ARTICLES || spam < LEAST_SPAM) {
            throw new InputException(
                    corpus.file(),
                    0,
                    corpus.articles().size() + " articles with " + spam + " spam paragraphs",
                    LEAST_ARTICLES + " articles and " + LEAST_SPAM + " spam paragraphs or more; 'adapt' needs fewer");
        }
        if (unlabelled.size() < LEAST_UNLABELLED) {
            throw new InputException(
                    "--unlabelled",
                    0,
                    unlabelled.size() + " articles",
                    LEAST_UNLABELLED + " or more; 'adapt' needs fewer");
        }
    }

    /** Of a raw article without a title the first line, if it looks like one. */
    private static RawArticle withTitle(RawArticle raw) {
        String first = raw.article().text(0);
        boolean stays = !raw.title().isEmpty() || Sentences.ends(first) || Sentences.words(first) > LONGEST_TITLE;
        return stays ? raw : raw.titled(first);
    }

    private static HeldOut heldOut(NewsFolds folds, long seed, Consumer<String> progress) {
        return HeldOut.fit(folds, part -> fit(part, seed), 1, progress);
    }

    /** Parts of the data are held out by site while text scores are learned; of few sites that would leave nothing. */
    private static Model fit(NewsData data, long seed) {
        boolean many = sites(data).size() >= MANY_SITES;
        return NewsTrainer.fit(
                data.withSites((article, site) -> many && !site.isEmpty() ? site : article), SETTINGS, seed);
    }

    private static Set<String> sites(NewsData data) {
        return data.labelled().stream()
                .map(Example::site)
                .filter(site -> !site.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> manifest(Corpus corpus, List<RawArticle> raw, List<Part> parts, long seed) {
        TreeMap<String, String> manifest = new TreeMap<>(Fitter.versions());
        corpus.hashes().forEach((file, hash) -> manifest.put("data.sha256." + file, hash));
        manifest.put("data.articles", Integer.toString(corpus.articles().size()));
        manifest.put("data.counted", Integer.toString(corpus.counted().size()));
        manifest.put("data.raw", Integer.toString(raw.size()));
        manifest.put(Evaluation.SKETCHES, Sketches.of(corpus.articles()).toString());
        manifest.put("preset", "news");
        manifest.put("seed", Long.toString(seed));
        manifest.put("settings", SETTINGS.toString());
        for (Part part : parts) {
            String by = "scores." + part.name() + ".";
            manifest.put(
                    by + "averagePrecision", figure(part.evaluation().scores().averagePrecision()));
            part.evaluation()
                    .scores()
                    .perLabel()
                    .forEach((label, of) -> manifest.put(by + "f1." + label, figure(of.f1())));
        }
        return manifest;
    }

    private static String figure(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }
}
