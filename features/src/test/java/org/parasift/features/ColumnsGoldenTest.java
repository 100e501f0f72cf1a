package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.token.Tailoring;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * Trained models depend on every bit of the columns: checksums of all families over the seeds and over random articles,
 * as they were when the first models were trained. A change that is meant to change values makes new models necessary.
 */
class ColumnsGoldenTest {
    private static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");
    private static final Tokenizer TOKENIZER = Tokenizer.with(EnumSet.of(Tailoring.ACCENT_APOSTROPHE));

    @ParameterizedTest
    @CsvSource({
        "shape,5714f78b",
        "position,98704a9d",
        "neighbours,b7ee1ab2",
        "runs,412afdfd",
        "repetition,a323e67e",
        "cohesion,84d20ea1",
        "cues,888f7f0c",
        "meaning,8c003e3f",
        "passages,e74be75c",
    })
    void everyBitIsAsItWas(String family, String expected) throws IOException {
        assertThat(digest(family)).isEqualTo(expected);
    }

    /** The checksum of a family's columns, as floats, big-endian. */
    static String digest(String family) throws IOException {
        List<Article> articles = articles();
        FeatureExtractor extractor = FeatureRecipe.parse(
                        "recipe 1\ntokens accent-apostrophe\n" + family + "\nweighting tf=count idf=no norm=l2")
                .compile(Knowledge.NONE.with(lexicon(articles)));
        Page page = new Page();
        float[] row = new float[extractor.columns().size()];
        CRC32C sum = new CRC32C();
        for (Article article : articles) {
            page.open(article, extractor.tokenizer());
            for (int p = 0; p < page.paragraphs(); p++) {
                extractor.fill(page, p, row);
                for (float value : row) {
                    int bits = Float.floatToRawIntBits(value);
                    sum.update(bits >>> 24);
                    sum.update(bits >>> 16);
                    sum.update(bits >>> 8);
                    sum.update(bits);
                }
            }
        }
        return Long.toHexString(sum.getValue());
    }

    private static List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(SEEDS)) {
            files = list.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            articles.add(ParagraphSplitter.split(file.toString(), text));
            all.append(text).append('\n');
        }
        assertThat(articles).hasSize(5);
        // Words of the seeds between marks of all kinds; from one line to many, some of them twice.
        String[] words = all.toString().trim().split("\\s+", -1);
        String[] marks = {
            ".\n",
            "?\n\n",
            "!”\n",
            ":",
            ", ",
            "...",
            "… ",
            " (",
            ") ",
            " [x] ",
            "\"",
            "“",
            "”",
            "’s ",
            " 7:30 ",
            " 2019 ",
            "@",
            " www.bbc.com ",
            " http://a.b ",
            "Ünal",
            "ß",
            " \u00A0",
            "\t",
            " ΑΒΓ ",
            " 東京 ",
            "😀",
            "-",
            " – ",
            "Photos: AP\n",
            "\n- ",
            "aB"
        };
        Random random = new Random(20);
        for (int n = 0; n < 60; n++) {
            StringBuilder text = new StringBuilder();
            int length = 1 << random.nextInt(13);
            while (text.length() < length) {
                text.append(random.nextInt(5) == 0 ? marks[random.nextInt(marks.length)] : " ");
                int from = random.nextInt(words.length - 12);
                for (int i = from; i < from + 1 + random.nextInt(11); i++) {
                    text.append(random.nextInt(9) == 0 ? marks[random.nextInt(marks.length)] : " ")
                            .append(words[i]);
                }
            }
            articles.add(ParagraphSplitter.split("random " + n, text.toString()));
        }
        return articles;
    }

    /** Of two words in three some idf and a vector. */
    private static Lexicon lexicon(List<Article> articles) {
        Random random = new Random(21);
        Tokens tokens = new Tokens();
        Set<Long> stems = new TreeSet<>();
        for (Article article : articles) {
            char[] text = article.text().toCharArray();
            tokens.clear();
            TOKENIZER.tokenize(text, 0, text.length, tokens);
            for (int i = 0; i < tokens.size(); i++) {
                long key = Stems.key(text, tokens, i);
                if (key % 3 != 0) {
                    stems.add(key);
                }
            }
        }
        long[] keys = stems.stream().mapToLong(Long::longValue).toArray();
        float[] idf = new float[keys.length];
        float[][] vectors = new float[keys.length][67];
        for (int i = 0; i < keys.length; i++) {
            idf[i] = 1 + 9 * random.nextFloat();
            for (int d = 0; d < vectors[i].length; d++) {
                vectors[i][d] = random.nextFloat() - 0.4f;
            }
        }
        return Lexicon.learned(7, keys, idf, vectors);
    }
}
