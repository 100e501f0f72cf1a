package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Idf;
import org.parasift.features.Weighting;
import org.parasift.text.Article;

class ModelFileTest {
    static Stream<Model> models() {
        Model articles = Models.articles()
                .with(new Calibration.Platt(1.25, -0.5))
                .with(new DecisionPolicy("spam", 0.25, 0.75))
                .withManifest(Map.of("seed", "1", "data", "äöü"))
                .withNames(Map.of(Models.articles().key(0), "word:read more"))
                .withGolden(List.of("Troops leave Iraq", "", "read more\nread more"));
        Model isotonic = Models.articles()
                .with(new Calibration.Isotonic(List.of(0.1, 0.5, 0.9), List.of(0.0, 0.25, 1.0)))
                .withGolden(List.of("read more"));
        Calibration perLabel = new Calibration.PerLabel(List.of(
                new Calibration.Platt(1.5, 0.25),
                Calibration.NONE,
                new Calibration.Isotonic(List.of(0.25, 0.5), List.of(0.125, 1.0))));
        Model three = Models.threeLabels().with(perLabel).withGolden(List.of("troops"));
        long key = Models.threeLabels().key(0);
        Model idf = Model.linear(
                FeatureRecipe.texts().with(Weighting.TFIDF),
                List.of("a", "b"),
                Link.ONE_VS_REST,
                new double[] {0.5, -0.25},
                new long[] {key},
                new double[] {1, 2},
                Idf.learned(new long[] {key}, new int[] {1}, 9));
        return Stream.of(
                articles,
                isotonic,
                three,
                idf,
                Models.knowing().withGolden(List.of("read more")),
                Models.trees().withGolden(List.of("read more")),
                Models.either().withGolden(List.of("read more")),
                Models.smoothed().withGolden(List.of("read more")),
                three.compact(5),
                idf.compact(9));
    }

