package org.parasift.bench.quality;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.parasift.classify.Model;
import org.parasift.features.FeatureFamily;
import org.parasift.train.corpus.Example;
import org.parasift.train.fit.TreeSpec;
import org.parasift.train.news.NewsData;
import org.parasift.train.news.NewsSettings;
import org.parasift.train.news.NewsTrainer;

/**
 * The recipe of the shipped model, and the same without each of its parts.
 *
 * @param settings of the recipe
 * @param seed of training
 */
public record Variants(NewsSettings settings, long seed) {
    private static final String ALONE = "site spam alone";
    private static final String WITHOUT = ALONE + " without ";
    private static final float SELF_WEIGHT = 0.1f;

    private static final int FEW_TREES = 20;
    private static final int FEW_SPLICES = 200;

    /** The recipe itself; if {@code quick} with few trees and splices, which is a smoke test. */
    public static Variants of(long seed, boolean quick) {
        NewsSettings usual = NewsSettings.USUAL;
        if (!quick) {
            return new Variants(usual, seed);
        }
        NewsSettings few =
                with(usual, few(usual.trees()), FEW_SPLICES, usual.foreign().map(Variants::few), Set.of());
        return new Variants(few, seed);
    }

    private static NewsSettings.Foreign few(NewsSettings.Foreign foreign) {
        return new NewsSettings.Foreign(
                few(foreign.trees()),
                FEW_SPLICES,
                foreign.weight(),
                foreign.offset(),
                foreign.factor(),
                foreign.step());
    }

    private static TreeSpec few(TreeSpec trees) {
        return new TreeSpec(
                FEW_TREES,
                trees.depth(),
                trees.rate(),
                trees.rowShare(),
                trees.columnShare(),
                trees.leastCover(),
                trees.lambda());
    }

    /** Makes a model by the recipe. */
    public Function<NewsData, Model> usual() {
        return by(settings);
    }

    /** The settings as text. */
    public String text() {
        return settings.toString();
    }

    /** The score of site spam alone, and that without each part, by what differs in words. */
    public SortedMap<String, Function<NewsData, Model>> others(Sets sets) {
        NewsSettings alone = settings.siteSpam();
        TreeMap<String, Function<NewsData, Model>> variants = new TreeMap<>();
        variants.put(ALONE, by(alone));
        for (FeatureFamily family : alone.recipe().families()) {
            String name = family.line().replaceFirst(" .*", "");
            if (family instanceof FeatureFamily.Columns) {
                variants.put(
                        WITHOUT + name,
                        by(with(alone, alone.trees(), alone.splices(), Optional.empty(), Set.of(name))));
            }
        }
        variants.put(WITHOUT + "splices", by(with(alone, alone.trees(), 0, Optional.empty(), alone.leftOut())));
        variants.put(WITHOUT + "contrast of vectors", by(alone.withEpochs(0)));
        variants.put(WITHOUT + "pages", data -> by(alone).apply(rows(data, row -> true, List.of())));
        variants.put(WITHOUT + "other labels than " + Sets.DEV, data -> by(alone)
                .apply(rows(data, row -> sets.has(Sets.DEV, row), data.pages())));
        variants.put(ALONE + " with self-training", by(alone.selfTrained(SELF_WEIGHT)));
        return Collections.unmodifiableSortedMap(variants);
    }

    private Function<NewsData, Model> by(NewsSettings others) {
        return data -> NewsTrainer.fit(data, others, seed);
    }

    private static NewsData rows(NewsData data, Predicate<Example> wanted, List<Example> pages) {
        return new NewsData(
                data.labelled().stream().filter(wanted).toList(),
                pages,
                data.raw(),
                data.headlines(),
                data.clickbait(),
                data.cluster(),
                data.chosen(),
                data.hashes());
    }

    private static NewsSettings with(
            NewsSettings settings,
            TreeSpec trees,
            int splices,
            Optional<NewsSettings.Foreign> foreign,
            Set<String> leftOut) {
        return new NewsSettings(
                trees,
                settings.pageWeight(),
                splices,
                settings.spliceWeight(),
                settings.repeatWeight(),
                settings.teaserWeight(),
                foreign,
                settings.subject(),
                settings.selfWeight(),
                settings.words(),
                settings.dimensions(),
                settings.epochs(),
                settings.textFeatures(),
                leftOut);
    }
}
