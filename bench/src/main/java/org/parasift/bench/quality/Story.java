package org.parasift.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parasift.train.corpus.Example;
import org.parasift.train.news.NewsData;
import org.parasift.train.news.RawArticle;
import org.parasift.train.news.Sentences;

/**
 * An article to splice something into, or to take something from.
 *
 * @param id names it
 * @param site where it comes from
 * @param cluster of near-duplicates
 * @param title its headline; empty if unknown
 * @param paragraphs all of them
 * @param prose for each paragraph its words if it is prose and belongs to the story, as far as is known; else 0
 */
record Story(String id, String site, int cluster, String title, List<String> paragraphs, List<Integer> prose) {
    Story {
        paragraphs = List.copyOf(paragraphs);
        prose = List.copyOf(prose);
    }

    /** Labelled articles, in the order of their rows; only what is surely on-topic passes for prose. */
    static List<Story> labelled(List<Example> rows, NewsData data, Map<String, String> titles) {
        Map<String, List<Example>> byArticle = new LinkedHashMap<>();
        rows.forEach(row -> byArticle
                .computeIfAbsent(row.article().id(), id -> new ArrayList<>())
                .add(row));
        List<Story> stories = new ArrayList<>();
        byArticle.forEach((id, own) -> {
            List<String> paragraphs = new ArrayList<>();
            List<Integer> prose = new ArrayList<>();
            for (Example row : own) {
                paragraphs.add(row.text());
                prose.add(row.counts() && !row.label().equals(Splices.SPAM) ? words(row.text()) : 0);
            }
            stories.add(new Story(
                    id, own.get(0).site(), data.clusterOf(id), titles.getOrDefault(id, ""), paragraphs, prose));
        });
        return stories;
    }

    /** An article without labels: all prose passes for its own. */
    static Story of(RawArticle raw, NewsData data) {
        List<String> paragraphs =
                raw.article().paragraphs().stream().map(raw.article()::text).toList();
        String id = raw.article().id();
        return new Story(
                id,
                raw.site(),
                data.clusterOf(id),
                raw.title(),
                paragraphs,
                paragraphs.stream().map(Story::words).toList());
    }

    private static int words(String text) {
        return Sentences.ends(text) ? Sentences.words(text) : 0;
    }

    /** The places of its own prose of at least so many words. */
    List<Integer> prose(int words) {
        List<Integer> places = new ArrayList<>();
        for (int p = 0; p < paragraphs.size(); p++) {
            if (prose.get(p) >= words) {
                places.add(p);
            }
        }
        return places;
    }

    /** Whether its title is known and does not stand in it already. */
    boolean lacksTitle() {
        return !title.isEmpty() && paragraphs.stream().noneMatch(title::equalsIgnoreCase);
    }

    /** Whether another story may be taken for a different one. */
    boolean isForeignTo(Story other) {
        return cluster != other.cluster && !site.equals(other.site);
    }
}
