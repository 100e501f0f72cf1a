package org.parasift.train.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parasift.text.Article;

class CorpusReaderTest {
    static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");

    @TempDir
    Path folder;

    @Test
    void theSeedsAreFiveArticlesOf99Paragraphs() throws IOException {
        Corpus seeds = CorpusReader.readSeeds(SEEDS);
        assertThat(seeds.articles()).hasSize(5);
        assertThat(seeds.examples()).hasSize(99).allMatch(Example::counts);
        assertThat(seeds.labels()).containsExactly("on-topic", "spam");
        assertThat(seeds.plain()).isFalse();
        assertThat(seeds.hashes()).hasSize(6).containsKey("labels.csv");
        assertThat(seeds.counted().stream().filter(row -> row.label().equals("spam")))
                .hasSize(24);
    }

    @Test
    void articlesOfACsvAreBuiltFromTheirRowsWhateverTheOrder() throws IOException {
        Corpus corpus = csv("""
                source,paragraph,text,article,sure,label
                x,1,second of a,a,yes,spam
                x,0,only of b,b,,on-topic
                x,0, first of a ,a,no,
                """);
        assertThat(corpus.articles()).extracting(Article::id).containsExactly("a", "b");
        assertThat(corpus.articles().get(0).text()).isEqualTo("first of a\nsecond of a");
        assertThat(corpus.examples()).hasSize(3);
        assertThat(corpus.counted()).extracting(Example::text).containsExactly("second of a", "only of b");
        assertThat(corpus.counted()).extracting(Example::line).containsExactly(2L, 3L);
    }

    @Test
    void withoutArticlesEveryRowIsATextOfItsOwn() throws IOException {
        Corpus corpus = csv("label,text\nWorld,\"one\ntwo\"\nSport,three\n");
        assertThat(corpus.plain()).isTrue();
        assertThat(corpus.articles())
                .hasSize(2)
                .allMatch(article -> article.paragraphs().size() == 1);
        assertThat(corpus.examples().get(0).text()).isEqualTo("one\ntwo");
    }

