package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;

class PassageTiesTest {
    private static final FeatureRecipe RECIPE = FeatureRecipe.parse(
            "recipe 1\ntokens accent-apostrophe\nrepetition\npassages\nweighting tf=count idf=no norm=l2");

    /** Words of war point one way, words of cakes another. */
    private static FeatureExtractor extractor() {
        TreeMap<Long, float[]> vectors = new TreeMap<>();
        for (String word : List.of("troop", "army", "border", "general", "missile", "shelled", "village")) {
            vectors.put(Tokenizer.hash(word), new float[] {1, 0.1f});
        }
        for (String word : List.of("cake", "sugar", "oven", "butter", "flour", "baker")) {
            vectors.put(Tokenizer.hash(word), new float[] {0.1f, 1});
        }
        long[] keys = vectors.keySet().stream().mapToLong(Long::longValue).toArray();
        float[] idf = new float[keys.length];
        Arrays.fill(idf, 3);
        return RECIPE.compile(Knowledge.NONE.with(
                Lexicon.learned(7, keys, idf, vectors.values().toArray(float[][]::new))));
    }

    private static final List<String> WAR = List.of(
            "The army shelled the village near the border on Monday with a missile.",
            "A general said the troops would stay at the border of the village.",
            "The troops of the army had been at the border since the missile fell.",
            "Another missile was found in the village by troops of the general.",
            "The general told the army to leave the village and the border.",
            "No missile has been seen at the border since the troops went home.");
    private static final List<String> CAKE = List.of(
            "The baker puts the cake with butter and sugar into the oven now.",
            "Flour and sugar make the cake of the baker so very good indeed.");

    private static float[][] rows(List<String> paragraphs) {
        FeatureExtractor extractor = extractor();
        Page page = new Page();
        page.open(Article.of("a", paragraphs), extractor.tokenizer());
        float[][] rows = new float[paragraphs.size()][extractor.columns().size()];
        for (int p = 0; p < rows.length; p++) {
            extractor.fill(page, p, rows[p]);
        }
        return rows;
    }

    private static int column(String name) {
        return extractor().columns().indexOf(name);
    }

    @Test
    void aForeignPassageIsFoundWhole() {
        List<String> paragraphs = new ArrayList<>(WAR);
        paragraphs.addAll(3, CAKE);
        float[][] rows = rows(paragraphs);
        for (int p : List.of(3, 4)) {
            assertThat(rows[p][column("passage:words")]).isLessThan(-1.5f);
            assertThat(rows[p][column("passage:words-length")]).isEqualTo(2);
            assertThat(rows[p][column("passage:meaning")]).isLessThan(-1.5f);
            assertThat(rows[p][column("passage:meaning-length")]).isEqualTo(2);
            assertThat(rows[p][column("passage:bridge")]).isGreaterThan(0.9f);
            assertThat(rows[p][column("passage:around")]).isLessThan(0.4f);
            assertThat(rows[p][column("passage:own-words")]).isGreaterThan(0.15f);
        }
        assertThat(rows[0][column("passage:meaning")]).isGreaterThan(-1);
        assertThat(rows[0][column("passage:own-words")]).isZero();
    }

    /** Of articles of every length each paragraph has numbers, and a page that held other articles gives the same. */
    @Test
    void numbersAreFiniteWhateverWasThereBefore() {
        FeatureExtractor extractor = extractor();
        Page used = new Page();
        float[] again = new float[extractor.columns().size()];
        List<String> other = List.of("Oven", CAKE.get(0), WAR.get(2), CAKE.get(1), "Butter and flour", WAR.get(5));
        for (int n : new int[] {1, 2, 3, 139, 4, 70, 5, 1, 16, 65, 2}) {
            List<String> paragraphs = new ArrayList<>();
            for (int p = 0; p < n; p++) {
                paragraphs.add((p * n) % 7 < 3 ? other.get((p + n) % 6) : WAR.get(p % 6));
            }
            float[][] rows = rows(paragraphs);
            used.open(Article.of("a", paragraphs), extractor.tokenizer());
            for (int p = 0; p < n; p++) {
                extractor.fill(used, p, again);
                assertThat(again).containsExactly(rows[p]);
                for (float value : again) {
                    assertThat(value).isFinite();
                }
            }
        }
    }

    /** Where a passage has all prose in it, what is left of the sums is rounding, and says nothing. */
    @Test
    void nothingIsComparedWithNothing() {
        float[][] rows = rows(List.of("A title of it", WAR.get(0), CAKE.get(0), "By A. Author"));
        for (float[] row : rows) {
            assertThat(row[column("passage:meaning-length")]).isEqualTo(1);
            assertThat(row[column("passage:meaning")]).isZero();
        }
        assertThat(rows(List.of(WAR.get(0)))[0][column("passage:meaning")]).isZero();
        assertThat(rows(List.of("A title of it", WAR.get(0)))[0][column("passage:words")])
                .isZero();
    }

    @Test
    void theLowestRunIsMeasuredAgainstThoseOfItsLength() {
        FeatureExtractor extractor = extractor();
        Page page = new Page();
        page.open(Article.of("a", WAR), extractor.tokenizer());
        page.readBy(extractor);
        OddRuns runs = new OddRuns();
        runs.clear(6);
        for (int size = 1; size <= OddRuns.LONGEST; size++) {
            for (int from = 0; from + size <= 6; from++) {
                runs.set(from, size, size == 2 && from == 3 ? 0 : 0.5f);
            }
        }
        runs.find(page.content(), 6);
        assertThat(runs.first(4)).isEqualTo(3);
        assertThat(runs.last(3)).isEqualTo(4);
        assertThat(runs.length(3)).isEqualTo(2);
        // Of five runs of two, one is 0 and four are 0.5: mean 0.4, deviation 0.2.
        assertThat(runs.deviation(3)).isCloseTo(-0.4f / 0.23f, within(1e-4f));
        assertThat(runs.deviation(0)).isZero();
        assertThat(runs.length(0)).isEqualTo(1);
    }

    @Test
    void anEarlierLineThatStandsInALongerOneIsTold() {
        List<String> paragraphs = new ArrayList<>(WAR);
        paragraphs.add(0, "Army shells village near the border");
        paragraphs.add(4, "ARMY SHELLS VILLAGE NEAR THE BORDER | example.com");
        float[][] rows = rows(paragraphs);
        assertThat(rows[4][column("repetition:holds")]).isEqualTo(1);
        assertThat(rows[4][column("repetition:runs-before")]).isBetween(0.4f, 0.9f);
        assertThat(rows[0][column("repetition:holds")]).isZero();
        assertThat(rows[5][column("repetition:holds")]).isLessThan(0.6f);
    }

    @Test
    void aLexiconWithVectorsIsWanted() {
        assertThatThrownBy(RECIPE::compile)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lexicon with vectors");
    }
}
