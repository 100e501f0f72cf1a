package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parasift.text.Article;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

class NewsFoldsTest {
    private static final int FOLDS = 3;

    /** Twelve labelled articles of six sites, twenty-four raw ones of eight; every raw one copies a labelled or another. */
    private final NewsData data = data();

    @Test
    void bySiteNothingOfAHeldOutSiteIsTrainedOn() {
        NewsFolds folds = NewsFolds.bySite(data, FOLDS, 1);
        int rows = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> sites = new HashSet<>();
            Set<Integer> clusters = new HashSet<>();
            for (Example row : folds.labelled(fold)) {
                assertThat(folds.foldOf(row)).isEqualTo(fold);
                sites.add(row.site());
                clusters.add(data.clusterOf(row.article().id()));
            }
            folds.raw(fold).forEach(raw -> sites.add(raw.site()));
            NewsData train = folds.train(fold);
            assertThat(train.labelled()).isNotEmpty().noneMatch(row -> sites.contains(row.site()));
            assertThat(train.labelled())
                    .noneMatch(row ->
                            clusters.contains(data.clusterOf(row.article().id())));
            assertThat(train.raw())
                    .isNotEmpty()
                    .noneMatch(raw -> sites.contains(raw.site())
                            || clusters.contains(data.clusterOf(raw.article().id())));
            assertThat(train.pages()).isNotEmpty().noneMatch(row -> sites.contains(row.site()));
            rows += folds.labelled(fold).size();
        }
        assertThat(rows).isEqualTo(data.labelled().size());
    }

    @Test
    void byArticleNoClusterIsOnBothSides() {
        NewsFolds folds = NewsFolds.byArticle(data, FOLDS, 1);
        int rows = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<Integer> held = new HashSet<>();
            folds.labelled(fold)
                    .forEach(row -> held.add(data.clusterOf(row.article().id())));
            folds.raw(fold).forEach(raw -> held.add(data.clusterOf(raw.article().id())));
            NewsData train = folds.train(fold);
            assertThat(train.labelled())
                    .isNotEmpty()
                    .noneMatch(row -> held.contains(data.clusterOf(row.article().id())));
            assertThat(train.raw())
                    .isNotEmpty()
                    .noneMatch(raw -> held.contains(data.clusterOf(raw.article().id())));
            rows += folds.labelled(fold).size();
        }
        assertThat(rows).isEqualTo(data.labelled().size());
    }

    @Test
    void partsAreOfAboutEqualSize() {
        for (NewsFolds folds : List.of(NewsFolds.byArticle(data, FOLDS, 1), NewsFolds.bySite(data, FOLDS, 1))) {
            for (int fold = 0; fold < FOLDS; fold++) {
                assertThat(folds.labelled(fold).size())
                        .isEqualTo(data.labelled().size() / FOLDS);
            }
        }
    }

    @Test
    void heldOutRawArticlesAreNeitherLabelledNorCopiesOfWhatIsTrainedOn() {
        NewsFolds folds = NewsFolds.bySite(data, FOLDS, 1);
        Set<String> labelled = new HashSet<>();
        data.labelled().forEach(row -> labelled.add(row.article().id()));
        int held = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            NewsData train = folds.train(fold);
            Set<Integer> trained = new HashSet<>();
            train.raw().forEach(raw -> trained.add(data.clusterOf(raw.article().id())));
            for (RawArticle raw : folds.raw(fold)) {
                assertThat(labelled).doesNotContain(raw.article().id());
                assertThat(trained).doesNotContain(data.clusterOf(raw.article().id()));
                held++;
            }
        }
        assertThat(held).isBetween(1, data.raw().size() - 1);
    }

    @Test
    void theSameSeedGivesTheSameParts() {
        assertThat(parts(1)).isEqualTo(parts(1)).isNotEqualTo(parts(2));
    }

    @Test
    void oneFoldIsNoFold() {
        assertThatThrownBy(() -> NewsFolds.bySite(data, 1, 1)).hasMessageContaining("at least 2");
    }

    private List<List<Example>> parts(long seed) {
        NewsFolds folds = NewsFolds.bySite(data, FOLDS, seed);
        List<List<Example>> parts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            parts.add(folds.labelled(fold));
        }
        return parts;
    }

    private static NewsData data() {
        Map<String, Integer> cluster = new HashMap<>();
        List<Example> labelled = new ArrayList<>();
        List<Example> pages = new ArrayList<>();
        List<RawArticle> raw = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String id = "labelled-" + i;
            Article article = Article.of(id, List.of("One.", "Two.", "Three."));
            for (int p = 0; p < 3; p++) {
                labelled.add(new Example(article, p, p == 2 ? "spam" : "on-topic", "", Sure.YES, "site-" + i % 6, 0));
            }
            cluster.put(id, i);
            pages.add(new Example(
                    Article.of("page-" + i, List.of("Text.")), 0, "on-topic", "", Sure.YES, "site-" + i % 8, 0));
        }
        for (int i = 0; i < 24; i++) {
            // The first is a labelled one again; some are copies of labelled ones, pairs of others are copies of each
            // other.
            String id = i == 0 ? "labelled-0" : "raw-" + i;
            raw.add(new RawArticle(Article.of(id, List.of("Text.")), "site-" + (i == 0 ? 0 : i % 8), "", ""));
            cluster.putIfAbsent(id, i < 8 ? i : 100 + i / 2 % 4 * 10 + i % 3);
        }
        return new NewsData(labelled, pages, raw, List.of(), Set.of(), cluster, Set.of(), new TreeMap<>());
    }
}
