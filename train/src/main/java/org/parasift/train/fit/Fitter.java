package org.parasift.train.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Idf;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;

/**
 * Turns labelled rows into a model: features extracted once, fitted by Tribuo, exported, and compared with Tribuo on
 * every row. Deterministic: the same rows, recipe, trainer and seed give the same model, bit for bit.
 */
public final class Fitter {
    /** How far an exported probability may be from the trained one. */
    static final double TOLERANCE = 1e-6;

    private Fitter() {}

    /**
     * Fits a model.
     *
     * @param examples rows that count, of two labels or more
     * @throws ParityException if the exported model does not score as the trained one
     */
    public static Model fit(List<Example> examples, FeatureRecipe recipe, TrainerSpec trainer, long seed) {
        TreeSet<String> sorted = new TreeSet<>();
        examples.forEach(example -> sorted.add(example.label()));
        List<String> labels = List.copyOf(sorted);
        if (labels.size() < 2) {
            throw new IllegalArgumentException("rows of " + labels + " (expected two labels or more)");
        }
        Optional<Idf> idf = Optional.empty();
        Rows rows;
        if (recipe.weighting().idf()) {
            Rows.Weighted weighted = Rows.weighted(examples, labels, recipe);
            rows = weighted.rows();
            idf = Optional.of(weighted.idf());
        } else {
            rows = Rows.of(examples, labels, recipe.compile());
        }
        Trained trained = trainer.train(rows, seed);
        Model model = export(trained, rows, recipe, idf);
        requireParity(trained, model, examples);
        return model;
    }

    /** The versions of the libraries that do the fitting. */
    public static SortedMap<String, String> versions() {
        return new TreeMap<>(Map.of("version.tribuo", org.tribuo.Tribuo.VERSION));
    }

    /** The model in the runtime's own form; features without any weight are left out. */
    private static Model export(Trained trained, Rows rows, FeatureRecipe recipe, Optional<Idf> idf) {
        int labels = rows.labels.size();
        long[] keys = new long[rows.columns()];
        double[] weights = trained.weights();
        int kept = 0;
        for (int c = 0; c < keys.length; c++) {
            boolean any = false;
            for (int l = 0; l < labels; l++) {
                any |= weights[c * labels + l] != 0;
            }
            if (any) {
                keys[kept] = rows.keys[c];
                System.arraycopy(weights, c * labels, weights, kept * labels, labels);
                kept++;
            }
        }
        long[] keptKeys = Arrays.copyOf(keys, kept);
        double[] keptWeights = kept == keys.length ? weights : Arrays.copyOf(weights, kept * labels);
        return idf.isPresent()
                ? Model.linear(recipe, rows.labels, trained.link(), trained.bias(), keptKeys, keptWeights, idf.get())
                : Model.linear(recipe, rows.labels, trained.link(), trained.bias(), keptKeys, keptWeights);
    }

    private static void requireParity(Trained trained, Model model, List<Example> examples) {
        ParagraphClassifier classifier = ParagraphClassifier.of(model);
        Map<Article, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < examples.size(); row++) {
            rowsOf.computeIfAbsent(examples.get(row).article(), article -> new ArrayList<>())
                    .add(row);
        }
        rowsOf.forEach((article, rows) -> {
            List<Verdict> verdicts = classifier.classify(article);
            for (int row : rows) {
                Verdict verdict = verdicts.get(examples.get(row).paragraph());
                trained.oracle().probabilities(row).ifPresent(expected -> {
                    for (int l = 0; l < expected.length; l++) {
                        double found = verdict.probabilities().get(l);
                        if (!(Math.abs(found - expected[l]) <= TOLERANCE)) {
                            throw new ParityException(String.format(
                                    Locale.ROOT,
                                    "article %s, paragraph %d: P(%s) = %.9f as exported, %.9f as trained",
                                    article.id(),
                                    examples.get(row).paragraph(),
                                    model.labels().get(l),
                                    found,
                                    expected[l]));
                        }
                    }
                });
            }
        });
    }
}
