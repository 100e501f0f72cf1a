package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code clean} removes, {@code restore} puts back, byte for byte. */
class RestoreTest {
    private static final String PROSE = "The minister said on Tuesday that talks with Iran would go on in the capital.";
    private static final String SPAM = "Walmart says higher tariffs will push prices higher -";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path root;

    @TempDir
    Path folder;

    private String article;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    @BeforeEach
    void read() throws IOException {
        article = Files.readString(Run.SEEDS.resolve("001_2224c2a5299d7cdb.txt"));
    }

    @Test
    void restoreIsTheInverseOfCleanByteForByte() throws IOException {
        String[] texts = {
            article,
            article.replace("\n", "\r\n"),
            "\uFEFF" + article + "\n\n",
            SPAM + "\n" + SPAM,
            PROSE,
            "\n\n " + PROSE + "\u2028é😀\n\n" + SPAM + "\n\n\n"
        };
        Object[] args = new Object[texts.length + 3];
        args[0] = "clean";
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            args[i + 1] = Files.writeString(folder.resolve(i + ".txt"), texts[i]);
            all.append(texts[i]);
        }
        Path removed = folder.resolve("removed.jsonl");
        args[texts.length + 1] = "--removed";
        args[texts.length + 2] = removed;
        Run clean = Run.in(root, "", args);
        assertThat(clean.code()).as(clean.err()).isZero();
        assertThat(clean.out()).isNotEqualTo(all.toString());
        JsonNode span =
                JSON.readTree(Files.readAllLines(removed).get(0)).path("spans").path(0);
        assertThat(span.path("label").asText()).isEqualTo("spam");
        assertThat(span.path("reason").asText()).isNotEmpty();
        assertThat(span.path("text").asText())
                .isEqualTo(article.substring(
                        span.path("start").asInt(), span.path("end").asInt()));
        Run restored = Run.in(root, clean.out(), "restore", "-", "--removed", removed);
        assertThat(restored.out()).isEqualTo(all.toString());
        Run other = Run.in(root, clean.out() + "x", "restore", "-", "--removed", removed);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("text that no line accounts for");
        assertThat(Run.in(root, "x", "restore", "-", "--removed", removed).code())
                .isEqualTo(1);
    }

    /** Every way in which a line can differ from what we would write. */
    private byte[] oddLines() throws IOException {
        String spam = "\\n" + SPAM + "\\n\\n" + SPAM + "\\n";
        String text = "\uFEFF\n \r\n"
                + "{ \"id\":\"a\\u0031\", \"n\": 1.50E+2, \"text\" : \"\\u0054he talks \\/ go on." + spam
                + "\", \"z\": {} }\r\n"
                + "{\"text\":\"" + PROSE + spam + "\"}\n"
                + "\n\t\n{\"parasift\":{\"mine\":1},\"text\":\"x\",\"text\":\"" + PROSE + spam
                + "\", \"u\":\"é😀\"}  \n"
                + "{\"text\":\"half \\ud83d of a pair." + spam + "\"}\n"
                + "not JSON at all\r\n"
                + "{\"text\":7}\n"
                + "{\"id\":\"blank\",\"text\":\" \"}\n";
        byte[] valid = text.getBytes(StandardCharsets.UTF_8);
        byte[] broken = {'{', (byte) 0xE4, '}', '\n', '\n'};
        byte[] last = ("{\"id\":\"last\",\"text\":\"" + PROSE + "\"}\n\n \n").getBytes(StandardCharsets.UTF_8);
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        all.writeBytes(valid);
        all.writeBytes(broken);
        all.writeBytes(last);
        return all.toByteArray();
    }

    @Test
    void linesOfJsonComeBackAsTheyWere() throws IOException {
        Path in = Files.write(folder.resolve("in.jsonl"), oddLines());
        Path more = Files.writeString(folder.resolve("more.jsonl"), "\n{\"text\":\"" + PROSE + "\\n" + SPAM + "\"}");
        Path out = folder.resolve("out.jsonl");
        Path removed = folder.resolve("removed.jsonl");
        Run clean = Run.in(root, "", "clean", in, more, "--to", "jsonl", "-o", out, "--removed", removed);
        assertThat(clean.code()).isEqualTo(1);
        assertThat(Files.readString(out)).doesNotContain(SPAM);
        assertThat(Files.readAllLines(out))
                .hasSize(10)
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        Path again = folder.resolve("again.jsonl");
        Run restored = Run.in(root, "", "restore", out, "--removed", removed, "-o", again);
        assertThat(restored.code()).as(restored.err()).isZero();
        java.io.ByteArrayOutputStream expected = new java.io.ByteArrayOutputStream();
        expected.writeBytes(Files.readAllBytes(in));
        expected.writeBytes(Files.readAllBytes(more));
        assertThat(Files.readAllBytes(again)).isEqualTo(expected.toByteArray());
        Files.writeString(out, Files.readString(out).replaceFirst("talks", "chats and talks"));
        Run altered = Run.in(root, "", "restore", out, "--removed", removed);
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.err()).contains("removed.jsonl:1: ").hasLineCount(1);
    }

    @Test
    void textsThatBecameLinesComeBackAsTexts() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), "\uFEFF" + article);
        Path two = Files.writeString(folder.resolve("two.txt"), article.replace("\n", "\r\n"));
        Path removed = folder.resolve("removed.jsonl");
        Run clean = Run.in(root, "", "clean", one, two, "--to", "jsonl", "--removed", removed);
        assertThat(clean.code()).as(clean.err()).isZero();
        Run restored = Run.in(root, clean.out(), "restore", "-", "--removed", removed);
        assertThat(restored.out()).isEqualTo(Files.readString(one) + Files.readString(two));
    }

    @Test
    void foldersComeBackFileByFileAlsoThoseOfOneName() throws IOException {
        Path in = folder.resolve("in");
        Path north = Files.createDirectories(in.resolve("north/a"));
        Path south = Files.createDirectories(in.resolve("south"));
        Files.writeString(north.resolve("x.txt"), article);
        Files.writeString(south.resolve("x.txt"), "\uFEFF" + PROSE + "\r\n" + SPAM);
        for (String to : new String[] {"text", "jsonl"}) {
            Path out = folder.resolve("out-" + to);
            Path removed = folder.resolve("removed-" + to);
            Run clean = Run.in(root, "", "clean", in, "--to", to, "--out-dir", out, "--removed", removed);
            assertThat(clean.code()).as(clean.err()).isZero();
            String suffix = to.equals("text") ? ".txt" : ".jsonl";
            assertThat(out.resolve("south/x" + suffix)).content().doesNotContain(SPAM);
            Path again = folder.resolve("again-" + to);
            Run restored = Run.in(root, "", "restore", out, "--removed", removed, "--out-dir", again);
            assertThat(restored.code()).as(restored.err()).isZero();
            assertThat(again.resolve("north/a/x" + suffix)).hasSameBinaryContentAs(north.resolve("x.txt"));
            assertThat(again.resolve("south/x" + suffix)).hasSameBinaryContentAs(south.resolve("x.txt"));
            Run joined = Run.in(root, "", "restore", out, "--removed", removed);
            assertThat(joined.out()).isEqualTo(article + Files.readString(south.resolve("x.txt")));
        }
    }

    @Test
    void whatWasNeverReadIsNotRestoredAndSaid() throws IOException {
        Path good = Files.writeString(folder.resolve("good.txt"), article);
        Path removed = folder.resolve("removed.jsonl");
        Run clean = Run.in(root, "", "clean", folder.resolve("gone.txt"), good, "--removed", removed);
        Run restored = Run.in(root, clean.out(), "restore", "-", "--removed", removed);
        assertThat(restored.out()).isEqualTo(article);
        assertThat(restored.code()).isEqualTo(1);
        assertThat(restored.err())
                .contains("not restored", "gone.txt: no such file")
                .hasLineCount(1);
    }

    @Test
    void removedSpansMayGoToStandardOutput() throws IOException {
        Path out = folder.resolve("out.txt");
        Run clean = Run.in(root, article, "clean", "-", "-o", out, "--removed", "-");
        assertThat(JSON.readTree(clean.out()).path("spans").size()).isPositive();
        assertThat(Run.in(root, clean.out(), "restore", out, "--removed", "-").out())
                .isEqualTo(article);
    }

    @Test
    void aLineThatCleanDidNotWriteIsSaid() throws IOException {
        for (String line : new String[] {"{}", "x", "{\"kept\":1}", "[1]"}) {
            Path removed = Files.writeString(folder.resolve("removed.jsonl"), line + "\n");
            Run run = Run.in(root, "x", "restore", "-", "--removed", removed);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains("removed.jsonl:1: a line that clean did not write")
                    .hasLineCount(1);
        }
    }
}
