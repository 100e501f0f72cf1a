package org.parasift.train.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.classify.Link;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Weighting;
import org.parasift.text.Article;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

/** Our solver of LibLinear's problems against LibLinear's own, behind Tribuo's trainer. */
class OneVsRestTest {
    private static final Weighting LENGTH_ONE = new Weighting(Weighting.Tf.SUBLINEAR, false, true);

    @ParameterizedTest
    @CsvSource({
        "svm,2,1,no", "svm,5,1,no", "svm,2,30,no", "svm,5,0.1,yes", "svm,2,1,yes",
        "logistic,2,1,no", "logistic,5,1,no", "logistic,2,30,no", "logistic,5,0.1,yes", "logistic,2,1,yes",
    })
    void bothFindTheOneAnswer(String loss, int labels, double cost, String balanced) {
        for (Weighting weighting : List.of(Weighting.BINARY, LENGTH_ONE)) {
            Rows rows = rows(FitterTest.rows(150, labels), weighting);
            TrainerSpec.LibLinear exact = spec(loss, cost, 1e-8, balanced);
            double[] ours = new OneVsRest(rows, exact, 3).solve().orElseThrow().weights();
            double[] theirs = Tribuo.libLinear(exact, rows, 3).weights();
            double largest = 0;
            for (double weight : theirs) {
                largest = Math.max(largest, Math.abs(weight));
            }
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isCloseTo(theirs[i], within(1e-4 * largest));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"svm,2", "svm,5", "logistic,2", "logistic,5"})
    void theUsualToleranceComesAsNearAsLibLinears(String loss, int labels) {
        Rows rows = rows(FitterTest.rows(300, labels), LENGTH_ONE);
        TrainerSpec.LibLinear usual = spec(loss, 1, 0.01, "no");
        double[] answer = Tribuo.libLinear(spec(loss, 1, 1e-8, "no"), rows, 3).weights();
        double ours =
                distance(new OneVsRest(rows, usual, 3).solve().orElseThrow().weights(), answer);
        double theirs = distance(Tribuo.libLinear(usual, rows, 3).weights(), answer);
        assertThat(ours).isLessThan(Math.max(2 * theirs, 0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"svm", "logistic"})
    void rowsLeftOutAreAsIfTheyWereNotThere(String loss) {
        Rows rows = rows(FitterTest.rows(120, 3), LENGTH_ONE);
        TrainerSpec.LibLinear exact = spec(loss, 1, 1e-8, "no");
        boolean[] left = new boolean[rows.size()];
        for (int r = 0; r < left.length; r += 3) {
            left[r] = true;
        }
        int[] kept = IntStream.range(0, left.length).filter(r -> !left[r]).toArray();
        OneVsRest.Solved all = new OneVsRest(rows, exact, 3).solve().orElseThrow();
        OneVsRest.Solved warm = all.without(left).orElseThrow();
        OneVsRest.Solved cold =
                new OneVsRest(rows.subset(kept), exact, 3).solve().orElseThrow();
        assertThat(distance(warm.weights(), cold.weights())).isLessThan(1e-5);
        Trained part = new Trained(Link.ONE_VS_REST, warm.bias(), warm.weights(), new TreeMap<>());
        for (int r = 0; r < rows.size(); r++) {
            assertThat(warm.scores(r)).containsExactly(part.scores(rows, r), within(1e-9));
        }
    }

    @Test
    void aProblemWithoutAnAnswerInTimeGoesToLibLinear() {
        List<Example> few = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            // Six words and labels that have nothing to do with them: every row stands against others.
            String text = "a".repeat(1 + random.nextInt(3)) + " " + "b".repeat(1 + random.nextInt(3));
            few.add(new Example(
                    Article.of("t" + i, List.of(text)), 0, "label" + random.nextInt(2), "", Sure.YES, "", i + 2));
        }
        Rows rows = rows(few, Weighting.BINARY);
        TrainerSpec.LibLinear hard = spec("svm", 1e7, 1e-9, "no");
        assertThat(new OneVsRest(rows, hard, 1).solve()).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new RowsDualTrainer(hard, 1).train(new RowsDataset(rows)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("passes");
        assertThat(hard.train(rows, 1).weights()).hasSize(2 * rows.columns());
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.2, 3, 1",
        "0, -5, 400, 1",
        "0, 30, 1e-3, 1",
        "1e-9, -80, 1e4, 7",
        "6.9999, 80, 1e4, 7",
        "0.3, 0, 1e6, 1000",
    })
    void aStepSolvesItsEquation(double before, double agreement, double square, double cost) {
        double a = DualSolver.step(before, agreement, square, cost);
        assertThat(a).isStrictlyBetween(0.0, cost);
        double t = Math.log(a / (cost - a));
        double error = square * (a - before) + agreement + t;
        assertThat(error / (1 + square * a * (1 - a / cost))).isCloseTo(0, within(1e-5));
    }

    /**
     * On real texts, when they are at hand: trained on one in so many, compared on the others. LibLinear's own tolerance for
     * logistic loss leaves it farther from the answer than ours, so it is asked for a closer one.
     */
    @ParameterizedTest
    @CsvSource({"svm,0.01,agnews,8", "logistic,0.0001,agnews,8", "svm,0.01,newsgroups,12"})
    void heldOutTextsGetTheSameLabels(String loss, double theirEps, String data, int oneIn) throws IOException {
        Path file = Path.of(System.getProperty("parasift.data", "../../shared/data"), data + "-train.csv");
        Assumptions.assumeTrue(Files.isRegularFile(file), "no " + file);
        Rows all = rows(CorpusReader.readCsv(file, CsvColumns.USUAL).counted(), LENGTH_ONE);
        Rows rows = all.subset(
                IntStream.range(0, all.size()).filter(r -> r % oneIn == 0).toArray());
        OneVsRest.Solved solved =
                new OneVsRest(rows, spec(loss, 1, 0.01, "no"), 3).solve().orElseThrow();
        Trained ours = new Trained(Link.ONE_VS_REST, solved.bias(), solved.weights(), new TreeMap<>());
        Trained theirs = Tribuo.libLinear(spec(loss, 1, theirEps, "no"), rows, 3);
        int held = 0;
        int same = 0;
        for (int r = 0; r < all.size(); r++) {
            if (r % oneIn != 0) {
                held++;
                same += best(ours.scores(all, r)) == best(theirs.scores(all, r)) ? 1 : 0;
            }
        }
        assertThat((double) same / held).isGreaterThanOrEqualTo(0.999);
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int l = 1; l < scores.length; l++) {
            best = scores[l] > scores[best] ? l : best;
        }
        return best;
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        double length = 0;
        for (int i = 0; i < one.length; i++) {
            squares += (one[i] - other[i]) * (one[i] - other[i]);
            length += other[i] * other[i];
        }
        return Math.sqrt(squares / length);
    }

    private static TrainerSpec.LibLinear spec(String loss, double cost, double eps, String balanced) {
        return (TrainerSpec.LibLinear) TrainerSpec.parse(
                "liblinear(loss=" + loss + ",cost=" + cost + ",eps=" + eps + ",balanced=" + balanced + ")");
    }

    private static Rows rows(List<Example> examples, Weighting weighting) {
        return Rows.of(
                examples,
                examples.stream().map(Example::label).distinct().sorted().toList(),
                FeatureRecipe.texts().with(weighting).compile());
    }
}
