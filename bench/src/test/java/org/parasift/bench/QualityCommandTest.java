package org.parasift.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on a small folder of made-up data. */
class QualityCommandTest {
    private static final String[] WORDS = {
        "harbour", "minister", "border", "treaty", "vessel", "council", "winter", "grain", "pipeline", "envoy",
                "valley",
        "fleet", "market", "bridge", "river", "summit", "soldier", "village", "tariff", "senate", "island", "mountain"
    };

    /** More words, for the lexicon wants more of them than its vectors have numbers. */
    private static final String[] ENDS = {"", "land", "side", "bound", "craft", "like"};

    /** Stands in every paragraph, and must not stand in any report. */
    private static final String MARK = "quixotry";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void missingFolderIsWrongUsage(@TempDir Path folder) {
        assertThat(run("quality")).isEqualTo(2);
        assertThat(run("quality", "--data", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--data").contains("no such folder");
    }

    @Test
    void everyTableIsThereTwiceTheSameAndWithoutAnyText(@TempDir Path folder) throws IOException {
        Path data = data(folder.resolve("data"));
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Files.createDirectories(first);
        Files.writeString(first.resolve("quality-notes.md"), "Noted by hand.\n");
        for (Path report : List.of(first, second)) {
            String[] arguments = {
                "quality",
                "--data",
                data.toString(),
                "--quick",
                "--out",
                report.toString(),
                "--labels",
                data + "/more.csv"
            };
            assertThat(run(arguments)).describedAs(err.toString()).isZero();
        }
        String page = Files.readString(first.resolve("quality.md"));
        assertThat(page)
                .contains("## To reach")
                .contains("| articles-dev by article: F1 |")
                .contains("| articles-dev by site: on-topic kept |")
                .contains("## Set by set")
                .contains("| more | model, by site, any subject |")
                .contains("## Spliced articles")
                .contains("| B | by site | repeated titles |")
                .contains("| C | by article | teaser tails |")
                .contains("## Whole articles of other topics")
                .contains("## Topic by topic")
                .contains("## Kind by kind")
                .contains("## The seeds")
                .contains("## Pages of other collections")
                .contains("near-copies of articles or pages with labels: 1 of 5: eval-copy.")
                .contains("worst errors, by site")
                .endsWith("## Notes\n\nNoted by hand.\n")
                .doesNotContain(MARK);
        assertThat(out.toString()).contains(page);
        assertThat(err.toString()).contains("by site, fold 1 of 2: ").contains("by article, fold 2 of 2: ");
        String json = Files.readString(first.resolve("quality.json"));
        assertThat(json).doesNotContain(MARK);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode tables = mapper.readTree(json).get("tables");
        assertThat(tables.size()).isEqualTo(10);
        assertThat(mapper.readTree(Files.readString(second.resolve("quality.json")))
                        .get("tables"))
                .isEqualTo(tables);
    }

    // ---- the data

    private Path data(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("articles-dev.csv"), labelled("dev", 12, 6));
        Files.writeString(folder.resolve("articles-other.csv"), labelled("other", 8, 4));
        Files.writeString(folder.resolve("pages-train.csv"), labelled("train", 6, 6));
        StringBuilder eval = new StringBuilder(labelled("eval", 4, 4));
        Files.readString(folder.resolve("pages-train.csv"))
                .lines()
                .filter(line -> line.startsWith("train-0,"))
                .forEach(line ->
                        eval.append(line.replace("train-0,", "eval-copy,")).append('\n'));
        Files.writeString(folder.resolve("pages-eval.csv"), eval.toString());
        StringBuilder headlines = new StringBuilder("kind,text\n");
        for (int i = 0; i < 40; i++) {
            headlines.append("news,").append(title()).append('\n');
        }
        Files.writeString(folder.resolve("headlines.csv"), headlines.toString());
        raw(folder.resolve("articles-raw.jsonl.gz"));
        StringBuilder more = new StringBuilder("article,paragraph,label,kind,sure\n");
        for (int article = 0; article < 8; article++) {
            for (int p = 0; p < 9; p++) {
                String label = p < 8 ? "on-topic,body" : "spam,promo";
                more.append("raw-")
                        .append(4 * article)
                        .append(',')
                        .append(p)
                        .append(',')
                        .append(label)
                        .append(",yes\n");
            }
        }
        Files.writeString(folder.resolve("more.csv"), more.toString());
        return folder;
    }

    private String labelled(String name, int articles, int sites) {
        StringBuilder csv = new StringBuilder("article,paragraph,label,kind,sure,source,site,text\n");
        for (int i = 0; i < articles; i++) {
            List<String> paragraphs = paragraphs();
            String site = name + "-site-" + i % sites + ".org";
            for (int p = 0; p < paragraphs.size(); p++) {
                csv.append(name + "-" + i + "," + p + "," + (p < 8 ? "on-topic,body" : "spam,promo") + ",yes," + site
                        + "," + site + "," + paragraphs.get(p) + "\n");
            }
        }
        return csv.toString();
    }

    private void raw(Path file) throws IOException {
        try (Writer writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (int i = 0; i < 300; i++) {
                boolean known = i % 4 == 3 && i < 48;
                JsonNode json = new ObjectMapper()
                        .createObjectNode()
                        .put("id", known ? "dev-" + i / 4 : "raw-" + i)
                        .put("source", "A source")
                        .put("site", known ? "dev-site-" + i / 4 % 6 + ".org" : "raw-site-" + i % 7 + ".org")
                        .put("topic", i % 3 == 0 ? "sports" : "world")
                        .put("title", title())
                        .put("text", String.join("\n", paragraphs()));
                writer.write(json + "\n");
            }
        }
    }

    /** Eight of prose, two or three of spam. */
    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (int w = 0; w < 30; w++) {
            own.add(word());
        }
        for (int p = 0; p < 8; p++) {
            StringBuilder text = new StringBuilder("The");
            for (int w = 16 + random.nextInt(20); w > 0; w--) {
                text.append(' ').append(own.get(random.nextInt(own.size())));
            }
            paragraphs.add(text + " " + MARK + ".");
        }
        for (int p = 2 + random.nextInt(2); p > 0; p--) {
            paragraphs.add("Subscribe to " + word() + " " + MARK);
        }
        return paragraphs;
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)] + ENDS[random.nextInt(ENDS.length)];
    }

    private String title() {
        StringBuilder title = new StringBuilder("A");
        for (int w = 0; w < 6; w++) {
            title.append(' ').append(word());
        }
        return title + " " + MARK;
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
