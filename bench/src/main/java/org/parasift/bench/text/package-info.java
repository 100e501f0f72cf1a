/**
 * The pinned inputs. Start with {@link org.parasift.bench.text.BenchText}: it names every kind of text there is;
 * {@link org.parasift.bench.text.WordChain} makes megabytes of it from a small sample.
 */
@NullMarked
package org.parasift.bench.text;

import org.jspecify.annotations.NullMarked;
