package org.parasift.bench.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A kind of text to measure on, and megabytes of it. Everything is made from the five seeds and two small samples by
 * a seeded generator, so the same kind and size give the same chars everywhere; a test pins their digests.
 *
 * <p>{@code -Dbench.corpus=FILE} puts one's own UTF-8 text in the place of {@link #ENGLISH}: each line that is not
 * blank is a paragraph, and the size is the file's. {@code -Dbench.bytes=N} asks for another size than ten megabytes.
 */
public enum BenchText {
    /** News as in the seeds, spam lines included. */
    ENGLISH {
        @Override
        List<String> make(int bytes, RandomGenerator random) {
            WordChain chain = new WordChain(seeds(), true);
            return collect(bytes, () -> chain.paragraph(random));
        }
    },

    /** News in Russian: two bytes a letter in UTF-8, long words. */
    RUSSIAN {
        @Override
        List<String> make(int bytes, RandomGenerator random) {
            WordChain chain = new WordChain(lines("samples/russian.txt"), true);
            return collect(bytes, () -> chain.paragraph(random));
        }
    },

    /**
     * Half English, half paragraphs in eleven other languages and scripts and in the manner of social media (emoji,
     * flags, handles). Without Thai and its like: there ICU4J and java.text look words up in dictionaries, and the rules
     * alone do not.
     */
    MIXED {
        @Override
        List<String> make(int bytes, RandomGenerator random) {
            WordChain english = new WordChain(seeds(), true);
            List<WordChain> others = mixedSample();
            return collect(bytes, () -> (random.nextBoolean() ? english : others.get(random.nextInt(others.size())))
                    .paragraph(random));
        }
    },

    /** What no newspaper prints: the shapes that drive a tokenizer off its fast path. */
    PATHOLOGICAL {
        @Override
        List<String> make(int bytes, RandomGenerator random) {
            return collect(bytes, () -> pathological(random));
        }
    };

    /** The size measured on when none is asked for. */
    public static final int STANDARD_BYTES = 10_000_000;

    static final long SEED = 0x9A7A51F7L;

    private static final List<String> SEEDS = List.of(
            "000_e9ef81e98f718a95",
            "001_2224c2a5299d7cdb",
            "002_9a3ecba5e6e5a41a",
            "003_bd0859deabb9f25c",
            "004_75c9cd5cad82818f");

    /** Paragraphs of this kind, together at least {@code bytes} long in UTF-8 and at most one paragraph longer. */
    public List<String> paragraphs(int bytes) {
        return make(bytes, new SplittableRandom(SEED));
    }

    /** What the benchmarks read: {@link #paragraphs(int)} after the two system properties. */
    public List<String> paragraphs() {
        String own = System.getProperty("bench.corpus", "");
        if (this == ENGLISH && !own.isEmpty()) {
            return ownCorpus(Path.of(own));
        }
        return paragraphs(Integer.getInteger("bench.bytes", STANDARD_BYTES));
    }

    /** The length in UTF-8. */
    public static long utf8Bytes(List<String> paragraphs) {
        long bytes = 0;
        for (String paragraph : paragraphs) {
            bytes += utf8Bytes(paragraph);
        }
        return bytes;
    }

    abstract List<String> make(int bytes, RandomGenerator random);

    private interface Source {
        String next();
    }

    private static List<String> collect(int bytes, Source source) {
        List<String> paragraphs = new ArrayList<>();
        long size = 0;
        while (size < bytes) {
            String paragraph = source.next();
            paragraphs.add(paragraph);
            size += utf8Bytes(paragraph);
        }
        return paragraphs;
    }

    private static long utf8Bytes(String paragraph) {
        return paragraph.getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<String> ownCorpus(Path file) {
        try {
            List<String> paragraphs = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (paragraphs.isEmpty()) {
                throw new IllegalArgumentException("bench.corpus=" + file + ": no line with text in it");
            }
            return paragraphs;
        } catch (IOException e) {
            throw new UncheckedIOException("bench.corpus=" + file + ": " + e.getMessage(), e);
        }
    }

    /** The paragraphs of all seeds. */
    private static List<String> seeds() {
        return someSeeds(0, SEEDS.size());
    }

    /** The paragraphs of some seeds. */
    static List<String> someSeeds(int from, int to) {
        List<String> all = new ArrayList<>();
        for (String seed : SEEDS.subList(from, to)) {
            all.addAll(lines("seeds/" + seed + ".txt"));
        }
        return all;
    }

    private static List<WordChain> mixedSample() {
        List<WordChain> chains = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean spaced = true;
        for (String line : lines("samples/mixed.txt")) {
            if (line.startsWith("= ")) {
                if (!block.isEmpty()) {
                    chains.add(new WordChain(block, spaced));
                }
                block.clear();
                spaced = !line.endsWith(" unspaced");
            } else if (!line.startsWith("# ")) {
                block.add(line);
            }
        }
        chains.add(new WordChain(block, spaced));
        return chains;
    }

    private static String pathological(RandomGenerator random) {
        String[] units = {
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ", // a family joined by ZWJ
            "\uD83C\uDDEB\uD83C\uDDF7", // flags without spaces
            "e\u0301\u0302\u0303", // letters under piles of marks
            "a.b.c.d", // points that join
            "1,234,567.89 ", // numbers with points and commas
            "can't'won't ", // apostrophes that join and one that does not
            "x_1_y_2 ", // low lines
            "\u05D0\"\u05D1'", // Hebrew with both quotes
            "\uD800", // half a character
            "\u00AD\u200E\u2060", // format characters
            "\u30AB\u30FC\u30BF\u30AB\u30CA", // Katakana with the long mark
            "\uFE0F\u200D", // joiners without anything to join
            "\uD835\uDD38\uD835\uDD39 ", // letters of another plane
            "http://a-b.example/?q=%20&r=1#x ",
            "!?!?...---",
            "          ",
        };
        String unit = units[random.nextInt(units.length)];
        StringBuilder text = new StringBuilder();
        int repeats = 1 + random.nextInt(60);
        for (int i = 0; i < repeats; i++) {
            text.append(random.nextInt(8) == 0 ? units[random.nextInt(units.length)] : unit);
        }
        return text.toString();
    }

    /** The lines of a resource beside this class that are not blank, stripped. */
    private static List<String> lines(String name) {
        String path = "/org/parasift/bench/" + name;
        try (InputStream in = Objects.requireNonNull(BenchText.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
