/**
 * Scores. Start with {@link org.parasift.train.eval.Evaluation}, which runs a shipped classifier over labelled rows and
 * knows its own JSON; {@link org.parasift.train.eval.Baselines} are the simple rules that a model must beat.
 * {@link org.parasift.train.eval.Tuning} chooses thresholds that data supports,
 * {@link org.parasift.train.eval.PairedComparison} says which of two models is better, both on the exact bounds of
 * {@link org.parasift.train.eval.Binomial}; {@link org.parasift.train.eval.Chances} are the curves.
 */
@NullMarked
package org.parasift.train.eval;

import org.jspecify.annotations.NullMarked;
