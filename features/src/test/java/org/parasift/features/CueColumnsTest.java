package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueColumnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Subscribe to our Newsletter!                       | cues:promo  | 2",
                "Subscribe to our Newsletter!                       | cues:watch  | 0",
                "Photo: Jane Doe/Getty Images                       | cues:credit | 3",
                "Jane Doe is a senior fellow and author of two.     | cues:author | 2",
                "WATCH the video below                              | cues:watch  | 2",
                "Troops crossed the border at dawn.                 | cues:promo  | 0",
                "Advertisement                                      | cues:notice | 1",
                "Advertisement                                      | cues:notice-share | 1",
                "Follow us on Twitter                               | cues:any-share | 0.5",
            })
    void cuesAreCounted(String text, String column, float count) {
        FeatureExtractor extractor =
                new FeatureRecipe(Set.of(), List.of(new FeatureFamily.Cues()), Weighting.BINARY).compile();
        Page page = new Page();
        page.open(text, extractor.tokenizer());
        float[] row = new float[extractor.columns().size()];
        extractor.fill(page, 0, row);
        assertThat(row[extractor.columns().indexOf(column)]).isEqualTo(count);
    }
}
