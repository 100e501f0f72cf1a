/** What is made of results. */
@NullMarked
package org.parasift.bench.report;

import org.jspecify.annotations.NullMarked;
