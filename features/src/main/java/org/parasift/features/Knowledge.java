package org.parasift.features;

import java.util.Optional;

/**
 * What families have learned from other texts than the one at hand; part of the model beside the weights. What a recipe
 * does not ask for is left out.
 *
 * @param idf how telling each bag feature is
 * @param lexicon what is known of words, for {@link FeatureFamily.Cohesion}, {@link FeatureFamily.Meaning}
 * @param memory lines seen elsewhere, for {@link FeatureFamily.SiteMemory}
 * @param scorer linear scores of the words, for {@link FeatureFamily.TextScores}
 */
public record Knowledge(
        Optional<Idf> idf, Optional<Lexicon> lexicon, Optional<LineMemory> memory, Optional<TextScorer> scorer) {
    /** Nothing learned. */
    public static final Knowledge NONE =
            new Knowledge(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with idf weights. */
    public Knowledge with(Idf learned) {
        return new Knowledge(Optional.of(learned), lexicon, memory, scorer);
    }

    /** The same with a lexicon. */
    public Knowledge with(Lexicon learned) {
        return new Knowledge(idf, Optional.of(learned), memory, scorer);
    }

    /** The same with a memory of lines. */
    public Knowledge with(LineMemory learned) {
        return new Knowledge(idf, lexicon, Optional.of(learned), scorer);
    }

    /** The same with text scores. */
    public Knowledge with(TextScorer learned) {
        return new Knowledge(idf, lexicon, memory, Optional.of(learned));
    }
}
