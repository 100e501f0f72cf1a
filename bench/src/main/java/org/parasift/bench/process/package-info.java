/**
 * Whole processes, measured from outside. Start with {@link org.parasift.bench.process.EndToEnd}, the experiment;
 * {@code ProcessRun} starts one program and tells time and memory, {@code Rivals} knows how each system is called.
 */
@NullMarked
package org.parasift.bench.process;

import org.jspecify.annotations.NullMarked;
