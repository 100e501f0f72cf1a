package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parasift.classify.Decision;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sketches;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Scores;

/**
 * A model made of everything, asked about what never trains.
 *
 * @param classifier with calibration and thresholds
 * @param seed of the bootstrap
 */
record Never(ParagraphClassifier classifier, long seed) {
    /** The seeds: how many on-topic paragraphs stay, how many of spam go, the blurb among them. */
    Table seeds(Corpus seeds, ToReach toReach) {
        List<List<Cell>> rows = new ArrayList<>();
        for (boolean byDecision : List.of(false, true)) {
            int kept = 0;
            int dropped = 0;
            int spam = 0;
            int blurbs = 0;
            List<String> wrong = new ArrayList<>();
            for (Example row : seeds.counted()) {
                Verdict verdict = classifier.classify(row.article()).get(row.paragraph());
                boolean drop = byDecision
                        ? verdict.decision() == Decision.DROP
                        : verdict.label().equals(Splices.SPAM);
                boolean isSpam = row.label().equals(Splices.SPAM);
                spam += isSpam ? 1 : 0;
                kept += !isSpam && !drop ? 1 : 0;
                dropped += isSpam && drop ? 1 : 0;
                blurbs += row.kind().equals("blurb") && !drop ? 1 : 0;
                if (isSpam != drop) {
                    wrong.add(row.article().id() + " " + row.paragraph() + " " + row.kind());
                }
            }
            int rest = seeds.counted().size() - spam;
            String who = byDecision ? "DROP" : "label of an even chance";
            rows.add(List.of(
                    new Cell.Words(who),
                    new Cell.Words(kept + " of " + rest),
                    new Cell.Words(dropped + " of " + spam),
                    new Cell.Words(String.join("; ", wrong))));
            boolean all = kept == rest && blurbs == 0;
            toReach.count(
                    "the seeds with a model made of everything, " + who + ": kept, dropped",
                    rest + ", " + (spam - 1) + " with the blurb",
                    rest + ", " + spam,
                    kept + ", " + dropped + (blurbs == 0 ? "" : " without the blurb"),
                    all && dropped >= spam - 1,
                    all && dropped == spam);
        }
        return new Table(
                "The seeds",
                "Never trained on. A model made of all the data, calibrated by the folds by site.",
                List.of("by", "on-topic kept", "spam dropped", "wrong"),
                rows);
    }

    /** Pages of other collections beside the rules; near-copies of what trained are left out. */
    Table pages(Corpus pages, Sketches known) {
        Set<String> copies = new HashSet<>(known.copies(pages.articles()));
        List<Example> unseen = pages.counted().stream()
                .filter(row -> !copies.contains(row.article().id()))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (String rule : Rules.TITLES) {
            rows.add(figures(rule, Rules.scores(rule, unseen, seed), false));
        }
        ParagraphClassifier any = ParagraphClassifier.of(classifier.model().anySubject());
        rows.add(figures(
                "model, any subject",
                Scores.of(Answers.LABELS, Evaluation.predictions(any, Answers.LABELS, unseen), seed),
                true));
        return new Table(
                "Pages of other collections",
                "pages-eval.csv, never trained on; on-topic is the main text of the page, whatever its subject. Left out as"
                        + " near-copies of articles or pages with labels: " + copies.size() + " of "
                        + pages.articles().size()
                        + (copies.isEmpty()
                                ? ""
                                : ": "
                                        + String.join(
                                                ", ",
                                                copies.stream()
                                                        .sorted()
                                                        .limit(20)
                                                        .toList()) + (copies.size() > 20 ? " …" : ""))
                        + ".",
                List.of("who", "rows", "spam", "F1", "precision", "recall", "on-topic kept", "average precision"),
                rows);
    }

    private static List<Cell> figures(String who, Scores scores, boolean ranked) {
        Scores.PerLabel spam = scores.label(Splices.SPAM);
        return List.of(
                new Cell.Words(who),
                new Cell.Count(spam.support() + scores.label(Splices.ON_TOPIC).support()),
                new Cell.Count(spam.support()),
                ToReach.estimate(spam.f1(), scores, "f1 spam"),
                new Cell.Share(spam.precision()),
                new Cell.Share(spam.recall()),
                ToReach.estimate(scores.kept(), scores, "kept"),
                ranked ? ToReach.estimate(scores.averagePrecision(), scores, "averagePrecision") : new Cell.Words("–"));
    }
}
