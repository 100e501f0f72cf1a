package org.parasift.bench.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.parasift.text.Article;

/**
 * Articles as they are scraped: a headline, paragraphs of prose, and what a site adds to them. Made of the pinned English
 * by a seeded generator, in the measures of scraped news: some twenty paragraphs of 240 chars on average, every fourth article
 * with its headline repeated, most with a block of other headlines or calls to subscribe at its end.
 *
 * <p>{@code -Dbench.articles=FILE} puts articles of one's own in their place: lines of JSON with a {@code text} each, a
 * paragraph a line, also gzipped; the first {@value #MOST} are read.
 */
public final class NewsText {
    private static final int MOST = 2000;
    private static final int STANDARD_BYTES = 10_000_000;
    private static final int PROSE = 200;
    private static final int HEADLINE_WORDS = 9;
    private static final List<String> FURNITURE = List.of(
            "Read more",
            "Sign up for our newsletter",
            "Share this story",
            "Follow us on all channels",
            "Related articles",
            "Advertisement");

    private NewsText() {}

    /** What the benchmarks read: after the system properties, else about as many bytes as {@link BenchText} makes. */
    public static List<Article> articles() {
        String own = System.getProperty("bench.articles", "");
        List<Article> articles =
                own.isEmpty() ? generated(Integer.getInteger("bench.bytes", STANDARD_BYTES)) : read(Path.of(own));
        System.gc(); // as in TextSet.of
        return articles;
    }

    /** Articles, together at least {@code bytes} chars and at most one article more; the same for the same size. */
    public static List<Article> generated(int bytes) {
        SplittableRandom random = new SplittableRandom(BenchText.SEED);
        WordChain chain = new WordChain(BenchText.someSeeds(0, 5), true);
        List<Article> articles = new ArrayList<>();
        for (long size = 0; size < bytes; ) {
            Article article = Article.of("news" + articles.size(), paragraphs(chain, random));
            articles.add(article);
            size += article.text().length();
        }
        return articles;
    }

    private static List<String> paragraphs(WordChain chain, RandomGenerator random) {
        List<String> paragraphs = new ArrayList<>();
        String headline = headline(chain, random);
        paragraphs.add(headline);
        if (random.nextInt(4) == 0) {
            paragraphs.add(headline);
        }
        for (int prose = 8 + random.nextInt(20); prose > 0; prose--) {
            StringBuilder text = new StringBuilder(chain.paragraph(random));
            while (text.length() < PROSE) {
                text.append(' ').append(chain.paragraph(random));
            }
            paragraphs.add(text.toString());
            if (random.nextInt(12) == 0) {
                paragraphs.add(FURNITURE.get(random.nextInt(FURNITURE.size())));
            }
        }
        for (int others = random.nextInt(7); others > 0; others--) {
            paragraphs.add(headline(chain, random));
        }
        return paragraphs;
    }

    private static String headline(WordChain chain, RandomGenerator random) {
        String text = chain.paragraph(random);
        int end = 0;
        for (int words = 0; words < HEADLINE_WORDS && end >= 0; words++) {
            end = text.indexOf(' ', end + 1);
        }
        return end < 0 ? text : text.substring(0, end);
    }

    private static List<Article> read(Path file) {
        ObjectMapper json = new ObjectMapper();
        List<Article> articles = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && articles.size() < MOST; line = lines.readLine()) {
                List<String> paragraphs = json.readTree(line)
                        .path("text")
                        .asText()
                        .lines()
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList();
                if (!paragraphs.isEmpty()) {
                    articles.add(Article.of("own" + articles.size(), paragraphs));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bench.articles=" + file + ": " + e.getMessage(), e);
        }
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("bench.articles=" + file + ": no line with a text in it");
        }
        return articles;
    }
}
