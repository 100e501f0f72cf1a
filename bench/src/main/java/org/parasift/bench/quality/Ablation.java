package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parasift.classify.Model;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.news.HeldOut;
import org.parasift.train.news.NewsData;

/** What each part of the recipe is worth: the same folds by site, without it. */
final class Ablation {
    private Ablation() {}

    static Table table(
            Answers reference,
            NewsData all,
            SortedMap<String, Function<NewsData, Model>> variants,
            int threads,
            Consumer<String> progress) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("as shipped", reference, all));
        variants.forEach((name, trainer) -> {
            progress.accept(name);
            HeldOut heldOut = HeldOut.fit(reference.heldOut().folds(), trainer, threads, what -> {});
            Answers answers = Answers.of(heldOut, CrossFit.of(heldOut), reference.sets(), reference.seed());
            rows.add(row(name, answers, all));
        });
        List<String> head = new ArrayList<>(List.of("recipe"));
        for (String set : reference.sets().names()) {
            head.addAll(List.of(set + ": F1", set + ": AP", set + ": recall"));
        }
        Splices.KINDS.forEach(kind -> head.add("B: " + kind));
        head.add("B: " + Splices.TITLE + " dropped");
        return new Table(
                "Ablation, by site",
                "The ensembles of foreign prose and of other subjects are left out for what each part gives the score of site spam; what is shipped has all three. AP is average precision; recall and splices are at 99.5 % kept. One training each. Two trainings that differ by chance alone differ too, so small differences say nothing.",
                head,
                rows);
    }

    private static List<Cell> row(String name, Answers answers, NewsData all) {
        List<Cell> row = new ArrayList<>(List.of(new Cell.Words(name)));
        for (String set : answers.sets().names()) {
            Scores scores = answers.scores(set);
            row.add(new Cell.Share(scores.label(Splices.SPAM).f1()));
            row.add(new Cell.Share(scores.averagePrecision()));
            row.add(new Cell.Share(scores.recallAtKept()));
        }
        double threshold = answers.threshold(Answers.KEPT);
        Map<String, List<Prediction>> spliced = answers.spliced(new Splices.Layered(), all);
        spliced.forEach((kind, predictions) ->
                row.add(new Cell.Share(answers.share(threshold, predictions).value())));
        return row;
    }
}
