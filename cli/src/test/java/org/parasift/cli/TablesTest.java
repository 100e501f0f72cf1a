package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV and TSV as input; rows that cannot be read, and what becomes of the others. */
class TablesTest {
    private static final String PROSE = "The minister said on Tuesday that talks with Iran would go on in the capital.";
    private static final String SPAM = "Walmart says higher tariffs will push prices higher -";

    @TempDir
    static Path root;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    @Test
    void tablesGiveRowsOrArticles() throws IOException {
        Path articles = Files.writeString(
                folder.resolve("a.csv"),
                "\uFEFFarticle,paragraph,text\r\na,0,\"" + PROSE + "\"\r\na,1," + SPAM + "\r\nb,0," + PROSE + "\r\n");
        Run run = Run.in(root, "", "classify", articles);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(5);
        assertThat(run.lines()[2]).startsWith("a,1,");
        assertThat(run.lines()[3]).startsWith("b,0,");
        Path rows = Files.writeString(folder.resolve("r.tsv"), "id\tbody\nx\t" + PROSE + "\ny\t" + SPAM + "\n");
        assertThat(Run.in(root, "", "classify", rows, "--text-column", "body").lines()[2])
                .startsWith("y,0,0,");
        Path gap = Files.writeString(
                folder.resolve("gap.csv"), "article,paragraph,text\na,0,x\na,2,y\nb,0," + PROSE + "\n");
        Run broken = Run.in(root, "", "classify", gap);
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("gap.csv: row 2: paragraph '2' of article 'a' (expected 1)");
        assertThat(broken.lines()[2]).startsWith("b,0,");
        Path quote = Files.writeString(folder.resolve("q.csv"), "text\n\"never ends");
        assertThat(Run.in(root, "", "classify", quote).err()).contains("q.csv:2: malformed");
        assertThat(Run.in(root, "", "classify", rows).err())
                .contains("no column 'text' (expected it among the columns id, body");
        byte[] latin = "text\nok\nna\u00EFve\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Run.in(root, "", "classify", Files.write(folder.resolve("l.csv"), latin))
                        .err())
                .contains("byte 0xEF at offset 10 (expected UTF-8)");
        assertThat(Run.in(root, "", "classify", "--lenient", folder.resolve("l.csv"))
                        .err())
                .contains("1 malformed sequence replaced");
    }

    private Run classify(String name, String table, Object... more) throws IOException {
        Object[] args = new Object[2 + more.length];
        args[0] = "classify";
        args[1] = Files.writeString(folder.resolve(name), table);
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.in(root, "", args);
    }

    /** Ids of the records, with {@code !} before those that failed. */
    private static List<String> records(Run run) {
        return run.out()
                .lines()
                .skip(1)
                .filter(line -> line.contains(",ERROR,") || line.matches("[^,]+,0,.*"))
                .map(line -> (line.contains(",ERROR,") ? "!" : "") + line.substring(0, line.indexOf(',')))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "x,LARGE => a row without quotes",
                "x,\"LARGE\" => one in quotes",
                "x,\"LARGE␊LARGE,\"\"LARGE\"\"␊\" => quotes, commas and line ends inside of quotes",
                "x,\"LARGE\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"␊\" => doubled quotes wherever it is cut",
                "\"LARGE\",y => it is the first value that is large",
                "x,\"a\" LARGE => quotes that have ended",
            })
    void aRowThatIsTooLargeIsAFailureAndTheOthersFollow(String large, String what) throws IOException {
        for (String lineEnd : new String[] {"\n", "\r\n", "\r"}) {
            String table = "id,text␊a," + PROSE + "␊␊" + large.replace("LARGE", "x".repeat(1030)) + "␊b,\"" + PROSE
                    + "␊\"␊c,x,y␊d," + PROSE;
            Run run = classify("in.csv", table.replace("␊", lineEnd), "--largest-record", "1k");
            assertThat(run.code()).isEqualTo(1);
            if (what.startsWith("quotes that")) {
                assertThat(run.err()).contains("malformed");
                continue;
            }
            // the value that is cut cannot name the row
            String id = large.startsWith("x") ? "!x" : "!in:2";
            assertThat(records(run)).as(what).containsExactly("a", id, "b", "!c", "d");
            assertThat(run.err()).contains("in.csv:4: a record of more than 1024 bytes", "5 records, 2 failed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028})
    void aRowIsCutAtAnyCharOfItsQuotes(int length) throws IOException {
        String large = "r,\"" + "x".repeat(length - 12) + "\"\"\"\"y\"\"\n\"\"\"";
        Run run = classify("in.csv", "id,text\na,x\n" + large + "\nb,x\n", "--largest-record", "1k");
        assertThat(records(run)).hasSize(3).contains("a", "b");
        boolean fits = large.length() <= 1024;
        assertThat(run.code()).isEqualTo(fits ? 0 : 1);
    }

    @Test
    void quotesThatNeverEndAreNamedAndTakeTheRest() throws IOException {
        String open = "id,text\na,x\nb,\"never ends " + "y\n".repeat(1000);
        Run run = classify("in.csv", open, "--largest-record", "1k");
        assertThat(records(run)).hasSize(2).contains("a");
        assertThat(run.err()).contains("in.csv:3: a record of more than 1024 bytes", "its quotes are never closed");
    }

    @Test
    void aRowOfOtherColumnsOrBytesIsAFailureAndTheOthersFollow() throws IOException {
        byte[] table = ("id,text\na," + PROSE + "\nb,one,two\nc\nd,na\u00EFve\ne," + PROSE + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("in.csv"), table);
        Run run = Run.in(root, "", "classify", file);
        assertThat(run.code()).isEqualTo(1);
        assertThat(records(run)).containsExactly("a", "!b", "!in:3", "!d", "e");
        assertThat(run.err())
                .contains(
                        "in.csv:3: 3 columns (expected 2, as in the header)",
                        "in.csv:4: 1 columns (expected 2, as in the header)",
                        "in.csv:5: byte 0xEF at offset ",
                        "5 records, 3 failed");
        assertThat(records(Run.in(root, "", "classify", "--lenient", file)))
                .containsExactly("a", "!b", "!in:3", "d", "e");
    }

    /** No article is shortened without a word: it fails, and the articles around it do not. */
    @Test
    void aFailedRowFailsItsArticleOnly() throws IOException {
        String head = "article,paragraph,text\na,0," + PROSE + "\n";
        String tail = "c,0," + PROSE + "\nc,1," + SPAM + "\n";
        String large = "b,0,x\nb,1,\"" + "x".repeat(2000) + "\"\nb,2,x\n";
        Run named = classify("in.csv", head + large + tail, "--largest-record", "1k");
        assertThat(records(named)).containsExactly("a", "!b", "c");
        Run unnamed = classify("in.csv", head + "\"" + "x".repeat(2000) + "\",1,x\n" + tail, "--largest-record", "1k");
        assertThat(records(unnamed)).containsExactly("!a", "c");
        Run columns = classify("in.csv", head + "b,0,x\nb,1,one,two\nb,2,x\n" + tail);
        assertThat(records(columns)).containsExactly("a", "!b", "c");
        String sum = "b,0," + "x".repeat(700) + "\nb,1," + "y".repeat(700) + "\nb,2,x\n";
        Run together = classify("in.csv", head + sum + tail, "--largest-record", "1k");
        assertThat(records(together)).containsExactly("a", "!b", "c");
        assertThat(together.err()).contains("in.csv: row 3: a record of more than 1024 bytes");
    }
}
