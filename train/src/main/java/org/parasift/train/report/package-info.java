/**
 * The report: one HTML page about a model and what it is worth. Start with {@link org.parasift.train.report.Report},
 * which orders the sections ({@code DataSections}, {@code ChartSections}, {@code FeatureSection}, {@code Leaks},
 * {@code Reading}); {@link org.parasift.train.report.Findings} collects, fold by fold, what the models say of
 * single paragraphs and why; {@link org.parasift.train.report.LearningCurve} asks whether more data would help.
 * {@link org.parasift.train.report.Wording} says features as a person does, {@link org.parasift.train.report.Context} what
 * is to be seen around a paragraph. Charts are drawn by {@code Charts} on a {@code Plot}, text goes through {@code Html}, which escapes all of it.
 */
@NullMarked
package org.parasift.train.report;

import org.jspecify.annotations.NullMarked;
