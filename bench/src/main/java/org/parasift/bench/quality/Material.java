package org.parasift.bench.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.parasift.token.Tokenizer;
import org.parasift.train.corpus.Example;
import org.parasift.train.news.NewsData;
import org.parasift.train.news.NewsFolds;
import org.parasift.train.news.RawArticle;
import org.parasift.train.news.Topics;

/**
 * What spliced test articles of one fold are made of, all of it held out from the fold's model.
 *
 * @param hosts labelled articles on geopolitics; donors as well
 * @param others labelled articles on other subjects
 * @param rawAlike articles without labels, on geopolitics by the collection's topics, so that figures stay comparable
 * @param rawOthers articles without labels, on other subjects by the same topics
 * @param headlines headlines that no model is made of
 */
record Material(
        List<Story> hosts, List<Story> others, List<Story> rawAlike, List<Story> rawOthers, List<String> headlines) {
    Material {
        hosts = List.copyOf(hosts);
        others = List.copyOf(others);
        rawAlike = List.copyOf(rawAlike);
        rawOthers = List.copyOf(rawOthers);
        headlines = List.copyOf(headlines);
    }

    /** Of a fold. {@code data} is all there is, before headlines are taken out. */
    static Material of(NewsFolds folds, int fold, NewsData data, Sets sets) {
        Map<String, String> titles = new HashMap<>();
        data.raw().forEach(raw -> titles.put(raw.article().id(), raw.title()));
        List<Example> rows = folds.labelled(fold);
        return new Material(
                labelled(rows, row -> sets.has(Sets.DEV, row), data, titles),
                labelled(rows, row -> sets.has(Sets.OTHER, row), data, titles),
                raw(folds.raw(fold), Topics.GEOPOLITICS, data),
                raw(folds.raw(fold), Topics.OTHER, data),
                data.headlines().stream().filter(Material::isKeptBack).toList());
    }

    /** The data without the headlines that are kept for tests: every second by a hash of its letters. */
    static NewsData withoutTestHeadlines(NewsData data) {
        return new NewsData(
                data.labelled(),
                data.pages(),
                data.raw(),
                data.headlines().stream()
                        .filter(headline -> !isKeptBack(headline))
                        .toList(),
                data.clickbait(),
                data.cluster(),
                data.chosen(),
                data.hashes());
    }

    private static boolean isKeptBack(String headline) {
        StringBuilder letters = new StringBuilder();
        headline.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return (Tokenizer.hash(letters.toString()) & 1) == 1;
    }

    private static List<Story> labelled(
            List<Example> rows, Predicate<Example> wanted, NewsData data, Map<String, String> titles) {
        return Story.labelled(rows.stream().filter(wanted).toList(), data, titles);
    }

    private static List<Story> raw(List<RawArticle> raw, Topics topic, NewsData data) {
        return raw.stream()
                .filter(article -> Topics.of(article.topic()) == topic)
                .map(article -> Story.of(article, data))
                .toList();
    }
}
