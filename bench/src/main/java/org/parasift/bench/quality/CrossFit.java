package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.List;
import org.parasift.train.eval.Prediction;
import org.parasift.train.news.HeldOut;
import org.parasift.train.news.NewsDecisions;
import org.parasift.train.news.NewsFolds;

/**
 * Calibration and thresholds as the shipped model has them, but for each row learned without the predictions for its
 * site's fold. They always come from the folds by site, whichever question is asked.
 *
 * @param sites the folds by site
 * @param without for each fold what the other folds teach
 * @param all what all folds teach
 */
record CrossFit(NewsFolds sites, List<NewsDecisions> without, NewsDecisions all) {
    CrossFit {
        without = List.copyOf(without);
    }

    static CrossFit of(HeldOut bySite) {
        NewsFolds sites = bySite.folds();
        List<NewsDecisions> without = new ArrayList<>();
        HeldOut any = bySite.anySubject();
        for (int fold = 0; fold < sites.folds(); fold++) {
            int own = fold;
            without.add(NewsDecisions.of(any.where(row -> sites.foldOf(row) != own)));
        }
        return new CrossFit(sites, without, NewsDecisions.of(any));
    }

    /** The same predictions, calibrated; their labels are those of an even chance. */
    List<Prediction> calibrated(List<Prediction> raw) {
        return raw.stream()
                .map(prediction -> decisions(prediction).applyTo(prediction))
                .toList();
    }

    /** Calibrated predictions with the label spam where the paragraph is dropped. */
    List<Prediction> dropped(List<Prediction> calibrated) {
        return calibrated.stream()
                .map(prediction -> Answers.at(decisions(prediction).policy().drop(), prediction))
                .toList();
    }

    private NewsDecisions decisions(Prediction prediction) {
        return without.get(sites.foldOf(prediction.example()));
    }
}
