package org.parasift.classify;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.parasift.classify.Trees.Node.Leaf;
import org.parasift.classify.Trees.Node.Split;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureNames;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Knowledge;
import org.parasift.features.Lexicon;
import org.parasift.features.LineMemory;
import org.parasift.text.Article;
import org.parasift.token.TokenizedArticle;

/** Small models for tests. */
final class Models {
    private Models() {}

    /** Two labels over articles: repeats and "read more" are spam. */
    static Model articles() {
        return with(
                FeatureRecipe.articles(), Map.of("repetition:equal", 4.0, "word:read more", 5.0, "word:troops", -0.75));
    }

    static Model with(FeatureRecipe recipe, Map<String, Double> weightsByName) {
        Map<String, Long> keys = keys(recipe, "Troops leave Iraq", "Read more", "Troops leave Iraq");
        long[] key = new long[weightsByName.size()];
        double[] weights = new double[2 * key.length];
        int i = 0;
        for (Map.Entry<String, Double> entry : new TreeMap<>(weightsByName).entrySet()) {
            key[i] = keys.getOrDefault(entry.getKey(), 1L);
            weights[2 * i + 1] = entry.getValue();
            i++;
        }
        return Model.linear(recipe, List.of("on-topic", "spam"), Link.SOFTMAX, new double[] {0, -1}, key, weights);
    }

    /** Three labels over texts, random weights. */
    static Model threeLabels() {
        Random random = new Random(1);
        FeatureRecipe recipe = FeatureRecipe.texts();
        long[] key = keys(recipe, "troops leave iraq", "the troops left on monday", "read more").values().stream()
                .mapToLong(Long::longValue)
                .toArray();
        double[] weights = random.doubles(3L * key.length, -2, 2).toArray();
        return Model.linear(recipe, List.of("a", "b", "c"), Link.SOFTMAX, new double[] {0.1, 0.2, 0.3}, key, weights);
    }

    /** Two ensembles, either of which suffices. */
    static Model either() {
        Trees site = trees().trees().orElseThrow();
        Trees both = Trees.builder(site.columns(), new double[] {-0.5, 0.25})
                .all(0, site)
                .all(
                        1,
                        Trees.builder(site.columns(), new double[] {0})
                                .tree(0, new Split(0, 0.5f, true, new Leaf(-2, 3), new Leaf(2, 1)))
                                .build())
                .build();
        return Model.trees(trees().recipe(), List.of("on-topic", "spam"), Link.EITHER, both, trees().knowledge());
    }

    /** The same, the second of them smoothed. */
    static Model smoothed() {
        return either().with(new RunSmoothing(1, 1.5));
    }

    /** The same as {@link #either} with a third one that judges the subject, by a text score. */
    static Model subject() {
        Trees two = either().trees().orElseThrow();
        int score = two.columns().indexOf("text:other-topic");
        Trees.Builder three = Trees.builder(two.columns(), new double[] {-0.5, 0.25, -1});
        for (int output = 0; output < 2; output++) {
            three.tree(output, new Split(output, 0.5f, true, new Leaf(-2, 3), new Leaf(2, 1)));
        }
        three.tree(2, new Split(score, 0, true, new Leaf(-2, 3), new Leaf(6, 1)));
        return Model.trees(either().recipe(), either().labels(), Link.EITHER, three.build(), either().knowledge());
    }

    /** Trees over columns, two text scores among them. */
    static Model trees() {
        FeatureRecipe recipe = FeatureRecipe.parse("""
                recipe 1
                tokens accent-apostrophe
                words orders=1,2
                repetition
                text-scores names=furniture,other-topic around=furniture
                weighting tf=count idf=no norm=l2
                """);
        Random random = new Random(2);
        long[] key = keys(FeatureRecipe.texts(), "troops leave iraq", "read more").values().stream()
                .mapToLong(Long::longValue)
                .toArray();
        TextScores scores = TextScores.of(
                List.of("furniture", "other-topic"),
                new double[] {0.1, -0.2},
                key,
                random.doubles(2L * key.length, -2, 2).toArray());
        Knowledge knowledge = Knowledge.NONE.with(scores);
        List<String> columns = recipe.compile(knowledge).columns();
        Trees.Builder trees = Trees.builder(columns, new double[] {0.5, 0.5});
        for (int column = 0; column < columns.size(); column++) {
            trees.tree(
                    column % 2,
                    new Split(column, 0.5f, true, new Leaf(random.nextFloat(), 3), new Leaf(random.nextFloat(), 1)));
        }
        return Model.trees(recipe, List.of("on-topic", "spam"), Link.SOFTMAX, trees.build(), knowledge);
    }

    /** Weights beside a lexicon and a memory of lines. */
    static Model knowing() {
        FeatureRecipe recipe = FeatureRecipe.parse("""
                recipe 1
                tokens accent-apostrophe
                words orders=1
                meaning
                site-memory
                weighting tf=binary idf=no norm=none
                """);
        Random random = new Random(3);
        long[] words = random.longs(4).toArray();
        float[][] vectors = {{1, 2, 3}, {0.5f, -1, 0}, {0, 0, 1}, {-1, 1, 1}};
        Knowledge knowledge = Knowledge.NONE
                .with(Lexicon.learned(8.5f, words, new float[] {1, 2, 3, 4}, vectors))
                .with(LineMemory.of(random.longs(3).toArray(), new int[] {1, 2, 3}, new int[] {1, 1, 2}));
        long[] key = {1, 2, -3};
        double[] weights = {1, -1, 2, -2, 0.5, -0.5};
        return Model.linear(recipe, List.of("a", "b"), Link.ONE_VS_REST, new double[] {1, -1}, key, weights, knowledge);
    }

    private static Map<String, Long> keys(FeatureRecipe recipe, String... paragraphs) {
        FeatureExtractor extractor = recipe.compile();
        Article article = Article.of("x", List.of(paragraphs));
        FeatureNames names = new FeatureNames();
        for (int p = 0; p < paragraphs.length; p++) {
            extractor.extract(TokenizedArticle.of(article, extractor.tokenizer()), p, names);
        }
        Map<String, Long> keys = new TreeMap<>();
        names.byKey().forEach((key, name) -> keys.put(name, key));
        return keys;
    }
}
