package org.parasift.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parasift.train.corpus.Example;

class SplicesTest {
    private static final String WORDS = " with so many words behind it that nobody could take it for a headline.";

    private static List<Splices> generators() {
        return List.of(new Splices.Layered(), new Splices.Single());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void theSameSeedGivesTheSameArticlesAndAnotherSeedOthers(Splices splices) {
        assertThat(splices.make(material(), 1)).isEqualTo(splices.make(material(), 1));
        assertThat(splices.make(material(), 1)).isNotEqualTo(splices.make(material(), 2));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void labelsAreTrue(Splices splices) {
        Material material = material();
        Set<String> kinds = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            for (Example row : splices.make(material, seed)) {
                kinds.add(row.kind());
                String host = row.article().id().replaceFirst("^.*(host-\\d+)$", "$1");
                String text = row.text();
                switch (row.kind()) {
                    case "" -> {
                        assertThat(text).startsWith(host + " ");
                        assertThat(row.counts()).isFalse();
                    }
                    case Splices.TITLE -> {
                        assertThat(text).isEqualTo("Title of " + host);
                        assertThat(row.paragraph()).isZero();
                        assertThat(row.label()).isEqualTo("on-topic");
                    }
                    case Splices.REPEATED -> {
                        assertThat(text.toLowerCase(java.util.Locale.ROOT)).startsWith("title of " + host);
                        assertThat(row.article().text(0)).isEqualTo("Title of " + host);
                        assertThat(row.paragraph()).isPositive();
                    }
                    case Splices.UNRELATED -> assertThat(text).containsPattern("^(other|raw-other)-\\d+ ");
                    case Splices.GEOPOLITICAL ->
                        assertThat(text)
                                .containsPattern("^(host|raw-alike)-\\d+ ")
                                .doesNotStartWith(host + " ");
                    case Splices.TAIL -> assertThat(text).doesNotContain(host);
                    default -> throw new AssertionError(row.kind());
                }
                boolean spam = Splices.KINDS.contains(row.kind());
                assertThat(row.label()).isEqualTo(spam ? "spam" : "on-topic");
                assertThat(row.counts()).isEqualTo(!row.kind().isEmpty());
            }
        }
        Set<String> expected = new HashSet<>(Splices.KINDS);
        expected.addAll(List.of("", Splices.TITLE));
        assertThat(kinds).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void tailsAreBehindTheEnd(Splices splices) {
        for (Example row : splices.make(material(), 3)) {
            if (row.kind().equals(Splices.TAIL)) {
                List<String> after = IntStream.range(
                                row.paragraph(), row.article().paragraphs().size())
                        .mapToObj(row.article()::text)
                        .toList();
                assertThat(after).noneMatch(text -> text.endsWith(WORDS));
            }
        }
    }

    @Test
    void aTitleThatIsUnknownOrStandsInTheTextIsNotPutIn() {
        Material material = material();
        List<Story> hosts = List.of(
                story("host-7", "site-7", 7, ""), new Story("host-8", "s", 8, "Plain", List.of("PLAIN"), List.of(0)));
        for (Splices splices : generators()) {
            List<Example> rows = splices.make(
                    new Material(
                            hosts, material.others(), material.rawAlike(), material.rawOthers(), material.headlines()),
                    1);
            assertThat(rows).isNotEmpty();
            assertThat(rows)
                    .noneMatch(row ->
                            row.kind().equals(Splices.TITLE) || row.kind().equals(Splices.REPEATED));
        }
    }

    @Test
    void donorsOfTheSameSiteOrClusterAreNotForeign() {
        Story story = story("host-1", "site-1", 1, "");
        assertThat(story.isForeignTo(story("other-1", "site-1", 2, ""))).isFalse();
        assertThat(story.isForeignTo(story("other-1", "site-2", 1, ""))).isFalse();
        assertThat(story.isForeignTo(story("other-1", "site-2", 2, ""))).isTrue();
    }

    private static Material material() {
        return new Material(
                stories("host", 0),
                stories("other", 10),
                stories("raw-alike", 20),
                stories("raw-other", 30),
                List.of(
                        "Ten cats who know better",
                        "Five ways to peel a pear",
                        "Rain to fall on Monday",
                        "Band plays one more song"));
    }

    private static List<Story> stories(String name, int number) {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            stories.add(story(name + "-" + i, "site-" + (number + i), number + i, "Title of " + name + "-" + i));
        }
        return stories;
    }

    private static Story story(String id, String site, int cluster, String title) {
        List<String> paragraphs = new ArrayList<>();
        for (int p = 0; p < 8; p++) {
            paragraphs.add(id + " says a sentence, number " + p + "," + WORDS);
        }
        return new Story(
                id,
                site,
                cluster,
                title,
                paragraphs,
                paragraphs.stream().map(text -> 22).toList());
    }
}
