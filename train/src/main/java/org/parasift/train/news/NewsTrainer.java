package org.parasift.train.news;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Link;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.RunSmoothing;
import org.parasift.classify.Trees;
import org.parasift.classify.Verdict;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Knowledge;
import org.parasift.features.Lexicon;
import org.parasift.features.Page;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.fit.ColumnTable;
import org.parasift.train.fit.TooFewRowsException;
import org.parasift.train.fit.TreeFitter;
import org.parasift.train.news.NewsSettings.Foreign;
import org.parasift.train.news.NewsSettings.Subject;

/**
 * Makes a news model: learns words from articles without labels, scores of the words from labels, pages and titles, and
 * then trees over all columns. The same data, settings and seed give the same model.
 */
public final class NewsTrainer {
    static final String SPAM = "spam";
    static final List<String> LABELS = List.of("on-topic", SPAM);

    /** Of the raw articles' clusters so many of ten teach the lexicon; the others are spliced. */
    private static final int TEACHING = 7;

    /** The first model is sure of a label from this probability on. */
    private static final double SURE = 0.9;

    /** So that large sites do not drown small ones. */
    private static final int SURE_ARTICLES_OF_A_SITE = 14;

    private static final int LEAST_PARAGRAPHS = 6;
    private static final int MOST_PARAGRAPHS = 60;
    private static final int LEAST_TITLE_WORDS = 4;

    /** With few articles to splice into, more of them teach nothing new. */
    private static final int SPLICES_OF_A_HOST = 5;

    /** What it is about tells nothing of the site around it. */
    private static final Pattern NOT_SITE = Pattern.compile("text:other-subjects.*");

    /** Columns by which site spam is told; of foreign prose they say nothing, or what the splicer happens to do. */
    private static final Pattern NOT_FOREIGN = Pattern.compile("(text:(?!other-subjects)|runs:|cues:).*");

    /** An article is about something else or it is not: its paragraphs do not differ in that. */
    private static final Pattern NOT_SUBJECT = Pattern.compile("(?!text:other-subjects-(article|low|lead)$).*");

    private NewsTrainer() {}

    /**
     * Makes a model, without calibration and with the usual decision policy.
     *
     * @throws TooFewRowsException if there is too little of something to learn from
     * @throws org.parasift.train.fit.ParityException if the exported trees do not score as the trained ones
     */
    public static Model fit(NewsData data, NewsSettings settings, long seed) {
        FeatureRecipe recipe = settings.recipe();
        Lexicon lexicon = lexicon(data, settings, seed);
        if (lexicon.dimensions() == 0) {
            throw new TooFewRowsException("too few articles without labels that share words");
        }
        Knowledge words = Knowledge.NONE.with(lexicon);
        Set<RawArticle> spliced = new HashSet<>(pool(data, false));
        List<RawArticle> others =
                data.raw().stream().filter(raw -> !spliced.contains(raw)).toList();
        List<Example> sure =
                settings.selfWeight() == 0 ? List.of() : sure(fit(data, settings.siteSpam(), seed), data, others);
        TextTraining texts = new TextTraining(data, others, sure, settings, seed);
        int most = Math.max(
                settings.splices(), settings.foreign().map(Foreign::splices).orElse(0));
        List<Example> splices = splices(data, most, seed);
        List<Example> fewer = first(splices, settings.splices());
        ColumnTable site = new ColumnTable(settings.columns());
        ColumnTable foreign = new ColumnTable(settings.columns());
        ColumnTable subject = new ColumnTable(settings.columns());
        List<Example> filed = settings.subject().isPresent() ? filed(data.raw(), seed) : List.of();
        for (int fold = 0; fold < TextTraining.FOLDS; fold++) {
            FeatureExtractor extractor = recipe.compile(words.with(texts.without(fold)));
            int own = fold;
            Predicate<Example> wanted = row -> TextTraining.fold(row.site()) == own;
            Filler filler = new Filler(extractor, site, wanted, NOT_SITE);
            filler.add(data.labelled(), row -> 1);
            filler.add(data.pages(), row -> settings.pageWeight());
            filler.add(fewer, row -> weight(row.kind(), settings));
            settings.foreign().ifPresent(how -> {
                Filler blind = new Filler(extractor, foreign, wanted, NOT_FOREIGN);
                blind.add(data.labelled(), row -> row.label().equals(SPAM) ? 0 : 1);
                blind.add(
                        first(splices, how.splices()),
                        row -> row.label().equals(SPAM) && !row.kind().equals(Splicer.BLURB) ? 0 : how.weight());
            });
            Filler seeing = new Filler(extractor, subject, wanted, NOT_SUBJECT);
            seeing.add(filed, row -> 1);
            seeing.add(texts.otherPages(), row -> 1);
        }
        Knowledge knowledge = words.with(texts.without(-1));
        Trees siteTrees = TreeFitter.fit(site, settings.trees(), seed);
        if (settings.foreign().isEmpty()) {
            return Model.trees(recipe, LABELS, Link.SOFTMAX, siteTrees, knowledge);
        }
        Foreign how = settings.foreign().get();
        Optional<Subject> what = settings.subject();
        double bar = -how.factor() * how.offset();
        double[] base = what.map(of -> new double[] {0, bar, -of.offset()}).orElse(new double[] {0, bar});
        Trees.Builder all = Trees.builder(settings.columns(), base)
                .all(0, siteTrees)
                .all(1, TreeFitter.fit(foreign, how.trees(), seed).times(how.factor()));
        what.ifPresent(of -> all.all(2, TreeFitter.fit(subject, of.trees(), seed)));
        return Model.trees(recipe, LABELS, Link.EITHER, all.build(), knowledge)
                .with(new RunSmoothing(1, how.factor() * how.step()));
    }

