package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that judge models: tune, compare, and the page that train and evaluate write. */
class DecisionVerbsTest {
    @TempDir
    static Path root;

    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
        model = root.resolve("model/parasift.psm");
    }

    @Test
    void tuneSaysThatNinetyNineParagraphsProveNoPromise() {
        Path tuned = root.resolve("tuned.psm");
        Run run = Run.in(root, "", "tune", Run.SEEDS, "-m", model, "--min-kept", "0.995", "-o", tuned);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "75 paragraphs that are not spam and 24 that are, of 5 articles",
                        "THE DATA DOES NOT SUPPORT IT",
                        "it takes 598 rows that are not spam, here are 75",
                        "the model was trained on");
        assertThat(Run.in(root, "", "inspect", tuned).out())
                .contains("policy.goal = at least 99.5 % of the rows", "policy.supported = no");
    }

    @Test
    void tuneTakesOneGoalAndSaysWhatItExpects() {
        assertThat(Run.in(root, "", "tune", Run.SEEDS, "-m", model).code()).isEqualTo(Parasift.WRONG_USAGE);
        Run both = Run.in(root, "", "tune", Run.SEEDS, "--min-kept", "0.9", "--cost", "fp=1,fn=1");
        assertThat(both.code()).isEqualTo(Parasift.WRONG_USAGE);
        Run cost = Run.in(root, "", "tune", Run.SEEDS, "--cost", "fp=1");
        assertThat(cost.code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(cost.err()).contains("as fp=20,fn=1");
        Run good = Run.in(root, "", "tune", Run.SEEDS, "-m", model, "--cost", "fp=20,fn=1");
        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("least cost, 20 for a lost row and 1 for spam that stays", "give -o to write");
    }

    @Test
    void compareSaysWhichWinsAndWhetherItMeansAnything() {
        Path other = root.resolve("bayes/bayes.psm");
        assertThat(Run.in(root, "", "train", Run.SEEDS, "--trainer", "naive-bayes", "-o", other)
                        .code())
                .isZero();
        Run run = Run.in(root, "", "compare", model, other, Run.SEEDS);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "99 paragraphs of 5 articles",
                        "F1 of spam",
                        "95 % interval",
                        "McNemar's exact test: p = ",
                        "A was trained on",
                        "B was trained on");
        Run same = Run.in(root, "", "compare", model, model, Run.SEEDS);
        assertThat(same.out()).contains("A and B give every row the same verdict");
        assertThat(Run.in(root, "", "compare", model, root.resolve("none.psm"), Run.SEEDS)
                        .code())
                .isEqualTo(Parasift.UNUSABLE_MODEL);
    }

    @Test
    void trainAndEvaluateWriteAPageThatTellsItsCommand() throws IOException {
        Path page = root.resolve("pages/train.html");
        Run train = Run.in(root, "", "train", Run.SEEDS, "-o", root.resolve("p/m.psm"), "--report", page);
        assertThat(train.code()).isZero();
        assertThat(train.err()).contains("report    " + page);
        assertThat(Files.readString(page))
                .contains("Would more data help?", "parasift train " + Run.SEEDS + " -o ", "held out from training");
        Path other = root.resolve("pages/evaluate.html");
        Run evaluate = Run.in(root, "", "evaluate", Run.SEEDS, "-m", model, "--report", other);
        assertThat(evaluate.code()).isZero();
        assertThat(Files.readString(other))
                .contains("these scores say nothing of other data")
                .doesNotContain("Would more data help?");
        byte[] first = Files.readAllBytes(other);
        Run.in(root, "", "evaluate", Run.SEEDS, "-m", model, "--report", other);
        assertThat(Files.readAllBytes(other)).isEqualTo(first);
    }
}
