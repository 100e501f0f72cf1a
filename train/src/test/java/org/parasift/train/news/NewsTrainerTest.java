package org.parasift.train.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTrainerTest {
    /** Site spam learns headlines and repeats from splices, and no foreign prose. */
    @ParameterizedTest
    @CsvSource({"body, 0.03", "title, 0.3", "repeat, 0.3", "teaser, 0.1", "blurb, 0"})
    void aSplicedRowWeighsWhatItsKindDoes(String kind, float weight) {
        assertThat(NewsTrainer.weight(kind, NewsSettings.USUAL)).isEqualTo(weight);
    }
}