    /** Of the row of a spliced article. Foreign prose is not learned here. */
    static float weight(String kind, NewsSettings settings) {
        return switch (kind) {
            case Splicer.BLURB -> 0;
            case Splicer.REPEAT, Splicer.TITLE -> settings.repeatWeight();
            case Splicer.TEASER -> settings.teaserWeight();
            default -> settings.spliceWeight();
        };
    }

    /** Paragraphs of articles that share nothing with labelled ones, some of each site, of which a model is sure. */
    private static List<Example> sure(Model model, NewsData data, List<RawArticle> raw) {
        Set<Integer> labelled = labelledClusters(data);
        ParagraphClassifier classifier = ParagraphClassifier.of(model);
        Map<String, Integer> ofSite = new HashMap<>();
        List<Example> sure = new ArrayList<>();
        for (RawArticle article : raw) {
            boolean alike = labelled.contains(data.clusterOf(article.article().id()));
            if (alike || ofSite.merge(article.site(), 1, Integer::sum) > SURE_ARTICLES_OF_A_SITE) {
                continue;
            }
            for (Verdict verdict : classifier.classify(article.article())) {
                if (verdict.probability() >= SURE) {
                    int paragraph = verdict.paragraph().index();
                    sure.add(new Example(
                            article.article(), paragraph, verdict.label(), "", Sure.YES, article.site(), 0));
                }
            }
        }
        return sure;
    }

    /** A row for every article of which it is known whether it is about geopolitics, and one for its beginning. */
    private static List<Example> filed(List<RawArticle> raw, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> rows = new ArrayList<>();
        for (RawArticle article : raw) {
            if (article.subject() == Topics.UNCLEAR) {
                continue;
            }
            String label = article.subject() == Topics.OTHER ? SPAM : LABELS.get(0);
            Article whole = article.article();
            int size = whole.paragraphs().size();
            int some = (int) Math.ceil(StrictMath.pow(size, random.nextDouble()));
            Article beginning = Article.of(
                    whole.id(),
                    whole.paragraphs().subList(0, some).stream()
                            .map(whole::text)
                            .toList());
            for (Article one : List.of(whole, beginning)) {
                rows.add(new Example(one, 0, label, "", Sure.YES, article.site(), 0));
            }
        }
        return rows;
    }

