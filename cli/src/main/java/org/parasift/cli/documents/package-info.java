/**
 * What the verbs read. Start with {@link org.parasift.cli.documents.Documents}: files, folders and standard input in,
 * one {@link org.parasift.cli.documents.Document} after the other out, each an article or the reason why there is none.
 */
@NullMarked
package org.parasift.cli.documents;

import org.jspecify.annotations.NullMarked;
