package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parasift.token.Tailoring;

class FeatureRecipeTest {
    static Stream<FeatureRecipe> recipes() {
        return Stream.of(
                FeatureRecipe.articles(),
                FeatureRecipe.texts(),
                FeatureRecipe.parse(
                        "recipe 1\ntokens\nposition blocks=no\ntext-scores names=T3,T5 around=T5\nweighting tf=count idf=no norm=l2"),
                FeatureRecipe.parse(
                        "recipe 1\ntokens\nwords orders=1,2 edges=yes\ntext-scores names=T4 article=T4\nweighting tf=count idf=no norm=l2"),
                FeatureRecipe.texts().with(Weighting.TFIDF),
                new FeatureRecipe(
                        EnumSet.allOf(Tailoring.class),
                        List.of(
                                new FeatureFamily.CharGrams(Orders.of(3, 4, 8)),
                                new FeatureFamily.WordGrams(Orders.of(2)),
                                new FeatureFamily.Repetition()),
                        new Weighting(Weighting.Tf.COUNT, false, true)));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void parseAndPrintAreInverse(FeatureRecipe recipe) {
        assertThat(FeatureRecipe.parse(recipe.toString())).isEqualTo(recipe);
        assertThat(FeatureRecipe.parse(recipe.toString())).hasToString(recipe.toString());
    }

    @Test
    void theTextIsReadable() {
        assertThat(FeatureRecipe.articles()).hasToString("""
                recipe 1
                tokens accent-apostrophe
                words orders=1,2
                shape
                position
                neighbours
                runs
                repetition
                weighting tf=binary idf=no norm=l2
                """);
    }

    private static final String END = "␊weighting tf=binary idf=no norm=none";

    /** ␊ is a line end, ⋯ the weighting line. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            recipe 2⋯                                   => recipe line 1: 'recipe 2' (expected 'recipe 1')
            recipe 1                                    => recipe line 2: missing (expected 'tokens …')
            recipe 1␊tokens␊words orders=1              => recipe line 4: missing (expected a feature family or 'weighting …')
            recipe 1␊tokens hyphn␊shape⋯                => recipe line 2: 'tokens hyphn' (expected tailorings among
            recipe 1␊tokens␊wrds orders=1⋯              => recipe line 3: 'wrds orders=1' (expected words orders=…, chars orders=…, text-scores
            recipe 1␊tokens␊words orders=2,1⋯           => recipe line 3: orders '2,1' (expected ascending numbers from 1 to 8
            recipe 1␊tokens␊words orders=9⋯             => recipe line 3: orders '9' (expected ascending numbers from 1 to 8
            recipe 1␊tokens␊shape␊shape⋯                => recipe line 4: 'shape' (expected each family once)
            recipe 1␊tokens␊text-scores name=a⋯         => recipe line 3: 'text-scores name=a' (expected text-scores names=A,B
            recipe 1␊tokens␊text-scores names=a,b around=c⋯ => recipe line 3: text scores [a, b], of them [] and [c]
            recipe 1␊tokens⋯                            => recipe line 3: 'weighting tf=binary idf=no norm=none' (expected a feature family before
            recipe 1␊tokens␊shape⋯␊shape                => recipe line 5: 'shape' (expected nothing after the weighting)
            recipe 1␊tokens␊shape␊weighting tf=x        => recipe line 4: 'weighting tf=x' (expected weighting tf=binary|count|sublinear
            """)
    void errorsNameTheLineAndWhatWasExpected(String text, String message) {
        String recipe = text.replace("⋯", END).replace('␊', '\n');
        assertThatThrownBy(() -> FeatureRecipe.parse(recipe))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
