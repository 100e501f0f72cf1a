package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and folders that are not what they should be, or do not stay it. */
class TroubleTest {
    private static final String PROSE =
            "The minister said on Tuesday that talks with Iran would go on in the capital.\n";

    @TempDir
    static Path root;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "page.txt => <!DOCTYPE html><p>The talks go on. => an HTML page (expected plain text; see --from html)",
                "page.md => ' <html lang=en><p>The talks go on.' => an HTML page (expected plain text; see --from html)",
                "crawl.txt => WARC/1.0␊WARC-Type: warcinfo => a WARC file (expected plain text; see --from warc)",
                "lines.txt => {\"text\": \"The talks go on.\"} => JSON (expected plain text; see --from jsonl)",
                "paper.txt => %PDF-1.7␊x => a PDF (expected plain text)",
                "text.html => The talks go on. => no tag (expected HTML; see --from text)",
                "text.csv => The talks go on. => no column 'text' (expected it among the columns The talks go on.)",
                "text.jsonl => The talks go on. => text.jsonl:1: broken JSON",
                "text.warc => The talks go on. => text.warc: ",
                "text.txt.gz => The talks go on. => not gzip (expected it from a file with this name)",
            })
    void aWrongSuffixIsSaidNotGuessed(String name, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content.replace('␊', '\n'));
        Path next = Files.writeString(folder.resolve("next.txt"), PROSE);
        Run run = Run.in(root, "", "classify", file, next);
        assertThat(run.code()).as(run.out()).isEqualTo(1);
        assertThat(run.err().lines().findFirst().orElseThrow())
                .startsWith("parasift: ")
                .contains(name, message)
                .doesNotContain("Exception");
        assertThat(run.lines()[1]).contains(",,,,,,ERROR,");
        assertThat(run.lines()[2]).startsWith("next,0,");
    }

    @Test
    void theFormatThatIsNamedIsBelieved() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), "<html><p>The talks go on.</html>");
        assertThat(Run.in(root, "", "classify", page, "--from", "html").lines()[1])
                .endsWith(",The talks go on.");
        assertThat(Run.in(root, "", "classify", page, "--from", "text").lines()[1])
                .endsWith(",<html><p>The talks go on.</html>");
    }

    @Test
    void aFileThatVanishesDuringTheRunIsAFailedRecord() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path second = Files.writeString(in.resolve("b.txt"), PROSE);
        Files.writeString(in.resolve("c.txt"), PROSE);
        Run run = Run.in(
                root,
                new ByteArrayInputStream(PROSE.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        assertThat(second.toFile().delete() || !Files.exists(second))
                                .isTrue();
                        return super.read(into, from, length);
                    }
                },
                "classify",
                "-",
                in);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("b.txt: no such file", "3 records, 1 failed");
        assertThat(run.lines()[1]).startsWith("-,0,");
        assertThat(run.lines()[2]).startsWith("b,,,,,,ERROR,");
        assertThat(run.lines()[3]).startsWith("c,0,");
    }

    @Test
    void aFullDiskIsSaidAndNothingPassesForComplete() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "needs /dev/full");
        for (Object[] args : new Object[][] {
            {"classify", "-", "-o", full},
            {"clean", "-", "-o", full},
            {"clean", "-", "-o", folder.resolve("clean.txt"), "--removed", full},
            {"explain", "-", "-o", full},
            {"evaluate", root.resolve("seeds"), "--json", full},
            {"evaluate", root.resolve("seeds"), "--report", full}
        }) {
            Run run = Run.in(root, PROSE, args);
            assertThat(run.code()).as(args[0] + run.err()).isEqualTo(1);
            assertThat(run.err())
                    .contains("parasift: /dev/full: No space left on device")
                    .hasLineCount(1);
        }
        assertThat(folder.resolve("clean.txt")).doesNotExist();
        assertThat(Files.exists(Path.of("/dev/full.partial"))).isFalse();
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    /** Devices are written to, not replaced by files; as root that was possible. */
    @Test
    void devicesStayDevicesAndLinksStayLinks() throws IOException {
        Path nothing = Path.of("/dev/null");
        assumeTrue(Files.exists(nothing), "needs /dev/null");
        assertThat(Run.in(root, PROSE, "classify", "-", "-o", nothing).code()).isZero();
        assertThat(Run.in(root, PROSE, "clean", "-", "--removed", nothing).code())
                .isZero();
        assertThat(Run.in(root, "", "tune", root.resolve("seeds"), "--cost", "fp=1,fn=1", "-o", nothing)
                        .code())
                .isZero();
        assertThat(Run.in(root, "", "train", "-o", nothing).code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(Files.isRegularFile(nothing)).isFalse();
        assertThat(Path.of("/dev/null.partial")).doesNotExist();
        Path file = Files.writeString(folder.resolve("file"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(Run.in(root, PROSE, "clean", "-", "-o", link).code()).isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent(PROSE.strip());
    }

    @Test
    void anUnwritableFolderIsSaid() throws IOException {
        Path locked = folder.resolve("locked");
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");
        Files.createDirectory(
                locked, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        // The superuser may write there, but not even it into the kernel's own folder.
        Path into = Files.isWritable(locked) ? Path.of("/proc") : locked;
        assumeTrue(Files.isDirectory(into), "needs a folder that cannot be written to");
        for (Object[] args : new Object[][] {
            {"classify", "-", "-o", into.resolve("x.csv")},
            {"clean", "-", "--removed", into.resolve("x.jsonl")},
            {"clean", "-", "--out-dir", into.resolve("x")},
            {"train", "-o", into.resolve("x/m.psm")},
            {"evaluate", root.resolve("seeds"), "--report", into.resolve("x.html")}
        }) {
            Run run = Run.in(root, PROSE, args);
            assertThat(run.code()).as(run.out()).isEqualTo(1);
            String error = run.err()
                    .lines()
                    .filter(line -> line.startsWith("parasift: "))
                    .reduce("", (a, b) -> a + b);
            assertThat(error).startsWith("parasift: " + into.resolve("x")).doesNotContain("Exception");
        }
    }

    @Test
    void aFolderThatIsNotThereOrNoFolderIsSaid() throws IOException {
        Run run = Run.in(root, PROSE, "classify", "-", "-o", folder.resolve("none/x.csv"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("none/x.csv: ").hasLineCount(1);
        Path file = Files.writeString(folder.resolve("file"), "x");
        Run under = Run.in(root, PROSE, "clean", "-", "--out-dir", file);
        assertThat(under.code()).isEqualTo(1);
        assertThat(under.err()).doesNotContain("Exception").hasLineCount(1);
        Run over = Run.in(root, PROSE, "clean", "-", "-o", folder);
        assertThat(over.code()).isEqualTo(1);
        assertThat(over.err())
                .contains("a folder (expected the name of a file)")
                .hasLineCount(1);
        Run model = Run.in(root, "", "train", "-o", folder);
        assertThat(model.code()).isEqualTo(1);
        assertThat(model.err()).contains("a folder (expected a file to write the model to)");
    }

    @Test
    void twoRunsCannotWriteTheSameOutput() throws IOException {
        Path out = folder.resolve("same.csv");
        try (FileChannel other = FileChannel.open(
                folder.resolve("same.csv.partial"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            Run run = Run.in(root, PROSE, "classify", "-", "-o", out);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains("same.csv: another run is writing it")
                    .hasLineCount(1);
        }
        try (OutputFolder other = OutputFolder.open(folder.resolve("dir"), ".txt")) {
            Run run = Run.in(root, PROSE, "clean", "-", "--out-dir", folder.resolve("dir"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("dir: another run is writing it").hasLineCount(1);
            assertThat(other.has("-.txt")).isFalse();
        }
        assertThat(Run.in(root, PROSE, "clean", "-", "--out-dir", folder.resolve("dir"))
                        .code())
                .isZero();
    }

    @Test
    void twoRecordsOfOneNameAreAFailureAndTheOthersFollow() throws IOException {
        Path twice = Files.writeString(folder.resolve("twice.jsonl"), """
                {"id":"a","text":"The talks go on."}
                {"id":"a","text":"x"}
                {"id":"b","text":"The talks ended."}
                """);
        Path out = folder.resolve("d");
        Run run = Run.in(root, "", "clean", twice, "--out-dir", out);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("a.txt: two records have this name", "3 records, 1 failed");
        assertThat(out.resolve("a.txt")).hasContent("The talks go on.");
        assertThat(out.resolve("b.txt")).hasContent("The talks ended.");
    }

    @Test
    void explainGoesOnAfterAShortArticle() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a.txt"), PROSE);
        Files.writeString(in.resolve("b.txt"), PROSE + PROSE);
        Run run = Run.in(root, "", "explain", in, "-p", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("a.txt: paragraph 1 (expected 0, it has one paragraph)")
                .hasLineCount(1);
        assertThat(run.out()).contains("a: not explained", "b, paragraph 1: The minister");
    }
}
