package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journeys through the verbs, each as its claim. */
class VerbsTest {
    private static final Path ARTICLE = Run.SEEDS.resolve("001_2224c2a5299d7cdb.txt");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path root;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    @Test
    void trainPrintsScoresAndWritesModelManifestAndMetrics() throws IOException {
        Run run = Run.in(root, "", "train", "-o", root.resolve("again.psm"));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "5 articles, 99 paragraphs",
                        "4 groups",
                        "two-line rule",
                        "99 paragraphs prove nothing",
                        "use it    with -m " + root.resolve("again.psm"));
        assertThat(root.resolve("again.psm")).exists();
        assertThat(JSON.readTree(root.resolve("again.manifest.json").toFile())
                        .path("seed")
                        .asText())
                .isEqualTo("1");
        assertThat(JSON.readTree(root.resolve("again.metrics.json").toFile())
                        .path("perLabel")
                        .path("spam")
                        .path("support")
                        .asInt())
                .isEqualTo(24);
        assertThat(root.resolve("model/manifest.json"))
                .as("the default model's")
                .exists();
    }

    @Test
    void sameCommandGivesSameBytes() throws IOException {
        Path one = root.resolve("one/m.psm");
        Path two = root.resolve("two/m.psm");
        String first = Run.in(root, "", "train", "-o", one).out();
        String second = Run.in(root, "", "train", "-o", two).out();
        assertThat(first.replace("one", "two")).isEqualTo(second);
        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(one.resolveSibling("m.metrics.json")).hasSameBinaryContentAs(two.resolveSibling("m.metrics.json"));
    }

    @Test
    void classifyGivesOneRecordPerParagraphWithTheOffsetsOfItsText() throws IOException {
        Run run = Run.in(root, "", "classify", "-m", root.resolve("model/parasift.psm"), ARTICLE);
        assertThat(run.code()).isZero();
        String text = Files.readString(ARTICLE);
        try (CSVParser csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(run.out()))) {
            assertThat(csv.getHeaderNames())
                    .containsExactly("article", "index", "start", "end", "label", "probability", "decision", "text");
            int index = 0;
            for (CSVRecord row : csv) {
                assertThat(row.get("article")).isEqualTo("001_2224c2a5299d7cdb");
                assertThat(row.get("index")).isEqualTo(Integer.toString(index++));
                assertThat(row.get("text"))
                        .isEqualTo(
                                text.substring(Integer.parseInt(row.get("start")), Integer.parseInt(row.get("end"))));
                assertThat(Double.parseDouble(row.get("probability"))).isBetween(0.5, 1.0);
                assertThat(row.get("decision")).isEqualTo(row.get("label").equals("spam") ? "DROP" : "KEEP");
            }
            assertThat(index).isGreaterThan(15);
        }
    }

    @Test
    void foldersGiveTheirArticlesSorted() {
        Run run = Run.in(root, "", "classify", root.resolve("seeds"));
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1 + 99 + 1);
        assertThat(run.lines()[1]).startsWith("000_");
        assertThat(run.lines()[99]).startsWith("004_");
    }

    @Test
    void standardInputIsAnArticleToo() throws IOException {
        Run file = Run.in(root, "", "classify", ARTICLE);
        Run input = Run.in(root, Files.readString(ARTICLE), "classify", "-");
        assertThat(input.out()).isEqualTo(file.out().replace("\n001_2224c2a5299d7cdb,", "\n-,"));
    }

    @Test
    void cleanTakesTheSpamOutAndNothingElse() throws IOException {
        Run run = Run.in(root, "", "clean", ARTICLE);
        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("Walmart says", "Former wrestler").startsWith("USA orders personnel");
        assertThat(Files.readString(ARTICLE)).contains("Walmart says", "Former wrestler");
        for (String line : run.lines()) {
            assertThat(Files.readString(ARTICLE)).contains(line);
        }
    }

    @Test
    void crlfAndByteOrderMarkStay() {
        Run run =
                Run.in(root, "\uFEFFThe minister said on Tuesday that talks with Iran would go on.\r\n", "clean", "-");
        assertThat(run.out()).isEqualTo("\uFEFFThe minister said on Tuesday that talks with Iran would go on.\r\n");
    }

    @Test
    void explainedContributionsAddUpToTheScore() {
        Run run = Run.in(root, "", "explain", ARTICLE, "--paragraph", 20, "--reasons", 5);
        assertThat(run.code()).isZero();
        double sum = 0;
        double score = Double.NaN;
        for (String line : run.lines()) {
            String[] words = line.strip().split(" +", 2);
            if (line.endsWith("score for spam")) {
                score = Double.parseDouble(words[0]);
            } else if (line.matches(" +[+-]\\d+\\.\\d+  .*")) {
                sum += Double.parseDouble(words[0]);
            }
        }
        assertThat(sum).isCloseTo(score, org.assertj.core.data.Offset.offset(0.004));
        assertThat(run.out())
                .contains(
                        "P(spam)",
                        ", drop from 0.5; decision DROP",
                        "weaker contributions",
                        "\ncontext: the paragraph before is a headline; in a row of 2 headlines that ends the article\n",
                        "the paragraph before looks like a headline  [neighbours:before-headline]")
                .doesNotContain("review from");
    }

    @Test
    void inspectShowsWhatIsInTheModel() {
        Run run = Run.in(root, "", "inspect", root.resolve("model/parasift.psm"));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "labels       on-topic, spam", "recipe 1", "seed = 1", "data.rows = 99", "strongest for spam");
    }

    @Test
    void evaluateScoresAnyLabelledCsv() throws IOException {
        Path json = root.resolve("scores.json");
        Run run = Run.in(root, "", "evaluate", root.resolve("seeds/labels.csv"), "--json", json);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("5 articles, 99 paragraphs scored", "two-line rule");
        JsonNode scores = JSON.readTree(json.toFile());
        assertThat(scores.path("labels")).extracting(JsonNode::asText).containsExactly("on-topic", "spam");
        for (String share : new String[] {"accuracy", "macroF1", "averagePrecision", "brier", "ece"}) {
            assertThat(scores.path(share).isNumber()).as(share).isTrue();
            assertThat(scores.path(share).asDouble()).as(share).isBetween(0.0, 1.0);
        }
        assertThat(scores.path("perLabel").path("spam").path("support").asInt()).isEqualTo(24);
        assertThat(scores.path("perKind").path("teaser").path("support").asInt())
                .isEqualTo(19);
        JsonNode confusion = scores.path("confusion").path("on-topic");
        assertThat(confusion.path("on-topic").asInt() + confusion.path("spam").asInt())
                .isEqualTo(75);
        assertThat(scores.path("articles").asInt()).isEqualTo(5);
        assertThat(scores.path("paragraphs").asInt()).isEqualTo(99);
        assertThat(scores.path("scored").asInt()).isEqualTo(99);
        assertThat(scores.path("baselines")
                        .path("two-line rule")
                        .path("accuracy")
                        .asDouble())
                .isGreaterThan(0.9);
        Run toOut = Run.in(root, "", "evaluate", root.resolve("seeds/labels.csv"), "--json", "-");
        assertThat(toOut.out()).isEqualTo(Files.readString(json));
    }

    @Test
    void otherLabelsAndColumnNamesTrainAndScore() throws IOException {
        Path csv = root.resolve("topics.csv");
        StringBuilder rows = new StringBuilder("topic,body,other\n");
        String[][] words = {
            {"sport", "the team scored goals"},
            {"business", "shares of the company rose"},
            {"world", "minister said talks"}
        };
        for (int i = 0; i < 60; i++) {
            rows.append(words[i % 3][0])
                    .append(",\"")
                    .append(words[i % 3][1])
                    .append(' ')
                    .append(i)
                    .append("\",x\n");
        }
        Files.writeString(csv, rows);
        Path model = root.resolve("topics/topics.psm");
        Run run = Run.in(
                root,
                "",
                "train",
                csv,
                "--label-column",
                "topic",
                "--text-column",
                "body",
                "-o",
                model,
                "--trainer",
                "naive-bayes");
        assertThat(run.err()).doesNotContain("parasift:");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("60 texts; labels business, sport, world");
        Run scores = Run.in(root, "", "evaluate", csv, "--label-column", "topic", "--text-column", "body", "-m", model);
        assertThat(scores.out()).contains("60 texts scored");
        assertThat(Run.in(root, "", "classify", "-m", model, ARTICLE).out())
                .contains(",KEEP,")
                .doesNotContain("DROP");
    }

    @Test
    void aModelThatIsNotThereIsSaidInOneLine(@TempDir Path fresh) {
        Run gone = Run.in(fresh, "text\n", "classify", "-", "-m", fresh.resolve("mine.psm"));
        assertThat(gone.code()).isEqualTo(Parasift.UNUSABLE_MODEL);
        assertThat(gone.err()).contains("mine.psm: no such model").hasLineCount(1);
    }

    @Test
    void outputIsTheSameInAnyLocale() {
        Locale usual = Locale.getDefault();
        Run first = Run.in(root, "", "classify", ARTICLE);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Run.in(root, "", "classify", ARTICLE).out()).isEqualTo(first.out());
        } finally {
            Locale.setDefault(usual);
        }
        assertThat(first.out()).doesNotContain("\r");
        assertThat(first.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
