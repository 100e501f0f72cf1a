package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes in: one line that helps, the right exit code, no stack trace. */
class BadInputTest {
    private static final String PROSE =
            "The minister said on Tuesday that talks with Iran would go on in the capital.\n";

    @TempDir
    static Path root;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    @Test
    void missingFileIsNamedAndTheOthersAreStillDone() throws IOException {
        Path good = Files.writeString(root.resolve("good.txt"), PROSE);
        Run run = Run.in(root, "", "classify", root.resolve("none.txt"), good);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("parasift: " + root.resolve("none.txt") + ": no such file\n"
                        + "done      2 records, 1 failed; plain text with one paragraph\n");
        assertThat(run.lines()[1]).startsWith("none,,,,,,ERROR,");
        assertThat(run.lines()[2]).startsWith("good,0,0,");
        assertThat(Run.in(root, "", "clean", root.resolve("none.txt"), good).out())
                .isEqualTo(PROSE);
    }

    @Test
    void emptyFileAndBlankFileHaveNoParagraph() throws IOException {
        Path empty = Files.createFile(root.resolve("empty.txt"));
        fails(1, "empty.txt: no paragraph", "classify", empty);
        fails(1, "blank.txt: no paragraph", "clean", Files.writeString(root.resolve("blank.txt"), " \n\r\n\u00A0\n"));
        fails(1, "standard input: no paragraph", "clean", "-");
    }

    @Test
    void folderWithoutArticlesIsSaid() throws IOException {
        Path folder = Files.createDirectory(root.resolve("nothing here"));
        fails(1, "nothing here: a folder without articles", "classify", folder);
        fails(1, "nothing here: a folder without articles", "train", folder);
    }

    @Test
    void invalidUtf8IsReportedWithItsByteUnlessLenient() throws IOException {
        byte[] bytes = PROSE.getBytes(StandardCharsets.UTF_8);
        bytes[13] = (byte) 0xE4;
        Path file = Files.write(root.resolve("latin.txt"), bytes);
        fails(1, "latin.txt:1: byte 0xE4 at offset 13 (expected UTF-8)", "classify", file);
        Run lenient = Run.in(root, "", "classify", "--lenient", file);
        assertThat(lenient.code()).isZero();
        assertThat(lenient.err()).isEqualTo("parasift: 1 malformed sequence replaced by U+FFFD\n");
        assertThat(lenient.out()).contains("\uFFFD");
    }

    @Test
    void nulIsNotText() throws IOException {
        Path file = Files.writeString(root.resolve("nul.txt"), "The min\0ister said.\n");
        fails(1, "nul.txt:1: NUL at byte 7 (expected text)", "clean", file);
        assertThat(Run.in(root, "", "clean", "--lenient", file).code()).isZero();
    }

    @Test
    void byteOrderMarkCrlfAndLoneCrMakeNoDifference() {
        String plain =
                Run.in(root, "Title here\nOne. \n\nTwo.\n", "classify", "-").out();
        for (String text : new String[] {
            "\uFEFFTitle here\nOne. \n\nTwo.\n", "Title here\r\nOne. \r\n\r\nTwo.\r\n", "Title here\rOne. \r\rTwo.\r"
        }) {
            Run run = Run.in(root, text, "classify", "-");
            assertThat(withoutOffsets(run.out())).isEqualTo(withoutOffsets(plain));
        }
    }

    @Test
    void anArticleOfOneParagraphIsAnArticle() {
        Run run = Run.in(root, "Sign up for our newsletter", "classify", "-");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(3);
    }

