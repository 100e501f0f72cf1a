package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;

class NewsDataReaderTest {
    private static final String HEAD = "article,paragraph,label,kind,sure,source,site,text\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Files.writeString(
                folder.resolve("articles-dev.csv"), HEAD + "d,0,on-topic,body,yes,S,a.com,Troops left Iraq.\n");
        Files.writeString(folder.resolve("articles-other.csv"), HEAD + "o,0,spam,promo,yes,S,b.com,Subscribe\n");
        Files.writeString(
                folder.resolve("pages-train.csv"),
                "article,paragraph,label,kind,sure,source,text\np,0,on-topic,body,yes,cleaneval www.news.example.co.uk,A story.\n");
        Files.writeString(folder.resolve("headlines.csv"), "kind,text\nnews,A headline\n");
        raw("{\"id\":\"r\",\"site\":\"c.com\",\"topic\":\"china\",\"title\":\"T\",\"text\":\"One.\\nTwo.\"}\n");
    }

    private void raw(String lines) throws IOException {
        raw(lines.getBytes(StandardCharsets.UTF_8));
    }

    private void raw(byte[] lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("articles-raw.jsonl.gz")))) {
            out.write(lines);
        }
    }

    private Path labels(String name, String rows) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "article,paragraph,label,kind,sure\n" + rows);
        return file;
    }

    private static LabelFiles of(Path... files) {
        return new LabelFiles(List.of(files), Optional.empty());
    }

    private LabelFiles subjects(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("subjects.csv"), "article,subject\n" + rows);
        return new LabelFiles(List.of(), Optional.of(file));
    }

    @Test
    void subjectsThatWereReadGoBeforeTopics() throws IOException {
        assertThat(NewsDataReader.read(folder, LabelFiles.NONE).raw())
                .extracting(RawArticle::subject)
                .containsExactly(Topics.GEOPOLITICS);
        NewsData data = NewsDataReader.read(folder, subjects("r,other\n"));
        assertThat(data.raw()).extracting(RawArticle::subject).containsExactly(Topics.OTHER);
        assertThat(data.hashes()).containsKey("subjects.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "r,sport; subjects.csv:2; subject 'sport'; geopolitics, mixed, other",
                "r,other|r,mixed; subjects.csv:3; article 'r' a second time; each article once",
                "x,other; subjects.csv; article x; the id of a raw article",
                "r; subjects.csv:2; 1 values; one for each column",
            })
    void subjectsThatNameNothingAreRefused(String rows, String one, String two, String three) throws IOException {
        LabelFiles files = subjects(rows.replace('|', '\n') + "\n");
        assertThatThrownBy(() -> NewsDataReader.read(folder, files))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(one, two, three);
    }

    @Test
    void ofAFolderSubjectsStandApart() throws IOException {
        labels("b.csv", "");
        labels("a.csv", "");
        subjects("");
        Files.writeString(folder.resolve("README.md"), "");
        LabelFiles files = LabelFiles.in(folder);
        assertThat(files.paragraphs())
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .contains("a.csv", "b.csv")
                .doesNotContain("subjects.csv")
                .isSorted();
        assertThat(files.subjects()).contains(folder.resolve("subjects.csv"));
        assertThat(LabelFiles.in(folder.resolve("nowhere"))).isEqualTo(LabelFiles.NONE);
    }

    @Test
    void labelsWithoutTextAreJoinedWithTheirArticles() throws IOException {
        NewsData data = NewsDataReader.read(folder, of(labels("l.csv", "r,1,spam,promo,yes\n")));
        assertThat(data.labelled().stream().filter(Example::counts).map(Example::text))
                .containsExactly("Troops left Iraq.", "Subscribe", "Two.");
        assertThat(data.chosen()).containsExactly("r");
        assertThat(data.pages()).extracting(Example::site).containsExactly("example.co.uk");
        assertThat(data.clusterOf("p")).isNotNegative();
        assertThat(data.hashes()).containsKeys("l.csv", "articles-raw.jsonl.gz", "headlines.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "r,2,spam,promo,yes; l.csv:2; paragraph 2; 0 to 1; ''",
                "r,0,offtopic,,yes; l.csv:2; label offtopic; on-topic or spam; ''",
                "x,0,spam,promo,yes; l.csv; article x; the id of a raw article; ''",
            })
    void labelsThatNameNothingAreRefused(String row, String one, String two, String three, String four)
            throws IOException {
        Path file = labels("l.csv", row + "\n");
        assertThatThrownBy(() -> NewsDataReader.read(folder, of(file)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(one, two, three, four);
    }

    @Test
    void anArticleInTwoLabelFilesIsRefused() throws IOException {
        Path one = labels("l.csv", "r,0,spam,promo,yes\n");
        Path two = labels("m.csv", "r,1,spam,promo,yes\n");
        assertThatThrownBy(() -> NewsDataReader.read(folder, of(one, two)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("m.csv", "article r", "one label file only");
    }

    @Test
    void brokenArticlesAreRefusedWithTheirLine() throws IOException {
        String good = "{\"id\":\"r\",\"text\":\"One.\"}\n";
        raw(good + "{\"text\":\"no id\"}\n");
        assertThatThrownBy(() -> NewsDataReader.read(folder, LabelFiles.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("articles-raw.jsonl.gz:2", "no id");
        raw(good + "{\"id\":");
        assertThatThrownBy(() -> NewsDataReader.read(folder, LabelFiles.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(":2", "not JSON");
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        bytes[good.indexOf("One")] = (byte) 0xFF;
        raw(bytes);
        assertThatThrownBy(() -> NewsDataReader.read(folder, LabelFiles.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.org, example.org",
        "finance.yahoo.com, yahoo.com",
        "bbc.co.uk, bbc.co.uk",
        "a.b.smh.com.au, smh.com.au",
        "about.fb.me, fb.me",
        "localhost, localhost"
    })
    void theSiteIsWhatIsRegistered(String host, String site) {
        assertThat(NewsDataReader.domain(host)).isEqualTo(site);
    }
}
