package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.Verdict;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.InputException;
import org.parasift.train.eval.Scores;

/** The whole recipe on articles that are made up: subjects are sets of words, sites have furniture of their own. */
class NewsPresetTest {
    private static final int SUBJECTS = 4;
    private static final int WORDS = 60;
    private static final int SITES = 12;

    @TempDir
    private Path folder = Path.of("");

    private static String prose(SplittableRandom random, int subject) {
        StringBuilder text = new StringBuilder("The");
        int words = 15 + random.nextInt(15);
        for (int w = 0; w < words; w++) {
            boolean common = random.nextInt(3) == 0;
            text.append(common ? " of the" : " " + word(subject, random.nextInt(WORDS)));
        }
        return text + ".";
    }

    private static String word(int subject, int number) {
        String[] syllables = {"ba", "ko", "ri", "tu", "me", "lan", "sor", "vik"};
        return syllables[subject] + syllables[number % 8] + syllables[number / 8] + "ing";
    }

    private static String headline(SplittableRandom random, int subject) {
        return "Minister " + word(subject, random.nextInt(WORDS)) + " and " + word(subject, random.nextInt(WORDS))
                + " talks";
    }

    private static List<String> article(SplittableRandom random, int subject) {
        List<String> paragraphs = new ArrayList<>();
        int size = 6 + random.nextInt(6);
        for (int p = 0; p < size; p++) {
            paragraphs.add(prose(random, subject));
        }
        return paragraphs;
    }

    private static RawArticle raw(SplittableRandom random, int number) {
        int subject = number % SUBJECTS;
        List<String> paragraphs = article(random, subject);
        return new RawArticle(
                Article.of("raw" + number, paragraphs),
                "site" + number % SITES + ".com",
                "",
                headline(random, subject));
    }

    private Corpus labelled(int articles) throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder csv = new StringBuilder("article,paragraph,label,kind,site,text\n");
        for (int a = 0; a < articles; a++) {
            int subject = a % SUBJECTS;
            String site = "site" + a % SITES + ".com";
            int p = 0;
            for (String text : article(random, subject)) {
                csv.append("a" + a + "," + p++ + ",on-topic,body," + site + "," + text + "\n");
            }
            csv.append("a" + a + "," + p++ + ",spam,promo," + site + ",Subscribe to the newsletter of desk " + a % 7
                    + "\n");
            csv.append("a" + a + "," + p++ + ",spam,teaser," + site + "," + headline(random, (subject + 1) % SUBJECTS)
                    + "\n");
        }
        return CorpusReader.readCsv(Files.writeString(folder.resolve("articles.csv"), csv), CsvColumns.USUAL);
    }

    private static List<RawArticle> unlabelled(int articles) {
        SplittableRandom random = new SplittableRandom(5);
        List<RawArticle> raw = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            raw.add(raw(random, i));
        }
        return raw;
    }

    @Test
    void theRecipeRunsToTheEndAndTheModelIsRight() throws IOException {
        List<String> told = new ArrayList<>();
        NewsPreset.Result result = NewsPreset.run(labelled(48), unlabelled(240), 1, told::add);
        assertThat(result.parts()).extracting(NewsPreset.Part::name).containsExactly("article", "site");
        for (NewsPreset.Part part : result.parts()) {
            Scores scores = part.evaluation().scores();
            assertThat(scores.label("spam").f1()).as(part.name()).isGreaterThan(0.9);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(result.model(), bytes);
        Model model = ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(model.judgesSubject()).isFalse();
        assertThat(model.manifest()).containsKeys("scores.site.f1.spam", "data.sha256.articles.csv");
        SplittableRandom random = new SplittableRandom(9);
        List<String> paragraphs = new ArrayList<>(article(random, 2));
        paragraphs.add("Subscribe to the newsletter of desk 3");
        List<Verdict> verdicts = ParagraphClassifier.of(model).classify(Article.of("new", paragraphs));
        assertThat(verdicts.get(paragraphs.size() - 1).label()).isEqualTo("spam");
        assertThat(verdicts.get(0).label()).isEqualTo("on-topic");
        assertThat(told).anyMatch(line -> line.contains("by site, fold 5 of 5"));
    }

    @Test
    void aKindThatIsMissingInAPartIsToldAsTooLittle() throws IOException {
        Corpus corpus = labelled(12);
        List<RawArticle> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(new RawArticle(Article.of("r" + i, List.of("One line " + i)), "s" + i % 5 + ".com", "", ""));
        }
        assertThatThrownBy(() -> NewsPreset.run(corpus, lines, 1, what -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("too little in one of the parts");
    }
}
