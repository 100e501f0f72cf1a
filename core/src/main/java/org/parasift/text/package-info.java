/**
 * Articles and their paragraphs. Start with {@link org.parasift.text.ParagraphSplitter}, which turns plain text into an
 * {@link org.parasift.text.Article}; its {@link org.parasift.text.Paragraph}s are offsets into the unaltered text.
 */
@NullMarked
package org.parasift.text;

import org.jspecify.annotations.NullMarked;
