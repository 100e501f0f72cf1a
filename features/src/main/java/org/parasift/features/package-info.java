/**
 * Features out of tokens. Start with {@link org.parasift.features.FeatureRecipe}, which says what is extracted and
 * compiles to a {@link org.parasift.features.FeatureExtractor}; that fills a reusable
 * {@link org.parasift.features.FeatureVector} with the features of one paragraph. The menu of what can be extracted is
 * {@link org.parasift.features.FeatureFamily}. A {@link org.parasift.features.Page} is an article laid open: all that
 * families may look at.
 *
 * <p>There are two sorts of features. A <em>bag</em> (word and character n-grams) has as many features as the language
 * has words; each is a 64-bit key. A <em>column</em> (shape, position, repetition …) is one named number per paragraph.
 * Trees read the numbers as they are; for linear models each number becomes a few flags such as {@code shape:chars<40},
 * and these are keys like all others.
 */
@NullMarked
package org.parasift.features;

import org.jspecify.annotations.NullMarked;
