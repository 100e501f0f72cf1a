package org.parasift.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Link;
import org.parasift.classify.Model;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Trees;
import org.parasift.classify.Trees.Node.Leaf;
import org.parasift.classify.Trees.Node.Split;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Knowledge;
import org.parasift.train.TrainRun;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.Prediction;
import org.parasift.train.eval.Scores;
import org.parasift.train.fit.Fitter;
import org.parasift.train.fit.TrainerSpec;

class ReportTest {
    private static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");

    @TempDir
    Path folder;

    /** Trains and reports, as the program does. */
    static Report trained(TrainRun.Settings settings, String command) throws IOException {
        Findings findings = new Findings();
        TrainRun.Result result = TrainRun.run(settings, new TrainRun.Progress() {
            @Override
            public void step(String what, int done, int of) {}

            @Override
            public void fold(Optional<Model> model, List<Prediction> predictions) {
                findings.add(model, predictions);
            }
        });
        LearningCurve curve = LearningCurve.of(
                result.corpus(),
                result.split(),
                result.predictions(),
                rows -> Fitter.fit(rows, result.model().recipe(), settings.trainer(), settings.seed()),
                settings.seed());
        return new Report(
                result.corpus(),
                Optional.of(result.split()),
                result.evaluation(),
                result.predictions(),
                result.model(),
                findings,
                Optional.of(curve),
                result.warnings(),
                command);
    }

    /** Where nothing was wrong a bootstrap draws nothing wrong either: that is no certainty. */
    @Test
    void aPerfectScoreOfFewArticlesIsNotBeyondChance() {
        assertThat(Report.comparison(new Scores.Interval(1, 1), 1, 0.979))
                .isEqualTo("is beaten, but not beyond chance");
        assertThat(Report.comparison(new Scores.Interval(0.985, 1), 0.99, 0.979))
                .isEqualTo("is clearly beaten");
        assertThat(Report.comparison(new Scores.Interval(0.9, 0.97), 0.95, 0.979))
                .isEqualTo("is clearly better");
        assertThat(Report.comparison(new Scores.Interval(0.9, 0.99), 0.95, 0.979))
                .isEqualTo("does as well or better");
    }

    private Report ofSeeds() throws IOException {
        return trained(TrainRun.Settings.of(SEEDS, folder.resolve("m.psm")), "parasift train seeds");
    }

    /** A CSV file whose every cell tries to break out of the page. */
    static Path hostile(Path folder) throws IOException {
        String evil =
                "</p></style><script>alert(1)</script><img src=http://example.org/x onerror=alert(2)>' & \u202E\u0007";
        StringBuilder rows = new StringBuilder("article,paragraph,label,kind,site,text\n");
        for (int a = 0; a < 12; a++) {
            for (int p = 0; p < 4; p++) {
                String label = p == 3 ? "spam" : "on-topic";
                rows.append("\"a")
                        .append(a)
                        .append(evil)
                        .append("\",")
                        .append(p)
                        .append(',')
                        .append(label);
                rows.append(",\"k").append(evil).append("\",\"s").append(evil).append("\",\"");
                rows.append(p == 3 ? "Follow us " : "The minister number ")
                        .append(a * 7919 % 101)
                        .append(p);
                rows.append(' ').append(evil).append("x".repeat(300)).append("\"\n");
            }
        }
        return Files.writeString(folder.resolve("hostile<b>.csv"), rows);
    }

    @Test
    void thePageHasAllItsParts() throws IOException {
        String html = ofSeeds().html();
        for (String id : List.of(
                "verdict",
                "data",
                "confusion",
                "curves",
                "precision-recall",
                "reliability",
                "histogram",
                "kinds",
                "learning",
                "features",
                "leaks",
                "errors",
                "articles",
                "provenance")) {
            assertThat(html).contains("id=\"" + id + "\"");
        }
        assertThat(html)
                .contains(
                        "On 99 paragraphs of 5 articles held out from training, the model finds",
                        "99 paragraphs prove nothing",
                        "2 articles in 1 cluster share text",
                        "@media print",
                        "prefers-color-scheme: dark",
                        "parasift train seeds",
                        "SHA-256 of labels.csv",
                        ">K</span>",
                        ">D</span>",
                        "for spam: ");
        assertThat(html.split("<article>", -1)).hasSize(6);
    }

