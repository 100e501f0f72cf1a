/**
 * How often linear models over words are right on public sets of texts, beside named peers. Start with
 * {@link org.parasift.bench.accuracy.AccuracyRun}; {@code Contestant} says what each may choose and how.
 */
@NullMarked
package org.parasift.bench.accuracy;

import org.jspecify.annotations.NullMarked;
