package org.parasift.train.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Session;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Idf;
import org.parasift.train.corpus.Example;

/**
 * Turns labelled rows into a model: features extracted once, fitted by a trainer of Tribuo, exported, and compared on every
 * row with the weights that were trained, and on a sample of rows with what Tribuo's own model says. Deterministic: the same rows, recipe, trainer and seed give the same model, bit for bit.
 */
public final class Fitter {
    /** How far an exported probability may be from the trained one. */
    static final double TOLERANCE = 1e-6;

    /** Checked whenever a model is loaded; our own words, so that no data travels in a model. */
    public static final List<String> GOLDEN = List.of(
            "The foreign minister said on Tuesday that talks with the neighbouring country would go on.",
            "Sign up for our newsletter and follow us",
            "In the third quarter the team scored 21 points; shares of the company rose 4.5% after the launch.");

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
        requireParity(trained, rows, model, examples);
        return model;
    }

    /** The version of Parasift, and those of the libraries that do the fitting. */
    public static SortedMap<String, String> versions() {
        Properties own = new Properties();
        try (InputStream in = Fitter.class.getResourceAsStream("/org/parasift/train/version.properties")) {
            if (in != null) {
                own.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeMap<>(Map.of(
                "version.parasift",
                own.getProperty("version", "unknown"),
                "version.tribuo",
                org.tribuo.Tribuo.VERSION));
    }

    /** The model in the runtime's own form; features without any weight are left out. */
    private static Model export(Trained trained, Rows rows, FeatureRecipe recipe, Optional<Idf> idf) {
        int labels = rows.labels.size();
        double[] weights = trained.weights();
        int kept = 0;
        for (int c = 0; c < rows.columns(); c++) {
            kept += isZero(weights, c * labels, labels) ? 0 : 1;
        }
        long[] keys = rows.keys;
        if (kept < rows.columns()) {
            long[] all = keys;
            keys = new long[kept];
            weights = new double[kept * labels];
            kept = 0;
            for (int c = 0; c < all.length; c++) {
                if (!isZero(trained.weights(), c * labels, labels)) {
                    keys[kept] = all[c];
                    System.arraycopy(trained.weights(), c * labels, weights, kept * labels, labels);
                    kept++;
                }
            }
        }
        return idf.isPresent()
                ? Model.linear(recipe, rows.labels, trained.link(), trained.bias(), keys, weights, idf.get())
                : Model.linear(recipe, rows.labels, trained.link(), trained.bias(), keys, weights);
    }

    private static boolean isZero(double[] weights, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (weights[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares the exported model, text by text, with the trained weights for every row, and for those that were shown to
     * Tribuo's own model with what that one said.
     */
    private static void requireParity(Trained trained, Rows rows, Model model, List<Example> examples) {
        ParagraphClassifier classifier = ParagraphClassifier.of(model);
        int[] bounds = Rows.bounds(rows.group);
        IntStream.range(0, bounds.length - 1).parallel().forEach(p -> {
            Session session = classifier.session();
            for (int row = bounds[p]; row < bounds[p + 1]; row++) {
                Example example = examples.get(row);
                if (rows.group[row] == row) {
                    session.open(example.article());
                }
                session.classify(example.paragraph());
                requireEqual(session, trained.probabilities(rows, row), example, model);
                double[] tribuos = trained.sample().get(row);
                if (tribuos != null) {
                    requireEqual(session, tribuos, example, model);
                }
            }
        });
    }

    private static void requireEqual(Session found, double[] expected, Example example, Model model) {
        for (int l = 0; l < expected.length; l++) {
            if (!(Math.abs(found.probability(l) - expected[l]) <= TOLERANCE)) {
                throw new ParityException(String.format(
                        Locale.ROOT,
                        "article %s, paragraph %d: P(%s) = %.9f as exported, %.9f as trained",
                        example.article().id(),
                        example.paragraph(),
                        model.labels().get(l),
                        found.probability(l),
                        expected[l]));
            }
        }
    }
}
