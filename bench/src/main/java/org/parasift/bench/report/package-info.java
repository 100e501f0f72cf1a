/**
 * What is made of results. Start with {@link org.parasift.bench.report.Report}, the file kept of every run; then
 * {@link org.parasift.bench.report.JmhResults} (from JMH into a report), {@link org.parasift.bench.report.MarkdownPage} and
 * {@link org.parasift.bench.report.HtmlPage} (out of it), {@link org.parasift.bench.report.Comparison} and
 * {@link org.parasift.bench.report.History} (one run beside others).
 */
@NullMarked
package org.parasift.bench.report;

import org.jspecify.annotations.NullMarked;
