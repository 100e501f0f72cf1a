/**
 * The tokenizer's benchmarks. Start with {@link org.parasift.bench.token.TokenizersBench}, which holds the peers
 * against each other; a {@code Walk} is one tokenizer's way through a text, and its Javadoc says exactly what is
 * measured. {@link org.parasift.bench.token.LimitsBench} tells how much there is to gain.
 */
@NullMarked
package org.parasift.bench.token;

import org.jspecify.annotations.NullMarked;
