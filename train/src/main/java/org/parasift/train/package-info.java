/**
 * The main job: labelled data in, a model and what it is worth out. Start with {@link org.parasift.train.TrainRun}; it
 * calls {@code corpus} to read and split, {@code fit} to fit, {@code eval} to score, in this order.
 */
@NullMarked
package org.parasift.train;

import org.jspecify.annotations.NullMarked;
