package org.parasift.train.news;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Example;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;

/**
 * A classifier for each fold, fitted without it, and what it says of the fold's labelled rows.
 *
 * @param folds the question
 * @param classifiers fold by fold
 * @param predictions for labelled rows that count, fold by fold, as the models say it
 */
public record HeldOut(NewsFolds folds, List<ParagraphClassifier> classifiers, List<Prediction> predictions) {
    public HeldOut {
        classifiers = List.copyOf(classifiers);
        predictions = List.copyOf(predictions);
    }

    /**
     * Fits a model for each fold and asks it.
     *
     * @param trainer makes a model; called by several threads if {@code threads} is more than one
     * @param threads how many models are fitted at a time
     * @param progress told of each model that is ready
     */
    public static HeldOut fit(
            NewsFolds folds, Function<NewsData, Model> trainer, int threads, Consumer<String> progress) {
        return of(folds, fitAll(folds, trainer, threads, progress));
    }

    private static HeldOut of(NewsFolds folds, List<ParagraphClassifier> classifiers) {
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < folds.folds(); fold++) {
            List<Example> rows =
                    folds.labelled(fold).stream().filter(Example::counts).toList();
            predictions.addAll(Evaluation.predictions(classifiers.get(fold), NewsTrainer.LABELS, rows));
        }
        return new HeldOut(folds, classifiers, predictions);
    }

    private static List<ParagraphClassifier> fitAll(
            NewsFolds folds, Function<NewsData, Model> trainer, int threads, Consumer<String> progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ParagraphClassifier>> futures = new ArrayList<>();
            for (int fold = 0; fold < folds.folds(); fold++) {
                int held = fold;
                futures.add(pool.submit(() -> {
                    long start = System.nanoTime();
                    Model model = trainer.apply(folds.train(held));
                    progress.accept("by " + folds.name() + ", fold " + (held + 1) + " of " + folds.folds() + ": "
                            + (System.nanoTime() - start) / 1_000_000_000L + " s");
                    return ParagraphClassifier.of(model);
                }));
            }
            List<ParagraphClassifier> classifiers = new ArrayList<>();
            for (Future<ParagraphClassifier> future : futures) {
                classifiers.add(future.get());
            }
            return classifiers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a fold's model could not be fitted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fitting", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The same models, asked about all rows as if they were of articles on any subject. */
    public HeldOut anySubject() {
        if (classifiers.stream().noneMatch(classifier -> classifier.model().judgesSubject())) {
            return this;
        }
        return of(
                folds,
                classifiers.stream()
                        .map(classifier ->
                                ParagraphClassifier.of(classifier.model().anySubject()))
                        .toList());
    }

    /** The same without predictions for other rows. */
    public HeldOut where(Predicate<Example> wanted) {
        return new HeldOut(
                folds,
                classifiers,
                predictions.stream()
                        .filter(prediction -> wanted.test(prediction.example()))
                        .toList());
    }

    /** The classifier that has not seen a labelled row. */
    public ParagraphClassifier classifierFor(Example row) {
        return classifiers.get(folds.foldOf(row));
    }
}
