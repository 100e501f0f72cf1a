package org.parasift.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parasift.bench.quality.Cell.Estimate;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.eval.Prediction;

class ToReachTest {
    @Test
    void verdictsFollowFromTheFigure() {
        ToReach toReach = new ToReach();
        toReach.row("a", 0.9, 0.95, new Estimate(0.96, 0.94, 0.97));
        toReach.row("b", 0.9, 0.95, new Estimate(0.92, 0.89, 0.94));
        toReach.row("c", 0.9, 0.95, new Estimate(0.88, 0.84, 0.90));
        toReach.row("d", 0.9, 0.95, new Estimate(0.88, 0.84, 0.89));
        toReach.atMost("e", 0.02, 0.01, new Estimate(0.009, 0.005, 0.015));
        toReach.atMost("f", 0.02, 0.01, new Estimate(0.015, 0.005, 0.03));
        toReach.atMost("g", 0.02, 0.01, new Estimate(0.03, 0.025, 0.04));
        toReach.count("h", "23", "24", "23", true, false);
        assertThat(toReach.table().rows().stream().map(row -> row.get(4).markdown()))
                .containsExactly(
                        "goal",
                        "must, must inside the interval",
                        "missed, must inside the interval",
                        "missed",
                        "goal",
                        "must, must inside the interval",
                        "missed",
                        "must");
        assertThat(toReach.table().markdown()).contains("| b | 0.9 | 0.95 | 0.920 (0.890–0.940) |");
    }

    @Test
    void aShareThatIsNearlyAllHasAFourthDigit() {
        assertThat(new Cell.Share(0.9914).markdown()).isEqualTo("0.9914");
        assertThat(new Cell.Share(0.9).markdown()).isEqualTo("0.900");
        assertThat(new Cell.Share(1).markdown()).isEqualTo("1.000");
        assertThat(new Cell.Words("a|b<c").markdown()).isEqualTo("a\\|b&lt;c");
        assertThat(new Estimate(0.75, 0.5, 0.8).json().toString())
                .isEqualTo("{\"value\":0.75,\"low\":0.5,\"high\":0.8}");
    }

    @Test
    void aThresholdDecidesTheLabelFromItselfOn() {
        Example row = new Example(Article.of("a", List.of("text")), 0, "spam", "", Sure.YES, "", 0);
        Prediction prediction = new Prediction(row, "on-topic", List.of(0.6, 0.4));
        assertThat(Answers.at(0.4, prediction).label()).isEqualTo("spam");
        assertThat(Answers.at(0.41, prediction).label()).isEqualTo("on-topic");
    }

    @Test
    void anArticleIsJudgedByItsMedianParagraph() {
        List<Prediction> predictions = new ArrayList<>();
        Article article = Article.of("a", List.of("one", "two", "three", "four"));
        double[] spam = {0.9, 0.1, 0.3, 0.2};
        for (int p = 0; p < spam.length; p++) {
            Example row = new Example(article, p, "spam", "", Sure.YES, "", 0);
            predictions.add(new Prediction(row, "spam", List.of(1 - spam[p], spam[p])));
        }
        Example other = new Example(Article.of("b", List.of("one")), 0, "spam", "", Sure.YES, "", 0);
        predictions.add(new Prediction(other, "spam", List.of(0.5, 0.5)));
        assertThat(Answers.median(predictions)).extracting(Answers::spam).containsExactly(0.3, 0.3, 0.3, 0.3, 0.5);
    }
}
