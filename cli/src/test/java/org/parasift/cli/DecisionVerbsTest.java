package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.ModelFile;

/** The verbs that judge models: tune, compare, and the page that train and evaluate write. */
class DecisionVerbsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** The labels follow even chance, the decisions the thresholds: what is dropped has scores of its own. */
    @Test
    void evaluateScoresWhatIsDroppedBesideTheLikelierLabels() throws IOException {
        Path strict = root.resolve("strict.psm");
        ModelFile.write(ModelFile.read(model).with(new DecisionPolicy("spam", 0.5, 1)), strict);
        String verdicts = Run.in(root, "", "classify", Run.SEEDS, "-m", strict).out();
        int dropped = verdicts.split(",DROP,", -1).length - 1;
        int reviewed = verdicts.split(",REVIEW,", -1).length - 1;
        assertThat(reviewed).isPositive();
        Run run = Run.in(root, "", "evaluate", Run.SEEDS, "-m", strict);
        assertThat(run.out())
                .contains(
                        "decision  rows  spam  rest\n", "review from 0.5, drop from 1.0; what is dropped is spam with")
                .containsPattern("REVIEW +" + reviewed + " ")
                .containsPattern("DROP +" + dropped + " ");
        JsonNode figures = JSON.readTree(Run.in(root, "", "evaluate", Run.SEEDS, "-m", strict, "--json", "-")
                .out());
        JsonNode decisions = figures.path("decisions");
        assertThat(decisions.path("drop").asDouble()).isEqualTo(1);
        assertThat(decisions.path("dropped").asInt()).isEqualTo(dropped);
        assertThat(decisions.path("reviewed").asInt()).isEqualTo(reviewed);
        assertThat(decisions.path("recall").asDouble())
                .isLessThan(figures.path("perLabel").path("spam").path("recall").asDouble());
        assertThat(decisions.path("f1").asDouble()).isBetween(0.0, 1.0);
        assertThat(decisions.path("interval95").path("f1").size()).isEqualTo(2);
        assertThat(decisions.path("interval95").path("kept").size()).isEqualTo(2);
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
    void figuresMayBeHadAsJson() throws IOException {
        Path file = root.resolve("tune.json");
        Run text = Run.in(root, "", "tune", Run.SEEDS, "-m", model, "--min-kept", "0.9", "--json", file);
        assertThat(text.out()).contains("verdict   ");
        JsonNode tuning = JSON.readTree(file.toFile());
        assertThat(tuning.path("spam").asInt()).isEqualTo(24);
        assertThat(tuning.path("drop").asDouble())
                .isGreaterThanOrEqualTo(tuning.path("review").asDouble());
        assertThat(tuning.path("trainedOn").size()).isPositive();
        Run tune = Run.in(root, "", "tune", Run.SEEDS, "-m", model, "--min-kept", "0.9", "--json", "-");
        assertThat(tune.out()).isEqualTo(Files.readString(file));
        JsonNode same = JSON.readTree(Run.in(root, "", "compare", model, model, Run.SEEDS, "--json", "-")
                .out());
        assertThat(same.path("f1").path("difference").asDouble()).isZero();
        assertThat(same.path("f1").path("interval95").size()).isEqualTo(2);
        assertThat(same.path("mcNemar").asDouble()).isEqualTo(1);
        assertThat(same.path("sentence").asText()).contains("every row the same verdict");
    }

    @Test
    void aDashIsStandardInputAndOutputEverywhere() throws IOException {
        String labels = Files.readString(Run.SEEDS.resolve("labels.csv"));
        Run train = Run.in(root, labels, "train", "-", "-o", root.resolve("dash/m.psm"));
        assertThat(train.code()).as(train.err()).isZero();
        assertThat(train.out()).startsWith("data      -: 5 articles, 99 paragraphs");
        Run.in(root, "", "train", "-o", root.resolve("model/parasift.psm"));
        Run scores = Run.in(root, labels, "evaluate", "-", "-m", model, "--json", "-");
        assertThat(JSON.readTree(scores.out()).path("scored").asInt()).isEqualTo(99);
        Run page = Run.in(root, labels, "evaluate", "-", "-m", model, "--report", "-");
        assertThat(page.out()).startsWith("<!doctype html>").endsWith("</html>\n");
        assertThat(page.err()).contains("standard input: 5 articles, 99 paragraphs scored");
        byte[] bytes = Files.readAllBytes(model);
        Run inspect = Run.in(root, new ByteArrayInputStream(bytes), "inspect", "-");
        assertThat(inspect.out())
                .contains("file         standard input", "calibration  Platt, slope ", "): drop from 0.5");
        Path article = Run.SEEDS.resolve("000_e9ef81e98f718a95.txt");
        assertThat(Run.in(root, new ByteArrayInputStream(bytes), "classify", article, "-m", "-")
                        .out())
                .isEqualTo(Run.in(root, "", "classify", article, "-m", model).out());
        for (Object[] wrong : new Object[][] {
            {"evaluate", Run.SEEDS, "--json", "-", "--report", "-"},
            {"tune", Run.SEEDS, "--cost", "fp=1,fn=1", "--json", "-", "-o", "-"},
            {"train", "-o", "-", "--report", "-"}
        }) {
            assertThat(Run.in(root, "", wrong).code()).isEqualTo(Parasift.WRONG_USAGE);
        }
    }

    @Test
    void trainAndEvaluateWriteAPageThatTellsItsCommand() throws IOException {
        Path page = root.resolve("pages/train.html");
        Run train = Run.in(root, "", "train", Run.SEEDS, "-o", root.resolve("p/m.psm"), "--report", page);
        assertThat(train.code()).isZero();
        assertThat(train.err()).contains("report    " + page);
        assertThat(Files.readString(page))
                .contains("Would more data help?", "held out from training")
                // in quotes if it has blanks
                .containsPattern("parasift train \\S*" + Pattern.quote(Run.SEEDS.toString()) + "\\S* -o ");
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