    @Test
    void aLineOf50MegabytesIsClassified() throws IOException {
        byte[] line = new byte[50_000_000];
        byte[] words = "The minister said that talks with Iran would go on ".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < line.length; i++) {
            line[i] = words[i % words.length];
        }
        Path file = Files.write(root.resolve("long.txt"), line);
        Run run = Run.in(root, "", "clean", file);
        assertThat(run.code()).isZero();
        Files.delete(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "label,text␊spam,\"Buy => bad.csv:2: a quoted value that never ends",
                "label,text␊spam,a,b␊ => bad.csv:2: 3 columns (expected 2, as in the header)",
                "label,words␊spam,a␊ => bad.csv:1: no column 'text'",
                "label,text␊spam,a␊spam,b␊ => bad.csv: only one label, 'spam'",
                "label,text␊spam,a␊,b␊ => bad.csv:3: no label",
                "article,paragraph,label,text␊a,0,spam,x␊a,0,ham,y␊ => bad.csv:3: paragraph 0 of article 'a' a second time",
                "article,paragraph,label,text␊a,0,spam,x␊a,2,ham,y␊ => bad.csv:3: paragraph 2 of article 'a'",
                "article,paragraph,label,text␊a,one,spam,x␊ => bad.csv:2: paragraph 'one'",
                "label,text␊ => bad.csv: a header without rows",
                "' ' => bad.csv: an empty file",
            })
    void malformedCsvNamesFileLineAndWhatWasExpected(String csv, String message) throws IOException {
        Path file = Files.writeString(root.resolve("bad.csv"), csv.replace('␊', '\n'));
        Run run = fails(1, message, "train", file, "-o", root.resolve("bad/m.psm"));
        assertThat(run.err()).contains("(expected ");
        assertThat(root.resolve("bad")).doesNotExist();
    }

    @Test
    void textThatDoesNotMatchItsArticleIsNamed(@TempDir Path other) throws IOException {
        Run.trained(other);
        Path labels = other.resolve("seeds/labels.csv");
        Files.writeString(labels, Files.readString(labels).replaceFirst("Iraq won't allow", "Iraq won't permit"));
        Run run = Run.in(other, "", "train");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("labels.csv:2: text 'Iraq won't permit").doesNotContain("\tat ");
    }

    @Test
    void unusableModelsEndWith3() throws IOException {
        byte[] model = Files.readAllBytes(root.resolve("model/parasift.psm"));
        Path file = root.resolve("broken.psm");
        Files.write(file, Arrays.copyOf(model, model.length / 2));
        fails(3, "broken.psm: damaged or truncated", "classify", "-m", file, "-");
        Files.write(file, new byte[0]);
        fails(3, "broken.psm: not a Parasift model", "clean", "-m", file, "-");
        Files.writeString(file, PROSE);
        fails(3, "broken.psm: not a Parasift model", "inspect", file);
        fails(3, "none.psm: no such model", "evaluate", root.resolve("seeds"), "-m", root.resolve("none.psm"));
    }

    @Test
    void wrongUsageEndsWith2() {
        fails(2, "Unknown option: '--colour'", "classify", "--colour", "-");
        fails(2, "Missing required parameter: 'FILE'", "classify");
        fails(2, "Unmatched argument", "frobnicate");
        fails(2, "expected logistic, liblinear or naive-bayes", "train", "--trainer", "oracle");
        fails(2, "expected a whole number", "train", "--trainer", "logistic(epochs=many)");
        fails(2, "--seed", "train", "--seed", "x");
        fails(2, "'-1' is no count (expected 0 or more)", "explain", "-", "--reasons", "-1");
        fails(2, "'many' is no count", "inspect", "--features", "many");
        fails(2, "expected articles, texts or a file", "train", "--recipe", root.resolve("no recipe"));
    }

    @Test
    void aParagraphThatIsNotThereIsSaid() {
        Run run = Run.in(root, PROSE, "explain", "-", "--paragraph", "7");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("paragraph 7 (expected 0, it has one paragraph)");
    }

    private static Run fails(int code, String message, Object... args) {
        Run run = Run.in(root, "", args);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        String error =
                run.err().lines().filter(line -> line.startsWith("parasift: ")).reduce("", (a, b) -> a + b);
        assertThat(error).contains(message);
        assertThat(run.err()).doesNotContain("\tat ", "Exception");
        return run;
    }

    private static String withoutOffsets(String csv) {
        return csv.replaceAll("(?m)^(-,\\d+),\\d+,\\d+,", "$1,");
    }
}
