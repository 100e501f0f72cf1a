package org.parasift.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.classify.Model;
import org.parasift.train.TrainRun;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.eval.Prediction;
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
                .contains("the model gives 100.0 % the right label", "For tech", "Shown: the 40 of 90 texts")
                .doesNotContain("spam found");
    }

    @Test
    void textIsCutBetweenCharacters() {
        assertThat(Reading.cut("abc", 3)).isEqualTo("abc");
        assertThat(Reading.cut("ab\uD83D\uDE00c", 3)).isEqualTo("ab… (3 more characters)");
        assertThat(Html.escape("a\uD83D<\"'&>")).isEqualTo("a\uFFFD&lt;&quot;&#39;&amp;&gt;");
        assertThat(Html.escape("\uD83D\uDE00\r")).isEqualTo("\uD83D\uDE00\uFFFD");
    }
}
