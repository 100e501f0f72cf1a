package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text a line in, a label a line out. */
class LinesTest {
    @TempDir
    static Path root;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    @Test
    void labelsAreThoseOfTheCsvOnAnyNumberOfThreads() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder lines = new StringBuilder();
        // Several batches: a quarter of a megabyte each.
        while (lines.length() < 900_000) {
            boolean name = random.nextInt(3) == 0;
            for (int w = name ? 0 : random.nextInt(1, 40); w > 0; w--) {
                lines.append(random.nextInt(9) == 0 ? "Größe " : "talks" + random.nextInt(60) + " ");
            }
            lines.append(name ? "Walmart\r\n" : "said.\n");
        }
        Path file = Files.writeString(folder.resolve("texts.txt"), lines);
        Run csv = Run.in(root, "", "classify", file, "--from", "lines");
        List<String> expected =
                csv.out().lines().skip(1).map(line -> line.split(",", 6)[4]).toList();
        Run labels = labels(file);
        assertThat(labels.code()).as(labels.err()).isZero();
        assertThat(labels.out().lines()).isEqualTo(expected);
        assertThat(expected).contains("spam", "on-topic");
        assertThat(labels(file, "--threads", "3").out()).isEqualTo(labels.out());
        Path out = folder.resolve("labels.txt");
        assertThat(labels(file, "-o", out).code()).isZero();
        assertThat(Files.readString(out)).isEqualTo(labels.out());
    }

    @Test
    void whatCannotBeClassifiedIsAnErrorInItsPlace() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bytes.writeBytes("Follow us\r\n\n \t \nbad ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.writeBytes(" byte\nnul \0 char\nFollow us".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("odd.txt"), bytes.toByteArray());
        Run run = labels(file, folder.resolve("none.txt"), file);
        assertThat(run.code()).isEqualTo(1);
        List<String> out = run.out().lines().toList();
        assertThat(out).hasSize(13);
        assertThat(out.subList(1, 7)).containsExactly("ERROR", "ERROR", "ERROR", "ERROR", out.get(0), "ERROR");
        assertThat(out.subList(7, 13)).isEqualTo(out.subList(0, 6));
        assertThat(run.err().lines().limit(5))
                .satisfiesExactly(
                        line -> assertThat(line).contains("odd.txt:2: a blank line"),
                        line -> assertThat(line).contains("odd.txt:3: a blank line"),
                        line -> assertThat(line).contains("odd.txt:4").contains("byte 0xFF"),
                        line -> assertThat(line).contains("odd.txt:5").contains("NUL"),
                        line -> assertThat(line).contains("none.txt: no such file"));
        Run lenient = labels(file, "--lenient");
        assertThat(lenient.code()).isZero();
        assertThat(lenient.err()).contains("2 malformed sequences replaced");
        assertThat(lenient.out().lines().filter("ERROR"::equals)).hasSize(2);
        Run jsonl = Run.in(root, "", "classify", file, "--from", "lines", "--to", "jsonl");
        assertThat(jsonl.out().lines()).hasSize(6);
        assertThat(jsonl.err()).isEqualTo(labels(file).err());
        assertThat(jsonl.err()).endsWith("done      6 records, 4 failed\n");
    }

    @Test
    void aLineThatIsTooLargeIsAnErrorInItsPlace() throws IOException {
        String large = "x".repeat(2_000_000);
        String text = "Follow us\n" + "x".repeat(2000) + "\nFollow us\n" + large + "\nFollow us\n" + large;
        Path file = Files.writeString(folder.resolve("large.txt"), text);
        Run run = labels(file, "--largest-record", "1k");
        assertThat(run.code()).isEqualTo(1);
        List<String> out = run.out().lines().toList();
        String label = out.get(0);
        assertThat(out).containsExactly(label, "ERROR", label, "ERROR", label, "ERROR");
        assertThat(label).isNotEqualTo("ERROR");
        assertThat(run.err())
                .contains(
                        "large.txt:2: a record of more",
                        "large.txt:4: a record of more",
                        "large.txt:6: a record of more");
        Run records = Run.in(root, "", "classify", file, "--from", "lines", "--largest-record", "1k");
        assertThat(records.lines()[4]).startsWith("large:4,,,,,,ERROR,");
        assertThat(records.err()).isEqualTo(run.err());
        assertThat(labels(file).code()).isZero();
    }

    @Test
    void packedLinesStandardInputAndOtherFormatsGiveLabelsToo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("Follow us\nTalks went on on Tuesday, the minister said.\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("texts.gz"), packed.toByteArray());
        String labels = labels(file).out();
        assertThat(labels.lines()).hasSize(2);
        Run standard = Run.in(
                root,
                "Follow us\nTalks went on on Tuesday, the minister said.\n",
                "classify",
                "--from",
                "lines",
                "--to",
                "labels",
                "-");
        assertThat(standard.out()).isEqualTo(labels);
        Path article = Run.SEEDS.resolve("001_2224c2a5299d7cdb.txt");
        Run paragraphs = Run.in(root, "", "classify", article, "--to", "labels");
        assertThat(paragraphs.out().lines()).hasSize(21).contains("spam", "on-topic");
        assertThat(labels(folder.resolve("none.txt")).out()).isEqualTo("ERROR\n");
    }

    private static Run labels(Object file, Object... more) {
        List<Object> args = new ArrayList<>(List.of("classify", file, "--from", "lines", "--to", "labels"));
        args.addAll(List.of(more));
        return Run.in(root, "", args.toArray());
    }
}
