package org.parasift.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parasift.classify.Reason;
import org.parasift.features.FeatureFamily;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Weighting;
import org.parasift.text.Article;
import org.parasift.token.Tailoring;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "shape:chars<110 => 1 => characters: under 110",
                "shape:chars => 34 => characters: 34",
                "cohesion:share => 0.125 => share of its words in the rest of the article, rare ones weighing more: 0.13",
                "repetition:equal => 1 => repeats an earlier paragraph",
                "shape:headline => 0 => looks like a headline: no",
                "word:newsletter => 1 => word “newsletter”",
                "word:<3 => 1 => word “<3”",
                "word:read more => 2 => words “read more”",
                "word:^ read => 1 => begins with “read”",
                "word:minutes ago $ => 1 => ends with “minutes ago”",
                "chars:<ira => 1 => letters “<ira”",
                "text:furniture => 1.5 => how much its words sound like furniture: 1.50",
                "text:furniture-before<0.25 => 1 => how much the words of the paragraph before sound like furniture: under 0.25",
                "bias => 1 => before anything is known",
                "run => 1 => the paragraphs around it sound like another story too",
                "strange:thing<2 => 1 => strange:thing<2",
            })
    void featuresHaveWords(String feature, double value, String words) {
        assertThat(Wording.of(new Reason(feature, value, 1))).isEqualTo(words);
    }

    /** A new column without words fails here. */
    @Test
    void everyColumnHasWords() {
        FeatureRecipe recipe = new FeatureRecipe(
                EnumSet.noneOf(Tailoring.class),
                List.of(
                        new FeatureFamily.Shape(),
                        new FeatureFamily.Position(),
                        new FeatureFamily.Neighbours(),
                        new FeatureFamily.Cues(),
                        new FeatureFamily.Runs(),
                        new FeatureFamily.Repetition(),
                        new FeatureFamily.Cohesion()),
                Weighting.BINARY);
        assertThat(recipe.compile().columns())
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        column -> assertThat(Wording.knows(column)).as(column).isTrue());
        for (String column : List.of("meaning:bridge", "memory:template-sites")) {
            assertThat(Wording.knows(column)).as(column).isTrue();
        }
    }

    @Test
    void whatIsAroundAParagraphIsSaid() {
        Article article = Article.of(
                "a",
                List.of(
                        "Troops leave Iraq",
                        "The minister said in Baghdad on Tuesday that the troops would leave Iraq by the end of the year.",
                        "Troops leave Iraq",
                        "Actress Jane Doe weds in Paris",
                        "Team wins cup in Rome"));
        Context context = new Context();
        assertThat(context.of(article, 0)).contains("is repeated by paragraph 2");
        assertThat(context.of(article, 2))
                .contains("repeats paragraph 0", "in a row of 3 headlines that ends the article");
        assertThat(context.of(article, 3))
                .contains("neighbours are headlines")
                .anyMatch(fact -> fact.matches("0 of \\d+ names occur elsewhere in the article"));
        assertThat(context.of(Article.of("b", List.of("Troops leave Iraq")), 0)).isEmpty();
    }
}
