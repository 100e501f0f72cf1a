package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in and goes out in formats other than plain text and CSV, and what can be wrong with it. */
class FormatsTest {
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
    void jsonLinesPassThroughUntouchedButForTheirText() throws IOException {
        String odd = "{ \"id\":\"a\\u0031\", \"n\": 1.50E+2, \"text\" : \"" + PROSE + "\\n\\n" + SPAM + "\\n" + SPAM
                + "\\n\", \"z\":[1, {\"text\":\"inner\"}], \"big\":12345678901234567890 }";
        Path file = Files.writeString(folder.resolve("in.jsonl"), odd + "\r\n\n{\"text\":\"" + PROSE + "\"}");
        Run run = Run.in(root, "", "clean", file, "--to", "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        String[] lines = run.lines();
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .startsWith("{ \"id\":\"a\\u0031\", \"n\": 1.50E+2, \"text\" : \"")
                .contains("\", \"z\":[1, {\"text\":\"inner\"}], \"big\":12345678901234567890 , \"parasift\": ");
        JsonNode first = JSON.readTree(lines[0]);
        assertThat(first.path("text").asText()).isEqualTo(PROSE + "\n");
        assertThat(first.path("parasift").path("id").asText()).isEqualTo("a1");
        assertThat(first.path("parasift").path("removed").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(lines[1]).path("parasift").path("id").asText()).isEqualTo("in:3");
    }

    @Test
    void aBrokenLineIsARecordAndTheOthersFollow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("in.jsonl"),
                "{\"text\":\"" + PROSE + "\"}\n{\"text\": nope}\n[1]\n{\"body\":\"x\"}\n{\"text\":7}\n{\"text\":\""
                        + PROSE + "\"}\n");
        Run run = Run.in(root, "", "classify", file, "--to", "jsonl");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).hasSize(7);
        String[] status = {"ok", "error", "error", "error", "error", "ok"};
        for (int i = 0; i < status.length; i++) {
            assertThat(JSON.readTree(run.lines()[i])
                            .path("parasift")
                            .path("status")
                            .asText())
                    .isEqualTo(status[i]);
        }
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("in.jsonl:2: broken JSON at column "),
                        line -> assertThat(line).contains("in.jsonl:3: not a JSON object"),
                        line -> assertThat(line).contains("in.jsonl:4: no field 'text'"),
                        line -> assertThat(line).contains("in.jsonl:5: field 'text' is no string"),
                        line -> assertThat(line).isEqualTo("done      6 records, 4 failed"));
        assertThat(Run.in(root, "", "classify", file, "--lenient").code()).isZero();
        Run other = Run.in(
                root,
                "{\"body\":\"" + PROSE + "\",\"url\":\"u1\"}",
                "classify",
                "--from",
                "jsonl",
                "--text-field",
                "body",
                "--id-field",
                "url",
                "-");
        assertThat(other.lines()[1]).startsWith("u1,0,0,");
    }

    @Test
    void pagesGiveTheTextOfTheirBlocks() throws IOException {
        String page = "<!doctype html><meta charset=utf-8><title>T</title><script>var x='no'</script><style>p{}</style>"
                + "<h1>Talks  go\non</h1><p>One <b>bo</b>ld.<br>Two.</p><div hidden>never</div>"
                + "<div style='display: none'>never</div><ul><li>Item<li>Other</ul><!-- no -->";
        Path file = Files.writeString(folder.resolve("p.html"), page);
        Run run = Run.in(root, "", "classify", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Arrays.stream(run.lines())
                        .skip(1)
                        .filter(l -> !l.isEmpty())
                        .map(l -> l.substring(l.lastIndexOf(',') + 1)))
                .containsExactly("Talks go on", "One bold.", "Two.", "Item", "Other");
    }

    @Test
    void pagesNested100000DeepDoNotBreakAnything() throws IOException {
        Path file = Files.writeString(
                folder.resolve("deep.html"), "<div>".repeat(100_000) + PROSE + "</div>".repeat(100_000));
        Run run = Run.in(root, "", "clean", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(PROSE + "\n");
    }

    @Test
    void crawlsGiveTheirPagesByAddress() throws IOException {
        String html = "<html><body><p>" + PROSE + "</p></body></html>";
        byte[] warc = concat(
                record(
                        "response",
                        "http://a.example/1",
                        "application/http; msgtype=response",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + html.length()
                                + "\r\n\r\n" + html,
                        0),
                record(
                        "request",
                        "http://a.example/1",
                        "application/http; msgtype=request",
                        "GET / HTTP/1.1\r\n\r\n",
                        0),
                record(
                        "response",
                        "http://a.example/no",
                        "application/http; msgtype=response",
                        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno",
                        0),
                record("conversion", "http://a.example/2", "text/plain", PROSE + "\n" + SPAM + "\n", 0));
        for (String name : new String[] {"c.warc", "c.warc.gz"}) {
            Path file = Files.write(folder.resolve(name), name.endsWith("gz") ? gzip(warc) : warc);
            Run run = Run.in(root, "", "classify", file);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.lines()).hasSize(5);
            assertThat(run.lines()[1]).startsWith("http://a.example/1,0,0,").endsWith(PROSE);
            assertThat(run.lines()[3]).startsWith("http://a.example/2,1,");
        }
    }

    @Test
    void aLyingLengthEndsTheFileAsAFailure() throws IOException {
        byte[] good = record("conversion", "http://a.example/1", "text/plain", PROSE, 0);
        byte[] lying = record("conversion", "http://a.example/2", "text/plain", PROSE, 1000);
        Path file = Files.write(folder.resolve("c.wet"), concat(good, lying));
        Path next = Files.writeString(folder.resolve("d.txt"), PROSE);
        Run run = Run.in(root, "", "classify", file, next);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()[1]).startsWith("http://a.example/1,0,");
        assertThat(run.lines()[2]).startsWith("c,,,,,,ERROR,");
        assertThat(run.lines()[3]).startsWith("d,0,");
        assertThat(run.err())
                .startsWith("parasift: ")
                .contains("c.wet: ", "; the length of http://a.example/2 may be wrong")
                .endsWith("done      3 records, 1 failed; plain text with one paragraph\n")
                .hasLineCount(2);
    }

    @Test
    void aLengthThatIsTooSmallIsFoundWhereTheNextRecordShouldBegin() throws IOException {
        byte[] good = record("conversion", "http://a.example/1", "text/plain", PROSE, 0);
        byte[] lying = record("conversion", "http://a.example/2", "text/plain", PROSE + PROSE, -PROSE.length());
        Run run = Run.in(root, "", "classify", Files.write(folder.resolve("c.wet"), concat(good, lying, good)));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()[3]).startsWith("c,,,,,,ERROR,");
        assertThat(run.err())
                .containsPattern("c.wet: no record at byte \\d+; the length of http://a.example/2 may be wrong")
                .contains("3 records, 1 failed");
    }

    @Test
    void gzipIsUnpackedWhateverTheName() throws IOException {
        Path file = Files.write(folder.resolve("a.txt.gz"), gzip(article.getBytes(StandardCharsets.UTF_8)));
        assertThat(Run.in(root, "", "clean", file).out())
                .isEqualTo(Run.in(root, article, "clean", "-").out());
        Path wrong = Files.copy(file, folder.resolve("a.txt"));
        assertThat(Run.in(root, "", "clean", wrong).out())
                .isEqualTo(Run.in(root, article, "clean", "-").out());
        Path truncated = Files.write(folder.resolve("t.txt.gz"), Arrays.copyOf(Files.readAllBytes(file), 300));
        assertThat(Run.in(root, "", "clean", truncated).err()).contains("t.txt.gz: truncated gzip");
        Path none = Files.writeString(folder.resolve("n.txt.gz"), PROSE);
        assertThat(Run.in(root, "", "clean", none).err()).contains("n.txt.gz: not gzip");
    }

    @Test
    void gzipBombsAndGiantRecordsAreRefused() throws IOException {
        Path bomb = folder.resolve("b.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) 'a');
            for (int i = 0; i < 40; i++) {
                out.write(zeros);
            }
        }
        Run run = Run.in(root, "", "clean", bomb);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("b.txt.gz: unpacks to more than 200 times its size")
                .hasLineCount(1);
        assertThat(Run.in(root, "", "clean", bomb, "--largest-ratio", "2000", "--largest-record", "1m")
                        .err())
                .contains("a record of more than 1048576 bytes");
        assertThat(Run.in(root, "", "clean", bomb, "--largest-record", "much").code())
                .isEqualTo(2);
    }

    @Test
    void aRecordThatIsTooLargeIsAFailureAndTheOthersFollow() throws IOException {
        String lines =
                "{\"text\":\"" + PROSE + "\"}\n{\"text\":\"" + PROSE.repeat(30) + "\"}\n{\"text\":\"" + PROSE + "\"}\n";
        Path file = Files.writeString(folder.resolve("in.jsonl"), lines);
        Run run = Run.in(root, "", "classify", file, "--largest-record", "1k");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("in.jsonl:2: a record of more than 1024 bytes", "3 records, 1 failed");
        assertThat(run.lines()[3]).startsWith("in:3,0,");
        byte[] crawl = concat(
                record("conversion", "http://a.example/1", "text/plain", PROSE.repeat(30), 0),
                record("conversion", "http://a.example/2", "text/plain", PROSE, 0));
        Run pages = Run.in(root, "", "classify", Files.write(folder.resolve("c.wet"), crawl), "--largest-record", "1k");
        assertThat(pages.code()).isEqualTo(1);
        assertThat(pages.lines()[1]).startsWith("http://a.example/1,,,,,,ERROR,");
        assertThat(pages.lines()[2]).startsWith("http://a.example/2,0,");
    }

    @Test
    void threadsChangeNothing() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append(
                            i % 7 == 3
                                    ? "broken"
                                    : "{\"id\":\"" + i + "\",\"text\":\"" + PROSE + "\\n" + SPAM + " " + i + "\"}")
                    .append('\n');
        }
        Run one = Run.in(root, lines.toString(), "classify", "--from", "jsonl", "--to", "jsonl", "-");
        Run many =
                Run.in(root, lines.toString(), "classify", "--from", "jsonl", "--to", "jsonl", "--threads", "5", "-");
        assertThat(many).isEqualTo(one);
        assertThat(one.lines()).hasSize(301);
    }

    @Test
    void spreadsheetsRunNothingOnRequest() throws IOException {
        Path file = Files.writeString(folder.resolve("s.txt"), "=1+1\n" + PROSE + "\n@x\n-y\n+z\n");
        Run run = Run.in(root, "", "classify", "--csv-safe", file);
        assertThat(run.out()).contains(",'=1+1\n", ",'@x\n", ",'-y\n", ",'+z\n").contains("," + PROSE + "\n");
        assertThat(Run.in(root, "", "classify", file).out()).contains(",=1+1\n");
    }

    @Test
    void textForPeopleIsAligned() {
        Run run = Run.in(root, PROSE + "\n\n" + SPAM + "\n", "classify", "--to", "text", "-");
        assertThat(run.lines()[0]).isEqualTo("-  (blank lines)");
        assertThat(run.lines()[1]).startsWith("    0  KEEP    on-topic  ").endsWith(PROSE);
    }

    // ---- helpers

    private static byte[] record(String type, String target, String contentType, String block, int lie) {
        int length = block.getBytes(StandardCharsets.UTF_8).length + lie;
        return ("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target
                        + "\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
                        + String.format(java.util.Locale.ROOT, "%012d", target.hashCode() & 0xFFFF)
                        + ">\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n\r\n" + block
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
