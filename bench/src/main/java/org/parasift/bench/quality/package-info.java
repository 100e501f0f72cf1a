/**
 * How right the news model is, held-out article by held-out article. Start with
 * {@link org.parasift.bench.quality.QualityRun}, which fits the models and asks them; a question's answers are
 * {@link org.parasift.bench.quality.Answers}, the test articles with foreign parts come from
 * {@link org.parasift.bench.quality.Splices}, and every figure of the report stands in a
 * {@link org.parasift.bench.quality.Table}.
 */
@NullMarked
package org.parasift.bench.quality;

import org.jspecify.annotations.NullMarked;