    @Test
    void theSameReportGivesTheSameBytesInAnyLocale() throws IOException {
        String first = ofSeeds().html();
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Path file = folder.resolve("deep/er/report.html");
            ofSeeds().write(file);
            assertThat(file).content().isEqualTo(first);
            try (var files = Files.list(file.getParent())) {
                assertThat(files).hasSize(1);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void noTextBreaksOut() throws IOException {
        String html = trained(TrainRun.Settings.of(hostile(folder), folder.resolve("m.psm")), "parasift '<script>'")
                .html();
        assertThat(html)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("<img", "\u202E", "\u0007", "hostile<b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "id=\"sites\"");
        assertThat(html.split("</style>", -1)).hasSize(2);
    }

    @Test
    void otherLabelsHaveTheirOwnVerdict() throws IOException {
        StringBuilder rows = new StringBuilder("topic,body\n");
        for (int i = 0; i < 90; i++) {
            rows.append(List.of("sport,the team scored ", "world,the minister signed ", "tech,a chip of ")
                            .get(i % 3))
                    .append(i)
                    .append('\n');
        }
        Path csv = Files.writeString(folder.resolve("rows.csv"), rows);
        TrainRun.Settings usual = TrainRun.Settings.of(csv, folder.resolve("m.psm"));
        String html = trained(
                        new TrainRun.Settings(
                                csv,
                                CsvColumns.USUAL.withLabel("topic").withText("body"),
                                false,
                                usual.recipe(),
                                TrainerSpec.parse("naive-bayes"),
                                1,
                                usual.output()),
                        "parasift train rows.csv")
                .html();
        assertThat(html)
                .contains("the model gives 100.0\u00A0% the right label", "For tech", "Shown: the 40 of 90 texts")
                .doesNotContain("spam found");
    }

    /** A page about a finished model, as {@code evaluate} writes it. */
    private static Report evaluated(Model model) throws IOException {
        Corpus corpus = CorpusReader.readSeeds(SEEDS);
        ParagraphClassifier classifier = ParagraphClassifier.of(model);
        List<Prediction> predictions = Evaluation.predictions(classifier, model.labels(), corpus.counted());
        Findings findings = new Findings();
        findings.add(Optional.of(model), predictions);
        return new Report(
                corpus,
                Optional.empty(),
                Evaluation.of(model.labels(), corpus, predictions),
                predictions,
                model,
                findings,
                Optional.empty(),
                List.of(),
                "parasift evaluate seeds");
    }

    /** Spam is what is short; how sure that is depends on a single threshold. */
    private static Model trees() {
        FeatureRecipe recipe = FeatureRecipe.parse("""
                recipe 1
                tokens accent-apostrophe
                shape
                repetition
                weighting tf=count idf=no norm=l2
                """);
        List<String> columns = recipe.compile(Knowledge.NONE).columns();
        Trees trees = Trees.builder(columns, new double[] {0})
                .tree(0, new Split(columns.indexOf("shape:chars"), 60, true, new Leaf(1, 40), new Leaf(-2, 60)))
                .build();
        return Model.trees(recipe, List.of("on-topic", "spam"), Link.SOFTMAX, trees, Knowledge.NONE);
    }

    @Test
    void theVerdictFollowsTheThresholdsNotTheLikelierLabel() throws IOException {
        Report even = evaluated(trees());
        assertThat(even.html()).contains("the model finds ").doesNotContain("(dropping from");
        long spam = even.evaluation().scores().count("spam", "spam");
        assertThat(spam).isPositive();
        // logistic(1) is 0.73: all that is short would be called spam and is only to be reviewed.
        Report careful = evaluated(trees().with(new DecisionPolicy("spam", 0.6, 0.9)));
        assertThat(careful.html())
                .contains(
                        "the model (dropping from P(spam) 0.9 on, reviewing from 0.6 on) finds 0.0\u00A0% of the spam and"
                                + " loses 0.0\u00A0% of the rest",
                        "Reviewed from P(spam) 0.6, dropped from 0.9.", ">R</span>");
        assertThat(careful.evaluation().scores().count("spam", "spam")).isZero();
        assertThat(careful.evaluation().scores().count("spam", "on-topic"))
                .isEqualTo(even.evaluation().scores().label("spam").support());
        assertThat(careful.findings().worst())
                .allSatisfy(row -> assertThat(row.example().label()).isEqualTo("spam"));
    }

    @Test
    void treesShowWhatTheirColumnsContribute() throws IOException {
        String html = evaluated(trees()).html();
        assertThat(html)
                .contains("Mean size of what each column adds", "<span>shape:chars</span>", "for spam in ")
                .doesNotContain("NaN", "not a table of named weights", "repetition:");
    }

    @Test
    void thePolicyAllowsThisStyleSheetAndNothingElse() throws Exception {
        String html = evaluated(trees()).html();
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest(style.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(html)
                .contains("content=\"default-src 'none'; style-src 'sha256-"
                        + java.util.Base64.getEncoder().encodeToString(hash)
                        + "'; img-src data:; base-uri 'none'; form-action 'none'\"")
                .doesNotContain("unsafe", " style=", "<script");
    }

    /** No bar stands higher than the axis says, and the axis is named at its end. */
    @Test
    void theScaleOfTheHistogramEndsAtARoundNumber() throws IOException {
        long[][] cases = {{1, 1}, {2, 2}, {3, 5}, {73, 75}, {100, 100}, {101, 150}, {201, 250}, {4047, 4500}};
        for (long[] most : cases) {
            assertThat(Charts.roundedUp(most[0])).as("" + most[0]).isEqualTo(most[1]);
        }
        String html = evaluated(trees()).html();
        String plot = html.substring(html.indexOf("Histogram of probabilities"));
        List<Integer> ticks = new ArrayList<>();
        Matcher tick = Pattern.compile("text-anchor=\"end\">([0-9]+)</text>")
                .matcher(plot.substring(0, plot.indexOf("</svg>")));
        while (tick.find()) {
            ticks.add(Integer.parseInt(tick.group(1)));
        }
        assertThat(ticks).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(ticks.get(ticks.size() - 1)).isGreaterThan(30);
        assertThat(plot).contains("class=\"tick\" x=\"51.0\" y=\"16.0\"");
    }

    @Test
    void textIsCutBetweenCharacters() {
        assertThat(Reading.cut("abc", 3)).isEqualTo("abc");
        assertThat(Reading.cut("ab\uD83D\uDE00c", 3)).isEqualTo("ab… (3 more characters)");
        assertThat(Html.escape("a\uD83D<\"'&>")).isEqualTo("a\uFFFD&lt;&quot;&#39;&amp;&gt;");
        assertThat(Html.escape("\uD83D\uDE00\r")).isEqualTo("\uD83D\uDE00\uFFFD");
    }
}
