package org.parasift.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.features.FeatureRecipe;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.fit.TrainerSpec;

class ChoiceTest {
    private static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theOneWithTheMostRightAnswersOnHeldOutFoldsIsTrained() throws IOException {
        Corpus seeds = CorpusReader.readSeeds(SEEDS);
        TrainRun.Settings settings = TrainRun.Settings.of(SEEDS, folder.resolve("m.psm"));
        List<Choice.Candidate> candidates = new ArrayList<>();
        for (TrainerSpec trainer : TrainerSpec.parseAll("logistic(epochs=1|5)")) {
            candidates.add(new Choice.Candidate(trainer, Optional.of(FeatureRecipe.texts()), "texts"));
            candidates.add(new Choice.Candidate(trainer, Optional.empty(), "usual"));
        }
        Choice choice = Choice.of(seeds, settings, candidates, (what, done, of) -> {});
        assertThat(choice.tried()).extracting(Choice.Tried::candidate).isEqualTo(candidates);
        double best = choice.tried().stream()
                .mapToDouble(Choice.Tried::accuracy)
                .max()
                .orElseThrow();
        assertThat(choice.best())
                .isEqualTo(choice.tried().stream()
                        .filter(one -> one.accuracy() == best)
                        .findFirst()
                        .orElseThrow()
                        .candidate());
        assertThat(choice.best().name()).isEqualTo("usual");
        TrainRun.Result result =
                TrainRun.run(seeds, settings.with(choice.best()), Optional.of(choice), (what, done, of) -> {});
        assertThat(result.evaluation().scores().accuracy()).isEqualTo(best);
        assertThat(result.model().manifest())
                .containsEntry("trainer", choice.best().trainer().toString())
                .containsEntry("choice.001", choice.lines().get(0))
                .containsKey("choice.004");
        assertThat(result.warnings().get(0)).contains("the best of 4");
        assertThat(Files.readString(result.metricsFile())).contains("\"chosen\" : true", "\"recipe\" : \"texts\"");
    }

    @Test
    void settingsWithSeveralValuesAreAllTheirCombinations() {
        assertThat(TrainerSpec.parseAll("liblinear(loss=svm|logistic,cost=0.3|1)"))
                .extracting(TrainerSpec::toString)
                .containsExactly(
                        "liblinear(balanced=no,cost=0.3,eps=0.01,loss=svm)",
                        "liblinear(balanced=no,cost=1.0,eps=0.01,loss=svm)",
                        "liblinear(balanced=no,cost=0.3,eps=0.01,loss=logistic)",
                        "liblinear(balanced=no,cost=1.0,eps=0.01,loss=logistic)");
        assertThat(TrainerSpec.parseAll("naive-bayes")).containsExactly(new TrainerSpec.NaiveBayes(1));
        assertThatThrownBy(() -> TrainerSpec.parseAll("logistic|naive-bayes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between the values of a setting");
    }
}