    @Test
    void columnsMayHaveOtherNames() throws IOException {
        Path file = write("kind,body\nnews,one\nclickbait,two\n");
        Corpus corpus =
                CorpusReader.readCsv(file, CsvColumns.USUAL.withLabel("kind").withText("body"));
        assertThat(corpus.labels()).containsExactly("clickbait", "news");
        assertThat(corpus.examples()).allMatch(row -> row.kind().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lineEnds")
    void byteOrderMarkAndLineEndsDoNotMatter(String name, String text) throws IOException {
        Corpus corpus = csv(text);
        assertThat(corpus.examples()).extracting(Example::text).containsExactly("one", "two");
        assertThat(corpus.examples()).extracting(Example::line).containsExactly(2L, 3L);
    }

    static Stream<Arguments> lineEnds() {
        return Stream.of(
                Arguments.of("line feed", "label,text\na,one\nb,two\n"),
                Arguments.of("CR LF", "label,text\r\na,one\r\nb,two\r\n"),
                Arguments.of("lone CR", "label,text\ra,one\rb,two\r"),
                Arguments.of("no end", "label,text\na,one\nb,two"),
                Arguments.of("byte order mark", "\uFEFFlabel,text\na,one\nb,two\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCsv")
    void badCsvIsToldWithLineAndValue(String name, String text, String message) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> CorpusReader.readCsv(file, CsvColumns.USUAL))
                .isInstanceOf(InputException.class)
                .hasMessage(file + message);
    }

    static Stream<Arguments> badCsv() {
        return Stream.of(
                Arguments.of("empty file", "", ": an empty file (expected CSV with a header line)"),
                Arguments.of("blank file", "\n \n", ": an empty file (expected CSV with a header line)"),
                Arguments.of("header only", "label,text\n", ": a header without rows (expected at least one row)"),
                Arguments.of(
                        "unknown columns",
                        "class,body\na,b\n",
                        ":1: no column 'label' (expected it among the columns body, class)"),
                Arguments.of(
                        "column twice",
                        "label,text,text\na,b,c\n",
                        ":1: column 'text' twice (expected each column once)"),
                Arguments.of(
                        "unclosed quote",
                        "label,text\na,one\nb,\"two\nc,three\n",
                        ":3: a quoted value that never ends (expected a closing quote before the end of the file)"),
                Arguments.of(
                        "text after a quote",
                        "label,text\na,\"one\"x\n",
                        ":2: text after a closing quote (expected a comma or the end of the line)"),
                Arguments.of(
                        "wrong column count",
                        "label,text\na,one\na,b,c\n",
                        ":3: 3 columns (expected 2, as in the header)"),
                Arguments.of(
                        "missing label",
                        "label,text\na,one\n,two\n",
                        ":3: no label (expected a label in column 'label')"),
                Arguments.of("blank text", "label,text\na, \n", ":2: a blank text (expected text in column 'text')"),
                Arguments.of(
                        "sure",
                        "label,text,sure\na,one,perhaps\n",
                        ":2: sure 'perhaps' (expected yes, mixed, no or nothing)"),
                Arguments.of(
                        "paragraph is no number",
                        "article,paragraph,label,text\nx,first,a,one\n",
                        ":2: paragraph 'first' (expected its number, counted from 0)"),
                Arguments.of(
                        "negative paragraph",
                        "article,paragraph,label,text\nx,-1,a,one\n",
                        ":2: paragraph '-1' (expected its number, counted from 0)"),
                Arguments.of(
                        "duplicate paragraph",
                        "article,paragraph,label,text\nx,0,a,one\ny,0,a,two\nx,0,b,three\n",
                        ":4: paragraph 0 of article 'x' a second time (expected each paragraph once; first in line 2)"),
                Arguments.of(
                        "gap in numbering",
                        "article,paragraph,label,text\nx,0,a,one\nx,2,a,two\n",
                        ":3: paragraph 2 of article 'x' (expected paragraph 1 before it: numbers from 0 without gaps)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFolders")
    void badFolderIsTold(String name, String article, String labels, String message) throws IOException {
        if (!article.isEmpty()) {
            Files.writeString(folder.resolve("a.txt"), article);
        }
        if (!labels.isEmpty()) {
            Files.writeString(folder.resolve("labels.csv"), labels);
        }
        assertThatThrownBy(() -> CorpusReader.readSeeds(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + message);
    }

    static Stream<Arguments> badFolders() {
        String header = "article,paragraph,label,kind,text\n";
        return Stream.of(
                Arguments.of("no articles", "", header, ": a folder without articles (expected *.txt and labels.csv)"),
                Arguments.of(
                        "blank article",
                        "\n\n",
                        header,
                        "/a.txt: no paragraph (expected at least one line that is not blank)"),
                Arguments.of("no labels", "one\n", "", "/labels.csv: no such file (expected a file that exists)"),
                Arguments.of(
                        "text that does not match",
                        "one\ntwo\n",
                        header + "a,0,spam,,one\na,1,spam,,three\n",
                        "/labels.csv:3: text 'three' (expected paragraph 1 of a.txt, 'two')"),
                Arguments.of(
                        "unknown article",
                        "one\n",
                        header + "b,0,spam,,one\n",
                        "/labels.csv:2: article 'b' (expected the name of a .txt file beside it)"),
                Arguments.of(
                        "too many rows",
                        "one\n",
                        header + "a,0,spam,,one\na,1,spam,,two\n",
                        "/labels.csv:3: paragraph 1 of article a (expected at most 0, its last paragraph)"),
                Arguments.of(
                        "too few rows",
                        "one\ntwo\n",
                        header + "a,0,spam,,one\n",
                        "/labels.csv:2: 1 rows of article a (expected 2, one a paragraph)"),
                Arguments.of(
                        "no paragraph column",
                        "one\n",
                        "article,label,text\na,spam,one\n",
                        "/labels.csv:1: no column 'paragraph' (expected it among the columns article, label, text)"));
    }

    @Test
    void articleWithoutRowsIsTold() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one");
        Files.writeString(folder.resolve("b.txt"), "two");
        Files.writeString(folder.resolve("labels.csv"), "article,paragraph,label,text\na,0,spam,one\n");
        assertThatThrownBy(() -> CorpusReader.readSeeds(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("labels.csv") + ": no row of article b (expected one a paragraph)");
    }

    @Test
    void missingFileIsTold() {
        Path file = folder.resolve("none.csv");
        assertThatThrownBy(() -> CorpusReader.read(file, CsvColumns.USUAL, false))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": no such file (expected a file that exists)");
    }

    @Test
    void oneLabelOnlyCannotBeTrained() throws IOException {
        Corpus corpus = csv("label,text\na,one\na,two\n");
        assertThatThrownBy(corpus::trainable)
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(": only one label, 'a' (expected rows of two or more labels)");
    }

    @Test
    void articleOfOneParagraphIsFine() throws IOException {
        Corpus corpus = csv("article,paragraph,label,text\nx,0,a,one\ny,0,b,two\n");
        assertThat(corpus.plain()).isFalse();
        assertThat(corpus.examples()).hasSize(2);
    }

    @Test
    void nulIsNotText() {
        assertThatThrownBy(() -> csv("label,text\na,o\u0000ne\n"))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(":2: NUL at byte 14 (expected text)");
    }

    @Test
    void linesAreCountedOverBlankOnes() {
        assertThatThrownBy(() -> csv("label,text\nspam,x\n\n\n,z\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(":5: no label");
    }

    @Test
    void aLineOf50MegabytesIsRead() throws IOException {
        String line = "word ".repeat(10 * 1024 * 1024);
        assertThat(csv("label,text\na,short\nb," + line + "\n")
                        .examples()
                        .get(1)
                        .text())
                .hasSize(line.length() - 1);
    }

    @Test
    void messagesStayShortWhateverTheValue() throws IOException {
        Path file = write("label,text,sure\na,one," + "x\u0007".repeat(1_000_000) + "\n");
        assertThatThrownBy(() -> CorpusReader.readCsv(file, CsvColumns.USUAL))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains("x\\u0007x").hasSizeLessThan(600));
    }

    @Test
    void malformedUtf8IsToldWithItsOffsetOrReplacedAndCounted() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.write(file, "label,text\na,caf\u00E9\nb,ok\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CorpusReader.read(file, CsvColumns.USUAL, false))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":2: byte 0xE9 at offset 16 (expected UTF-8)");
        Corpus corpus = CorpusReader.read(file, CsvColumns.USUAL, true);
        assertThat(corpus.replaced()).isEqualTo(1);
        assertThat(corpus.examples().get(0).text()).isEqualTo("caf\uFFFD");
    }

    @Test
    void theSameFileTwiceIsTheSameCorpus() throws IOException {
        assertThat(CorpusReader.readSeeds(SEEDS)).isEqualTo(CorpusReader.readSeeds(SEEDS));
    }

    private Corpus csv(String text) throws IOException {
        return CorpusReader.readCsv(write(text), CsvColumns.USUAL);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    static List<String> texts(List<Example> rows) {
        return rows.stream().map(Example::text).toList();
    }
}
