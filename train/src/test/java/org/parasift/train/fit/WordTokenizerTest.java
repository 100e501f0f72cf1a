package org.parasift.train.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parasift.token.Tailoring;

class WordTokenizerTest {
    @Test
    void splitsAsOurTokenizerDoesButDoesNotFold() {
        assertThat(new WordTokenizer().split("Iraq's PM: 3,000 US-led troops"))
                .containsExactly("Iraq's", "PM", "3,000", "US", "led", "troops");
        assertThat(new WordTokenizer(Set.of(Tailoring.HYPHEN)).split("US-led")).containsExactly("US-led");
    }

    @Test
    void tokensHaveTheirPlaces() {
        WordTokenizer tokenizer = new WordTokenizer();
        tokenizer.reset("a  bc");
        assertThat(tokenizer.advance()).isTrue();
        assertThat(tokenizer.advance()).isTrue();
        assertThat(tokenizer.getToken())
                .extracting(token -> token.text, token -> token.start, token -> token.end)
                .containsExactly("bc", 3, 5);
        assertThat(tokenizer.advance()).isFalse();
    }

    @Test
    void withoutATokenThereIsNothingToAskFor() {
        WordTokenizer tokenizer = new WordTokenizer();
        assertThatIllegalStateException().isThrownBy(tokenizer::advance);
        tokenizer.reset("a");
        assertThatIllegalStateException().isThrownBy(tokenizer::getStart);
    }

    @Test
    void cloneHasItsOwnTextAndTheSameTailorings() {
        WordTokenizer tokenizer = new WordTokenizer(Set.of(Tailoring.HYPHEN));
        tokenizer.reset("a b");
        WordTokenizer clone = tokenizer.clone();
        assertThat(clone.split("x-y z")).containsExactly("x-y", "z");
        assertThat(tokenizer.advance()).isTrue();
        assertThat(tokenizer.getText()).isEqualTo("a");
    }

    @Test
    void provenanceNamesTheTailorings() {
        assertThat(new WordTokenizer(Set.of(Tailoring.HYPHEN)).getProvenance().toString())
                .contains("WordTokenizer")
                .contains("HYPHEN");
    }
}
