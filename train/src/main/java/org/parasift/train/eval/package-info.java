/**
 * Scores. Start with {@link org.parasift.train.eval.Evaluation}, which runs a shipped classifier over labelled rows and
 * knows its own JSON; {@link org.parasift.train.eval.Baselines} are the simple rules that a model must beat.
 */
@NullMarked
package org.parasift.train.eval;

import org.jspecify.annotations.NullMarked;
