package org.parasift.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.text.Article;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sketches;
import org.parasift.train.eval.Scores;
import org.parasift.train.news.HeldOut;
import org.parasift.train.news.LabelFiles;
import org.parasift.train.news.NewsData;
import org.parasift.train.news.NewsDataReader;
import org.parasift.train.news.NewsFolds;

/**
 * Fits news models without a fifth of the data each, and asks them about that fifth: once by article, once by site. One
 * more, made of everything, is asked about data that never trains: the seeds and pages of other collections.
 *
 * @param folder with the data
 * @param labels of its raw articles
 * @param seeds the folder of the seeds
 * @param folds into which the data is cut
 * @param threads models that are fitted at a time
 * @param seed of folds, splices and bootstraps
 */
public record QualityRun(Path folder, LabelFiles labels, Path seeds, int folds, int threads, long seed) {
    private static final double[] MUST_BY_ARTICLE = {0.93, 0.98, 0.992, 0.90};
    private static final double[] GOAL_BY_ARTICLE = {0.95, 0.988, 0.995, 0.94};
    private static final double[] MUST_BY_SITE = {0.905, 0.96, 0.991, 0.81};
    private static final double[] GOAL_BY_SITE = {0.93, 0.972, 0.994, 0.87};
    private static final Map<String, double[]> SPLICED = Map.of(
            Splices.UNRELATED, new double[] {0.90, 0.97},
            Splices.GEOPOLITICAL, new double[] {0.50, 0.70},
            Splices.TAIL, new double[] {0.98, 0.99},
            Splices.REPEATED, new double[] {0.95, 0.99});

    /**
     * Fits and asks.
     *
     * @param trainer makes a model without calibration; must be safe to call by several threads
     * @param variants trainers to be compared with it by site, by what differs in words
     * @param progress told what is being done
     * @throws IOException if the data cannot be read
     */
    public QualityReport run(
            Function<NewsData, Model> trainer,
            Function<Sets, SortedMap<String, Function<NewsData, Model>>> variants,
            Consumer<String> progress)
            throws IOException {
        progress.accept("reading " + folder);
        NewsData all = NewsDataReader.read(folder, labels);
        Sets sets = Sets.read(folder, labels);
        NewsData data = Material.withoutTestHeadlines(all);
        HeldOut bySite = HeldOut.fit(NewsFolds.bySite(data, folds, seed), trainer, threads, progress);
        HeldOut byArticle = HeldOut.fit(NewsFolds.byArticle(data, folds, seed), trainer, threads, progress);
        CrossFit cross = CrossFit.of(bySite);
        List<Answers> questions =
                List.of(Answers.of(byArticle, cross, sets, seed), Answers.of(bySite, cross, sets, seed));
        progress.accept("a model made of everything");
        ParagraphClassifier whole = ParagraphClassifier.of(cross.all().applyTo(trainer.apply(all)));

        ToReach toReach = new ToReach();
        toReach.question(questions.get(0), MUST_BY_ARTICLE, GOAL_BY_ARTICLE);
        toReach.question(questions.get(1), MUST_BY_SITE, GOAL_BY_SITE);
        List<Table> tables = new ArrayList<>();
        progress.accept("spliced articles");
        Table spliced = spliced(questions, all, toReach);
        progress.accept("whole articles of other topics");
        Table topics = WholeArticles.table(questions, toReach);
        for (Answers question : questions) {
            Scores scores = question.scores(Sets.DEV);
            toReach.atMost(
                    "calibration error (ECE), " + Sets.DEV + " " + question.name(),
                    0.02,
                    0.01,
                    ToReach.estimate(scores.ece(), scores, "ece"));
        }
        Table seedTable = new Never(whole, seed).seeds(CorpusReader.readSeeds(seeds), toReach);
        tables.add(toReach.table());
        tables.add(Breakdown.sets(questions));
        tables.add(Breakdown.thresholds(questions));
        tables.add(spliced);
        tables.add(topics);
        tables.add(WholeArticles.topicByTopic(questions.get(1)));
        tables.add(Breakdown.kinds(questions));
        tables.add(seedTable);
        Path pages = folder.resolve("pages-eval.csv");
        if (Files.exists(pages)) {
            progress.accept("pages of other collections");
            tables.add(new Never(whole, seed).pages(CorpusReader.readCsv(pages, CsvColumns.USUAL), known(all)));
        }
        SortedMap<String, Function<NewsData, Model>> lacking = variants.apply(sets);
        if (!lacking.isEmpty()) {
            tables.add(Ablation.table(questions.get(1), all, lacking, threads, progress));
        }
        tables.add(Breakdown.worst(questions.get(1)));
        return new QualityReport("quality", "How right the news model is", tables, all.hashes(), describe(all, sets));
    }

    /** The articles and pages whose labels a model made of everything knows. */
    private static Sketches known(NewsData data) {
        List<Article> articles = new ArrayList<>();
        data.labelled().stream().map(Example::article).distinct().forEach(articles::add);
        data.pages().stream().map(Example::article).distinct().forEach(articles::add);
        return Sketches.of(articles);
    }

    private Table spliced(List<Answers> questions, NewsData all, ToReach toReach) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Splices> generators = List.of(new Splices.Layered(), new Splices.Single());
        for (Answers question : questions) {
            double threshold = question.threshold(Answers.KEPT);
            for (Splices generator : generators) {
                question.spliced(generator, all).forEach((kind, predictions) -> {
                    Cell.Estimate found = question.share(threshold, predictions);
                    double[] wanted = SPLICED.get(kind);
                    if (wanted != null && question.heldOut().folds().name().equals("site")) {
                        toReach.row(
                                "splices " + generator.name() + ", by site, " + kind + " found at 99.5 % kept",
                                wanted[0],
                                wanted[1],
                                found);
                    }
                    rows.add(List.of(
                            new Cell.Words(generator.name()),
                            new Cell.Words(question.name()),
                            new Cell.Words(kind.equals(Splices.TITLE) ? kind + " dropped" : kind),
                            new Cell.Count(predictions.size()),
                            found,
                            question.share(0.5, predictions)));
                });
            }
        }
        String text =
                "Foreign parts put into held-out articles of " + Sets.DEV + ", scored by the fold's model that has seen"
                        + " neither host nor donor; none of these generators trains. ";
        for (Splices generator : generators) {
            text += generator.name() + ": " + generator.description() + ". ";
        }
        return new Table(
                "Spliced articles",
                text + "True titles dropped are a cost.",
                List.of("generator", "question", "kind", "rows", "found at 99.5 % kept", "found at an even chance"),
                rows);
    }

    private String describe(NewsData all, Sets sets) {
        long counted = all.labelled().stream().filter(Example::counts).count();
        return counted + " labelled rows (" + String.join(", ", sets.names()) + "), "
                + all.pages().stream().filter(Example::counts).count() + " rows of pages, "
                + all.raw().size() + " articles without labels, "
                + all.headlines().size()
                + " headlines (half of them kept from the folds' models); " + folds + " folds, seed " + seed;
    }
}
