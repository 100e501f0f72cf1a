package org.parasift.train.news;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.parasift.classify.Model;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sketches;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.fit.Fitter;

/**
 * The whole job of a news model: fit without each fifth of the sites, learn calibration and thresholds from what these
 * models say of the fifth they have not seen, fit on everything, and write down where it comes from. The same data,
 * settings and seed give the same model.
 */
public final class NewsRun {
    private static final int FOLDS = 5;

    private NewsRun() {}

    /**
     * What came of it.
     *
     * @param model fitted on everything
     * @param heldOut predictions for labelled rows of sites that the predicting model had not seen, put through the
     *     calibration that was learned from all of them
     * @param scores of them
     */
    public record Result(Model model, List<Prediction> heldOut, Scores scores) {
        public Result {
            heldOut = List.copyOf(heldOut);
        }
    }

    /**
     * Runs the job.
     *
     * @param threads models that are fitted at a time; changes nothing else
     * @param progress told what has been done
     */
    public static Result run(NewsData data, NewsSettings settings, long seed, int threads, Consumer<String> progress) {
        HeldOut bySite = HeldOut.fit(
                NewsFolds.bySite(data, FOLDS, seed), part -> NewsTrainer.fit(part, settings, seed), threads, progress);
        HeldOut anySubject = bySite.anySubject();
        NewsDecisions decisions = NewsDecisions.of(anySubject);
        List<Prediction> heldOut =
                anySubject.predictions().stream().map(decisions::applyTo).toList();
        Scores scores = Scores.of(NewsTrainer.LABELS, heldOut, seed);
        progress.accept("a model made of everything");
        Model model = decisions
                .applyTo(NewsTrainer.fit(data, settings, seed))
                .withManifest(manifest(data, settings, scores, seed))
                .withGolden(Fitter.GOLDEN);
        return new Result(model, heldOut, scores);
    }

    private static Map<String, String> manifest(NewsData data, NewsSettings settings, Scores scores, long seed) {
        TreeMap<String, String> manifest = new TreeMap<>();
        List<Article> labelled =
                data.labelled().stream().map(Example::article).distinct().toList();
        manifest.put("data.articles", Integer.toString(labelled.size()));
        manifest.put("data.counted", Long.toString(counted(data.labelled())));
        manifest.put("data.headlines", Integer.toString(data.headlines().size()));
        manifest.put("data.labels", String.join(", ", NewsTrainer.LABELS));
        manifest.put("data.pages.counted", Long.toString(counted(data.pages())));
        manifest.put("data.raw", Integer.toString(data.raw().size()));
        data.hashes().forEach((file, hash) -> manifest.put("data.sha256." + file, hash));
        manifest.put(Evaluation.SKETCHES, Sketches.of(labelled).toString());
        manifest.put("recipe", settings.recipe().toString());
        manifest.put("scores.averagePrecision", figure(scores.averagePrecision()));
        manifest.put(
                "scores.f1." + NewsTrainer.SPAM,
                figure(Objects.requireNonNull(scores.perLabel().get(NewsTrainer.SPAM))
                        .f1()));
        manifest.put("scores.heldOut", "site, " + FOLDS + " folds, any subject");
        manifest.put("scores.kept", figure(scores.kept()));
        manifest.put("seed", Long.toString(seed));
        manifest.put("settings", settings.toString());
        manifest.put("trainer", settings.trees().toString());
        manifest.putAll(Fitter.versions());
        return manifest;
    }

    private static long counted(List<Example> rows) {
        return rows.stream().filter(Example::counts).count();
    }

    private static String figure(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }
}
