/**
 * An evaluation as one page to look at. Start with {@link org.parasift.cli.report.HtmlReport}; what its plots show is
 * computed in {@code Curves}, how they are drawn is in {@code Plot}.
 */
@NullMarked
package org.parasift.cli.report;

import org.jspecify.annotations.NullMarked;
