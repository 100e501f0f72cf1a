/**
 * The benchmarks of the floors above the tokenizer, against Tribuo's own text pipeline. Start with
 * {@link org.parasift.bench.model.ScoreBench}; {@code SameWeights} makes the two systems that it compares, and its Javadoc
 * says in what they are equal.
 */
@NullMarked
package org.parasift.bench.model;

import org.jspecify.annotations.NullMarked;
