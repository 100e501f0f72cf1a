package org.parasift.train.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.fit.TooFewRowsException;

/**
 * Makes articles with known foreign parts: prose of other stories in the middle, headlines of other stories between
 * paragraphs and behind them, sentences and titles a second time. Labelled articles hold too few of these to learn from.
 * Deterministic: the same articles, titles and seed give the same splices.
 */
public final class Splicer {
    /** Prose of another story. */
    public static final String BLURB = "blurb";

    /** Headline of another story. */
    public static final String TEASER = "teaser";

    /** What the article has said before. */
    public static final String REPEAT = "repeat";

    /** The article's own title. */
    static final String TITLE = "title";

    private static final String PREFIX = "splice-";
    private static final int LONGEST_HOST = 60;
    private static final String ON_TOPIC = "on-topic";
    private static final String SPAM = "spam";

    private static final String[] PREFIXES = {
        "",
        "",
        "",
        "",
        "READ MORE: ",
        "Read: ",
        "RELATED: ",
        "SEE ALSO: ",
        "MORE: ",
        "Also read: ",
        "Related: ",
        "Read more: ",
        "WATCH: ",
        "Opinion: ",
        "Recommended: ",
        "ALSO: "
    };
    private static final String[] HEADS = {
        "More from this section",
        "You may also like",
        "Related stories",
        "Trending",
        "Most read",
        "Recommended",
        "Popular now",
        "Top stories"
    };
    private static final String[] NAMES = {"News", "Politics", "The Daily Post", "World News", "Opinion"};
    private static final String[] FRAMES = {"%s", "%s", "%s", "• %s", "%s |", "%s…", "%s ›", "1. %s"};

    private final List<RawArticle> hosts;
    private final List<RawArticle> alike;
    private final List<RawArticle> others;
    private final List<String> titles;
    private final SplittableRandom random;

    /**
     * A splicer.
     *
     * @param hosts articles to put something into
     * @param alike articles on the same subjects, whose prose is the hardest to tell
     * @param others articles on other subjects
     * @param titles headlines
     * @throws TooFewRowsException if there is nothing to splice into, no prose or no headline
     */
    public Splicer(
            List<RawArticle> hosts, List<RawArticle> alike, List<RawArticle> others, List<String> titles, long seed) {
        this.hosts = List.copyOf(hosts);
        this.alike = List.copyOf(alike);
        this.others = List.copyOf(others);
        this.titles = List.copyOf(titles);
        this.random = new SplittableRandom(seed);
        if (hosts.isEmpty() || alike.isEmpty() || titles.isEmpty()) {
            throw new TooFewRowsException(hosts.size() + " articles to splice into, " + alike.size()
                    + " to take prose from, " + titles.size() + " headlines (expected some of each)");
        }
    }

