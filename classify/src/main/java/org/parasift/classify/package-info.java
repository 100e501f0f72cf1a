/**
 * Verdicts on paragraphs. Start with {@link org.parasift.classify.ParagraphClassifier}: it has a built-in
 * model, is loaded from a {@code .psm} file or made of a {@link org.parasift.classify.Model}, and gives a
 * {@link org.parasift.classify.Verdict} for every paragraph of an article, or an
 * {@link org.parasift.classify.Explanation} whose reasons add up to the score. Loops that must not allocate use a
 * {@link org.parasift.classify.Session}. {@link org.parasift.classify.ModelFile} is the file format,
 * which MODEL-FORMAT.md describes byte by byte.
 */
@NullMarked
package org.parasift.classify;

import org.jspecify.annotations.NullMarked;
