package org.parasift.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parasift.text.Article;

class BenchTextTest {
    /** Results of different days compare only while these stay; whoever changes a text starts a new history. */
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 98a81239c84ce4cd",
        "RUSSIAN, 442da44e5d4582d7",
        "MIXED, 64a2ac0f9de72b48",
        "PATHOLOGICAL, da5cf9ba9deb46aa"
    })
    void textsArePinned(BenchText kind, String digest) throws Exception {
        String text = String.join("\n", kind.paragraphs(100_000));
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(HexFormat.of().formatHex(sha, 0, 8)).isEqualTo(digest);
    }

    @ParameterizedTest
    @EnumSource
    void sizeIsWhatWasAskedForOrOneParagraphMore(BenchText kind) {
        List<String> paragraphs = kind.paragraphs(50_000);
        long all = BenchText.utf8Bytes(paragraphs);
        long last = BenchText.utf8Bytes(paragraphs.subList(paragraphs.size() - 1, paragraphs.size()));
        assertThat(all).isGreaterThanOrEqualTo(50_000);
        assertThat(all - last).isLessThan(50_000);
    }

    @ParameterizedTest
    @EnumSource
    void noParagraphIsEmpty(BenchText kind) {
        assertThat(kind.paragraphs(50_000)).noneMatch(String::isEmpty);
    }

    @Test
    void englishLooksLikeEnglish() {
        List<String> paragraphs = BenchText.ENGLISH.paragraphs(200_000);
        String text = String.join(" ", paragraphs);
        double letters = text.chars().filter(Character::isLetter).count();
        double spaces = text.chars().filter(c -> c == ' ').count();
        assertThat(letters / text.length()).as("share of letters").isBetween(0.77, 0.83);
        assertThat(letters / spaces).as("letters a word").isBetween(4.5, 5.5);
        assertThat((double) text.length() / paragraphs.size())
                .as("chars a paragraph")
                .isBetween(100.0, 250.0);
    }

    @Test
    void russianIsCyrillicAndMixedIsBoth() {
        assertThat(cyrillic(BenchText.RUSSIAN)).isGreaterThan(0.75);
        assertThat(cyrillic(BenchText.MIXED)).isBetween(0.01, 0.2);
    }

    @Test
    void ownCorpusTakesThePlaceOfEnglish(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("own.txt"), "  One line.\n\nAnother one.\n");
        System.setProperty("bench.corpus", file.toString());
        try {
            assertThat(BenchText.ENGLISH.paragraphs()).containsExactly("One line.", "Another one.");
        } finally {
            System.clearProperty("bench.corpus");
        }
    }

    @Test
    void articlesArePinnedAndLookScraped() throws Exception {
        List<Article> articles = NewsText.generated(300_000);
        String text = String.join("\n\n", articles.stream().map(Article::text).toList());
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(HexFormat.of().formatHex(sha, 0, 8)).isEqualTo("242542ed76d4b4fd");
        double paragraphs =
                articles.stream().mapToInt(a -> a.paragraphs().size()).sum();
        assertThat(text.length() / paragraphs).as("chars a paragraph").isBetween(180.0, 300.0);
        assertThat(articles).anyMatch(a -> a.text(0).equals(a.text(1)));
    }

    @Test
    void ownArticlesTakeTheirPlace(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("own.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"text\":\"One.\\n\\nTwo.\"}\n{\"text\":\"\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        System.setProperty("bench.articles", file.toString());
        try {
            assertThat(NewsText.articles()).hasSize(1);
            assertThat(NewsText.articles().get(0).text(1)).isEqualTo("Two.");
        } finally {
            System.clearProperty("bench.articles");
        }
    }

    private static double cyrillic(BenchText kind) {
        String text = String.join(" ", kind.paragraphs(100_000));
        return (double) text.chars()
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                        .count()
                / text.length();
    }
}
