package org.parasift.train.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
    private static final String SHARED =
            "The State Department ordered all nonemergency government employees to leave the"
                    + " embassy in the capital and the consulate in the north of the country on Wednesday.";

    @TempDir
    Path folder;

    @Test
    void seeds000And001ShareSentencesAndStandInOnePart() throws IOException {
        Split split = Split.byArticle(CorpusReader.readSeeds(CorpusReaderTest.SEEDS), 1);
        assertThat(split.folds()).isEqualTo(4);
        assertThat(split.parts().stream().map(SplitTest::articles))
                .containsExactlyInAnyOrder(
                        Set.of("000_e9ef81e98f718a95", "001_2224c2a5299d7cdb"),
                        Set.of("002_9a3ecba5e6e5a41a"),
                        Set.of("003_bd0859deabb9f25c"),
                        Set.of("004_75c9cd5cad82818f"));
    }

    @Test
    void oneSharedParagraphMakesACluster() throws IOException {
        String rows = "article,paragraph,label,text\n" + "a,0,x," + prose(1, 300) + "\na,1,x,\"" + SHARED + "\"\n"
                + "b,0,x," + prose(2, 300) + "\nc,0,x,\"" + SHARED + "\"\nc,1,x," + prose(3, 300) + "\n";
        Split split = Split.byArticle(csv(rows), 1);
        assertThat(split.parts().stream().map(SplitTest::articles))
                .containsExactlyInAnyOrder(Set.of("a", "c"), Set.of("b"));
    }

    @Test
    void furnitureOfASiteMakesNoCluster() throws IOException {
        StringBuilder rows = new StringBuilder("article,paragraph,label,text\n");
        for (int i = 0; i < 40; i++) {
            rows.append("a").append(i).append(",0,x,").append(prose(i, 50)).append('\n');
            rows.append("a").append(i).append(",1,x,").append(prose(999, 40)).append('\n');
        }
        Split split = Split.byArticle(csv(rows.toString()), 1);
        assertThat(split.groups()).isEqualTo(40);
        assertThat(split.folds()).isEqualTo(10);
    }

    @Test
    void bySiteHoldsOutWholeSitesAndTheirCopiesElsewhere() throws IOException {
        StringBuilder rows = new StringBuilder("article,paragraph,label,site,text\n");
        for (int i = 0; i < 12; i++) {
            rows.append("a")
                    .append(i)
                    .append(",0,x,site")
                    .append(i % 4)
                    .append(',')
                    .append(prose(i, 50));
            rows.append('\n');
        }
        // The same text on site0 and site1 joins them.
        rows.append("b0,0,x,site0,").append(prose(77, 60)).append('\n');
        rows.append("b1,0,x,site1,").append(prose(77, 60)).append('\n');
        Split split = Split.bySite(csv(rows.toString()), 1);
        assertThat(split.parts().stream()
                        .map(part -> part.stream().map(Example::site).collect(Collectors.toSet())))
                .containsExactlyInAnyOrder(Set.of("site0", "site1"), Set.of("site2"), Set.of("site3"));
    }

    @Test
    void textsAreDealtOutByLabelAndCopiesStayTogether() throws IOException {
        StringBuilder rows = new StringBuilder("label,text\n");
        for (int i = 0; i < 100; i++) {
            rows.append(i % 10 == 0 ? "rare," : "usual,").append(prose(i / 2, 30));
            rows.append(i % 2 == 0 ? "\n" : " indeed\n");
        }
        Split split = Split.byText(csv(rows.toString()), 5, 1);
        assertThat(split.folds()).isEqualTo(5);
        for (List<Example> part : split.parts()) {
            assertThat(part).hasSizeBetween(16, 24);
            assertThat(part).anyMatch(row -> row.label().equals("rare"));
            Set<String> beginnings =
                    part.stream().map(row -> row.text().replace(" indeed", "")).collect(Collectors.toSet());
            assertThat(part).hasSize(2 * beginnings.size());
        }
    }

    @Test
    void everyRowThatCountsIsInExactlyOnePartAndNeverInItsOwnTraining() throws IOException {
        Corpus seeds = CorpusReader.readSeeds(CorpusReaderTest.SEEDS);
        Split split = Split.of(seeds, 1);
        Set<Example> seen = new HashSet<>();
        for (int fold = 0; fold < split.folds(); fold++) {
            assertThat(split.test(fold)).allMatch(seen::add);
            assertThat(split.train(fold)).doesNotContainAnyElementsOf(split.test(fold));
            assertThat(split.train(fold).size() + split.test(fold).size()).isEqualTo(99);
        }
        assertThat(seen).hasSize(99);
    }

    @Test
    void theSameSeedGivesTheSameParts() throws IOException {
        StringBuilder rows = new StringBuilder("label,text\n");
        for (int i = 0; i < 60; i++) {
            rows.append("x,").append(prose(i, 20)).append('\n');
        }
        Corpus corpus = csv(rows.toString());
        assertThat(Split.of(corpus, 7)).isEqualTo(Split.of(corpus, 7)).isNotEqualTo(Split.of(corpus, 8));
    }

    private static Set<String> articles(List<Example> part) {
        return part.stream().map(row -> row.article().id()).collect(Collectors.toSet());
    }

    /** Words that no other seed gives in this order. */
    private static String prose(int seed, int words) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(Integer.toString(random.nextInt(46656), 36))
                    .append('w');
        }
        return text.toString();
    }

    private Corpus csv(String rows) throws IOException {
        return CorpusReader.readCsv(Files.writeString(folder.resolve("rows.csv"), rows), CsvColumns.USUAL);
    }
}