    /** A number of articles; the id of article {@code i} is {@code splice-i}. */
    public List<Example> make(int articles) {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            rows.addAll(one(PREFIX + i));
        }
        return rows;
    }

    /** The number of an article that was made. */
    static int number(Article article) {
        return Integer.parseInt(article.id().substring(PREFIX.length()));
    }

    /** A paragraph while the article is put together; one that is not sure does not count. */
    private record Part(String text, String label, String kind, boolean sure) {}

    private List<Example> one(String id) {
        RawArticle host = pick(hosts);
        List<Part> parts = new ArrayList<>();
        List<String> own = paragraphs(host);
        for (String text : own.subList(0, Math.min(own.size(), LONGEST_HOST))) {
            parts.add(new Part(text, ON_TOPIC, "body", Sentences.isProse(text, 12)));
        }
        if (random.nextDouble() < 0.25) {
            repeatSentence(parts, own);
        }
        if (random.nextDouble() < 0.7) {
            int blurbs = random.nextInt(3) == 0 ? 2 : 1;
            for (int i = 0; i < blurbs; i++) {
                blurb(parts, host);
            }
        }
        if (random.nextDouble() < 0.4) {
            int teasers = 1 + random.nextInt(3);
            for (int i = 0; i < teasers; i++) {
                insert(
                        parts,
                        1 + random.nextInt(parts.size()),
                        spam(PREFIXES[random.nextInt(PREFIXES.length)] + pick(titles), TEASER));
            }
        }
        if (random.nextDouble() < 0.4) {
            list(parts);
        }
        if (!host.title().isEmpty() && random.nextDouble() < 0.6) {
            titles(parts, host.title());
        }
        Article article = Article.of(id, parts.stream().map(Part::text).toList());
        List<Example> rows = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            rows.add(new Example(article, p, part.label, part.kind, part.sure ? Sure.YES : Sure.NO, host.site(), 0));
        }
        return rows;
    }

    /** A sentence of the article again, a few words of it missing now and then: pull-quotes and reworded leads, behind what they copy. */
    private void repeatSentence(List<Part> parts, List<String> own) {
        List<String> prose = own.stream()
                .limit(LONGEST_HOST)
                .filter(text -> Sentences.isProse(text, 20))
                .toList();
        if (prose.isEmpty()) {
            return;
        }
        String source = pick(prose);
        List<String> sentences = Sentences.of(source).stream()
                .filter(sentence -> Sentences.words(sentence) >= 8 && Sentences.words(sentence) <= 40)
                .toList();
        if (sentences.isEmpty()) {
            return;
        }
        String sentence = pick(sentences);
        if (random.nextDouble() < 0.3) {
            sentence = sentence.replaceAll("^[“”\"]+|[“”\"]+$", "");
        }
        if (random.nextDouble() < 0.2) {
            StringBuilder fewer = new StringBuilder();
            for (String word : sentence.split(" ", -1)) {
                fewer.append(random.nextDouble() < 0.08 ? "" : word + " ");
            }
            sentence = fewer.toString().strip();
        }
        int at = own.indexOf(source) + 1 + random.nextInt(4);
        if (!sentence.isBlank()) {
            insert(parts, Math.max(1, Math.min(parts.size(), at)), spam(sentence, REPEAT));
        }
    }

    /** Prose of another story, a paragraph to four, with its headline now and then. */
    private void blurb(List<Part> parts, RawArticle host) {
        boolean hard = random.nextDouble() < 0.35;
        RawArticle donor = pick(hard || others.isEmpty() ? alike : others);
        if (donor.article().equals(host.article())) {
            return;
        }
        List<String> prose = paragraphs(donor).stream()
                .filter(text -> Sentences.isProse(text, 10) && Sentences.words(text) <= 150)
                .toList();
        if (prose.isEmpty()) {
            return;
        }
        int from = random.nextInt(prose.size());
        int count = new int[] {1, 1, 1, 2, 2, 3, 4}[random.nextInt(7)];
        List<Part> block = new ArrayList<>();
        if (!donor.title().isEmpty() && random.nextDouble() < 0.35) {
            block.add(spam(donor.title(), TEASER));
        }
        for (String text : prose.subList(from, Math.min(prose.size(), from + count))) {
            block.add(spam(text, BLURB));
        }
        parts.addAll(1 + random.nextInt(parts.size()), block);
    }

    /** A list of headlines, mostly at the end. */
    private void list(List<Part> parts) {
        int count = new int[] {2, 3, 4, 5, 6, 8, 10, 14}[random.nextInt(8)];
        String frame = FRAMES[random.nextInt(FRAMES.length)];
        List<Part> block = new ArrayList<>();
        if (random.nextDouble() < 0.3) {
            block.add(spam(HEADS[random.nextInt(HEADS.length)], TEASER));
        }
        for (int i = 0; i < count; i++) {
            block.add(spam(frame.replace("%s", pick(titles)), TEASER));
        }
        int at = random.nextDouble() < 0.75 ? parts.size() : 1 + random.nextInt(parts.size());
        parts.addAll(at, block);
    }

    /** The title once, as a title; then again, below it or further down. */
    private void titles(List<Part> parts, String title) {
        int repeats = new int[] {0, 0, 1, 1, 2}[random.nextInt(5)];
        if (!parts.get(0).text().equals(title)) {
            parts.add(0, new Part(title, ON_TOPIC, TITLE, true));
        }
        for (int i = 0; i < repeats; i++) {
            insert(parts, 1, spam(dressed(title), REPEAT));
        }
        if (random.nextDouble() < 0.15) {
            insert(parts, 1 + random.nextInt(parts.size()), spam(dressed(title), REPEAT));
        }
    }

    /** A title as it stands in a page's head or above a player: mostly as it is. */
    private String dressed(String title) {
        return switch (random.nextInt(8)) {
            case 0 -> title.toUpperCase(Locale.ROOT);
            case 1 -> title + " - " + NAMES[random.nextInt(NAMES.length)];
            default -> title;
        };
    }

    private static Part spam(String text, String kind) {
        return new Part(text, SPAM, kind, true);
    }

    private static void insert(List<Part> parts, int at, Part part) {
        parts.add(at, part);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> paragraphs(RawArticle article) {
        return article.article().paragraphs().stream()
                .map(article.article()::text)
                .toList();
    }
}