    /** Packed weights of the idf's features take less than a byte each. */
    @Test
    void compactModelsOfManyRareWordsAreReadAgain() {
        long[] keys = LongStream.rangeClosed(1, 3_000)
                .map(i -> i * 0x9E3779B97F4A7C15L)
                .toArray();
        int[] articles = new int[keys.length];
        Arrays.fill(articles, 2);
        double[] weights = new double[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            weights[2 * i + 1] = i % 7 == 0 ? 3 : 0.01 * (i % 3);
        }
        Model many = Model.linear(
                FeatureRecipe.texts().with(Weighting.TFIDF),
                List.of("a", "b"),
                Link.SOFTMAX,
                new double[] {0, 0.5},
                keys,
                weights,
                Idf.learned(keys, articles, 9_000));
        for (int most : new int[] {1, 8, 500, 3_000}) {
            byte[] bytes = ModelFile.bytes(many.compact(most));
            assertThat(ModelFile.bytes(ModelFile.parse(bytes)))
                    .as("of %s", most)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsWrittenIsReadAndWrittenAgain(Model model) {
        byte[] bytes = ModelFile.bytes(model);
        Model read = ModelFile.parse(bytes);
        assertThat(ModelFile.bytes(read)).isEqualTo(bytes);
        for (String text : List.of("troops leave iraq read more", "")) {
            assertThat(ParagraphClassifier.of(read)
                            .classifyText(text)
                            .probabilities()
                            .toArray())
                    .isEqualTo(ParagraphClassifier.of(model)
                            .classifyText(text)
                            .probabilities()
                            .toArray());
        }
        assertThat(read.manifest()).isEqualTo(model.manifest());
        assertThat(read.policy()).isEqualTo(model.policy());
        assertThat(read.calibration()).isEqualTo(model.calibration());
        assertThat(read.names()).isEqualTo(model.names());
    }

    @Test
    void smoothingOfNoScoreIsRefused() {
        byte[] trees = ModelFile.bytes(Models.smoothed());
        int runs = find(trees, "RUNS");
        assertRefused(put(trees, runs + 8, 2), "of 2 scores");
        byte[] linear = ModelFile.bytes(Models.articles());
        int at = find(linear, "CALI");
        byte[] both = new byte[linear.length + 20];
        System.arraycopy(linear, 0, both, 0, at);
        System.arraycopy(trees, runs, both, at, 20);
        System.arraycopy(linear, at, both, at + 20, linear.length - at);
        seal(both);
        assertRefused(both, "section RUNS without section TREE");
    }

    /** What neighbours add is seen in articles only. */
    @Test
    void anArticleIsSmoothedAsBefore() {
        Model model = Models.smoothed();
        Article article =
                Article.of("a", List.of("Read more.", "Troops leave", "Read more. Read more.", "read", "Iraq"));
        List<Verdict> plain = ParagraphClassifier.of(Models.either()).classify(article);
        List<Verdict> written =
                ParagraphClassifier.of(ModelFile.parse(ModelFile.bytes(model))).classify(article);
        assertThat(written)
                .extracting(Verdict::probability)
                .isEqualTo(ParagraphClassifier.of(model).classify(article).stream()
                        .map(Verdict::probability)
                        .toList())
                .isNotEqualTo(plain.stream().map(Verdict::probability).toList());
    }

    /** So that what is damaged below is damaged in every section and every kind of it. */
    @Test
    void theModelsHaveEverySection() {
        Set<String> tags = models().flatMap(model -> sectionTags(ModelFile.bytes(model)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tags)
                .containsExactly(
                        "CALI", "GOLD", "IDFS", "LABL", "LEXI", "LINE", "LINR", "MANI", "NAME", "POLI", "RECP", "RUNS",
                        "TEXT", "TREE");
    }

    @Test
    void aCompactModelKeepsTheWeightiestFeaturesInEightBits() {
        Model model = Models.threeLabels();
        Model compact = model.compact(5);
        assertThat(compact.size()).isEqualTo(5);
        double largest = 0;
        for (int row = 0; row < model.size(); row++) {
            for (int label = 0; label < 3; label++) {
                largest = Math.max(largest, Math.abs(model.weight(row, label)));
            }
        }
        for (int row = 0; row < 5; row++) {
            int same = 0;
            while (model.key(same) >>> 24 != compact.key(row) >>> 24) {
                same++;
            }
            for (int label = 0; label < 3; label++) {
                assertThat(compact.weight(row, label))
                        .isCloseTo(model.weight(same, label), within(largest / 127 / 2 + 1e-6));
            }
        }
    }

    @Test
    void aFileIsReplacedAndNamedInErrors(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep").resolve("model.psm");
        ModelFile.write(Models.articles(), file);
        ModelFile.write(Models.threeLabels(), file);
        assertThat(ParagraphClassifier.load(file).model().labels()).containsExactly("a", "b", "c");
        Files.writeString(file, "a text");
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("model.psm: not a Parasift model");
    }

    @ParameterizedTest
    @MethodSource("models")
    void truncatedAtEveryByte(Model model) {
        byte[] bytes = ModelFile.bytes(model);
        for (int size = 0; size < bytes.length; size++) {
            byte[] part = Arrays.copyOf(bytes, size);
            assertThatThrownBy(() -> ModelFile.parse(part)).isInstanceOf(ModelFormatException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyByteFlipped(Model model) {
        byte[] bytes = ModelFile.bytes(model);
        for (int i = 0; i < bytes.length; i++) {
            for (int flip : new int[] {1, 0x80, 0xFF}) {
                byte[] other = bytes.clone();
                other[i] ^= (byte) flip;
                assertThatThrownBy(() -> ModelFile.parse(other)).isInstanceOf(ModelFormatException.class);
            }
        }
    }

    /** Nobody damages a file so; but then it is read with care even where the checksum is right. */
    @ParameterizedTest
    @MethodSource("models")
    void everyByteFlippedUnderARightChecksumIsRefusedOrReadInLittleMemory(Model model) throws Exception {
        byte[] bytes = ModelFile.bytes(model);
        for (int i = 12; i < bytes.length - 4; i++) {
            for (int flip : new int[] {1, 0x7F, 0x80, 0xFF}) {
                byte[] other = bytes.clone();
                other[i] ^= (byte) flip;
                seal(other);
                assertRefusedOrReadInLittleMemory(other, i);
            }
        }
    }

    /** Every four bytes may be a size, and some are: of sections, texts, tables, trees, points, golden texts. */
    @ParameterizedTest
    @MethodSource("models")
    void everySizeThatLiesIsRefusedOrReadInLittleMemory(Model model) throws Exception {
        byte[] bytes = ModelFile.bytes(model);
        for (int i = 12; i + 4 <= bytes.length - 4; i++) {
            for (int size : new int[] {Integer.MAX_VALUE, 1 << 30, 1 << 20, -1}) {
                assertRefusedOrReadInLittleMemory(put(bytes, i, size), i);
            }
        }
    }

    /** Truncated inside any section, that section's size and the checksum being right again. */
    @ParameterizedTest
    @MethodSource("models")
    void everySectionCutShort(Model model) throws Exception {
        byte[] bytes = ModelFile.bytes(model);
        for (int at = 12; at < bytes.length - 4; ) {
            int size = ByteBuffer.wrap(bytes).getInt(at + 4);
            String tag = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            for (int left = 0; left < size; left++) {
                byte[] other = new byte[bytes.length - size + left];
                System.arraycopy(bytes, 0, other, 0, at + 8 + left);
                System.arraycopy(bytes, at + 8 + size, other, at + 8 + left, bytes.length - at - 8 - size);
                ByteBuffer.wrap(other).putInt(at + 4, left);
                seal(other);
                if (tag.equals("RECP")) { // a shorter recipe may be one
                    assertRefusedOrReadInLittleMemory(other, at);
                } else {
                    assertThatThrownBy(() -> ModelFile.parse(other))
                            .as("section %s of %d bytes cut to %d", tag, size, left)
                            .isInstanceOf(ModelFormatException.class);
                }
            }
            at += 8 + size;
        }
    }

    private static void assertRefusedOrReadInLittleMemory(byte[] bytes, int at) throws Exception {
        // A tokenizer with other tailorings takes some four megabytes, whatever the file
        long allocated = Allocation.bytesOf(() -> {
            try {
                ModelFile.parse(bytes);
            } catch (ModelFormatException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        });
        assertThat(allocated).as("bytes, with byte %d damaged", at).isLessThan(8_000_000);
    }

    @Test
    void sizesThatLie() {
        byte[] bytes = ModelFile.bytes(Models.threeLabels());
        int weights = find(bytes, "LINR");
        int rows = weights + 8 + 1 + 4 + 3 * 8 + 1;
        assertRefused(put(bytes, rows, Integer.MAX_VALUE), "features: 2147483647 of 8 bytes each, but only");
        assertRefused(put(bytes, rows, -1), "features: -1 of 8 bytes each");
        assertRefused(put(bytes, rows, 1), "bytes too many");
        assertRefused(put(bytes, weights + 4, 1 << 30), "section LINR: 1073741824 of 1 bytes each, but only");
        assertRefused(put(bytes, find(bytes, "LABL") + 8, 1 << 30), "labels: 1073741824 of 4 bytes each");
    }

    @Test
    void whatThisVersionDoesNotKnow() {
        byte[] bytes = ModelFile.bytes(Models.threeLabels());
        assertRefused(put(bytes, 8, 2), "format version 2 (this program reads version 1)");
        assertRefused(replace(bytes, "MANI", "XYZW"), "section 'XYZW' is unknown to this version");
        assertRefused(replace(bytes, "recipe 1", "recipe 2"), "recipe line 1: 'recipe 2' (expected 'recipe 1')");
        assertRefused(replace(bytes, "words orders", "swords rders"), "recipe line 3: 'swords rders=1,2' (expected");
        assertRefused(replace(bytes, "LABL", "RECP"), "section 'RECP' stands twice or out of order");
    }

    @Test
    void aProgramThatScoresDifferentlyRefuses() {
        byte[] bytes = ModelFile.bytes(Models.articles().withGolden(List.of("read more")));
        byte[] other = bytes.clone();
        ByteBuffer.wrap(other).putDouble(bytes.length - 4 - 8, 0.123);
        seal(other);
        assertRefused(other, "golden text 'read more'");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> ModelFile.parse(bytes))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    private static byte[] put(byte[] bytes, int at, int value) {
        byte[] other = bytes.clone();
        ByteBuffer.wrap(other).putInt(at, value);
        seal(other);
        return other;
    }

    private static byte[] replace(byte[] bytes, String what, String by) {
        byte[] other = bytes.clone();
        byte[] replacement = by.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(replacement, 0, other, find(bytes, what), replacement.length);
        seal(other);
        return other;
    }

    private static List<String> sectionTags(byte[] bytes) {
        List<String> tags = new ArrayList<>();
        for (int at = 12;
                at < bytes.length - 4;
                at += 8 + ByteBuffer.wrap(bytes).getInt(at + 4)) {
            tags.add(new String(bytes, at, 4, StandardCharsets.ISO_8859_1));
        }
        return tags;
    }

    private static int find(byte[] bytes, String what) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(what);
    }

    private static void seal(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue());
    }
}
