package org.parasift.bench.quality;

import java.util.List;
import org.parasift.train.corpus.Example;
import org.parasift.train.eval.Baselines;
import org.parasift.train.eval.Scores;

/** The rules beside which every model is shown. */
final class Rules {
    static final List<String> TITLES = List.of(Baselines.TWO_LINE_RULE.title(), Baselines.C4_LINE_FILTER.title());

    private Rules() {}

    static Scores scores(String title, List<Example> rows, long seed) {
        return Scores.of(
                Answers.LABELS, Baselines.predictions(Answers.LABELS, rows).getOrDefault(title, List.of()), seed);
    }
}
