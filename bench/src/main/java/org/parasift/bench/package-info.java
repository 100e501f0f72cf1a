/**
 * The program behind {@code ./parasift bench}. Start with {@link org.parasift.bench.Main}; the benchmarks themselves are in
 * {@link org.parasift.bench.token}, what they read in {@link org.parasift.bench.text}, and what is made of their results in
 * {@link org.parasift.bench.report}.
 */
@NullMarked
package org.parasift.bench;

import org.jspecify.annotations.NullMarked;