    /** The rows of the first spliced articles. */
    private static List<Example> first(List<Example> splices, int articles) {
        return splices.stream()
                .filter(row -> Splicer.number(row.article()) < articles)
                .toList();
    }

    /** What is learned of words; labelled articles and what is spliced are left out. */
    private static Lexicon lexicon(NewsData data, NewsSettings settings, long seed) {
        List<Article> articles =
                pool(data, true).stream().map(RawArticle::article).toList();
        Tokenizer tokenizer = settings.textRecipe().compile().tokenizer();
        return Meanings.learn(articles, tokenizer, settings.words(), settings.dimensions(), settings.epochs(), seed);
    }

    private static List<Example> splices(NewsData data, int most, long seed) {
        if (most == 0) {
            return List.of();
        }
        List<RawArticle> pool = pool(data, false);
        // Where nothing says what articles are about, all may be put into all.
        boolean filed = pool.stream().anyMatch(article -> article.subject() != Topics.UNCLEAR);
        List<RawArticle> hosts = pool.stream()
                .filter(article -> !filed || article.subject() != Topics.OTHER)
                .filter(article -> article.article().paragraphs().size() >= LEAST_PARAGRAPHS
                        && article.article().paragraphs().size() <= MOST_PARAGRAPHS)
                .toList();
        List<RawArticle> others = pool.stream()
                .filter(article -> !filed || article.subject() == Topics.OTHER)
                .toList();
        List<String> titles = new ArrayList<>();
        pool.stream()
                .map(RawArticle::title)
                .filter(title -> Sentences.words(title) >= LEAST_TITLE_WORDS)
                .forEach(titles::add);
        for (int i = 1; i < data.headlines().size(); i += TextTraining.HEADLINE_SHARE) {
            titles.add(data.headlines().get(i));
        }
        int articles = Math.min(most, SPLICES_OF_A_HOST * hosts.size());
        return new Splicer(hosts, hosts, others, titles, seed).make(articles);
    }

    /** Raw articles that share nothing with labelled ones: those that teach, or those that are spliced. */
    private static List<RawArticle> pool(NewsData data, boolean teaching) {
        Set<Integer> taken = labelledClusters(data);
        return data.raw().stream()
                .filter(article -> {
                    int cluster = data.clusterOf(article.article().id());
                    long place = Tokenizer.hash("pool" + cluster);
                    return !taken.contains(cluster) && (Math.floorMod(place, 10) < TEACHING) == teaching;
                })
                .toList();
    }

    private static Set<Integer> labelledClusters(NewsData data) {
        Set<Integer> clusters = new HashSet<>();
        data.labelled().forEach(row -> clusters.add(data.clusterOf(row.article().id())));
        return clusters;
    }

    /** Adds rows to a table, article by article. */
    private static final class Filler {
        private final FeatureExtractor extractor;
        private final ColumnTable table;
        private final Predicate<Example> wanted;
        private final boolean[] hidden;
        private final Page page = new Page();
        private final float[] numbers;
        private @Nullable Article open;

        /** One whose rows have 0 in the columns of certain names. */
        Filler(FeatureExtractor extractor, ColumnTable table, Predicate<Example> wanted, Pattern hiddenNames) {
            this.extractor = extractor;
            this.table = table;
            this.wanted = wanted;
            List<String> columns = extractor.columns();
            this.numbers = new float[columns.size()];
            this.hidden = new boolean[columns.size()];
            for (int c = 0; c < hidden.length; c++) {
                hidden[c] = hiddenNames.matcher(columns.get(c)).matches();
            }
        }

        void add(List<Example> rows, ToDoubleFunction<Example> weight) {
            for (Example row : rows) {
                if (!row.counts() || !wanted.test(row)) {
                    continue;
                }
                if (!row.article().equals(open)) {
                    page.open(row.article(), extractor.tokenizer());
                    open = row.article();
                }
                extractor.fill(page, row.paragraph(), numbers);
                for (int c = 0; c < hidden.length; c++) {
                    numbers[c] = hidden[c] ? 0 : numbers[c];
                }
                table.add(numbers, row.label().equals(SPAM), (float) weight.applyAsDouble(row));
            }
        }
    }
}
