package org.parasift.train;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parasift.features.FeatureRecipe;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Split;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.fit.TrainerSpec;

/**
 * Which of several settings to train with, by cross-validation: every candidate is scored on the same folds, by models that have
 * not seen them, and the one with the most right answers wins, the one named first if several have as many. Nothing but the
 * training data is looked at.
 *
 * @param tried all candidates with their scores, in the order in which they were named
 * @param best the winner
 */
public record Choice(List<Tried> tried, Candidate best) {
    public Choice {
        tried = List.copyOf(tried);
    }

    /**
     * Settings to try.
     *
     * @param trainer the trainer
     * @param recipe what is extracted; if empty the usual recipe for the data
     * @param name of the recipe, as the user calls it
     */
    public record Candidate(TrainerSpec trainer, Optional<FeatureRecipe> recipe, String name) {}

    /**
     * A candidate's scores on held-out folds.
     *
     * @param candidate the settings
     * @param accuracy share of right answers
     * @param macroF1 mean F1 of the labels
     */
    public record Tried(Candidate candidate, double accuracy, double macroF1) {}

    /**
     * Tries all candidates.
     *
     * @param data read as the settings say
     * @param settings in which trainer and recipe are replaced
     * @param candidates at least one
     */
    public static Choice of(
            Corpus data, TrainRun.Settings settings, List<Candidate> candidates, TrainRun.Progress progress) {
        Corpus corpus = data.trainable();
        Split split = Split.of(corpus, settings.seed());
        List<Tried> tried = new ArrayList<>();
        for (Candidate candidate : candidates) {
            progress.step("trying " + (tried.size() + 1) + " of " + candidates.size(), tried.size(), candidates.size());
            FeatureRecipe recipe = candidate.recipe().orElseGet(() -> TrainRun.usualRecipe(corpus.plain()));
            List<Prediction> predictions = new ArrayList<>();
            for (int fold = 0; fold < split.folds(); fold++) {
                predictions.addAll(
                        TrainRun.heldOut(split, fold, corpus.labels(), recipe, settings.with(candidate), progress));
            }
            Scores scores = Evaluation.of(corpus.labels(), corpus, predictions).scores();
            tried.add(new Tried(candidate, scores.accuracy(), scores.macroF1()));
        }
        Tried best = tried.get(0);
        for (Tried other : tried) {
            best = other.accuracy() > best.accuracy() ? other : best;
        }
        return new Choice(tried, best.candidate());
    }

    void writeTo(ArrayNode json) {
        for (Tried one : tried) {
            json.addObject()
                    .put("trainer", one.candidate().trainer().toString())
                    .put("recipe", one.candidate().name())
                    .put("accuracy", one.accuracy())
                    .put("macroF1", one.macroF1())
                    .put("chosen", one.candidate().equals(best));
        }
    }

    /** One line for each candidate, its scores first. */
    public List<String> lines() {
        return tried.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "%.4f %.4f %s, recipe %s",
                        one.accuracy(),
                        one.macroF1(),
                        one.candidate().trainer(),
                        one.candidate().name()))
                .toList();
    }
}
