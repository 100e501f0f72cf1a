/**
 * Labelled data, read strictly. Start with {@link org.parasift.train.corpus.CorpusReader}, which turns a folder of
 * articles or a CSV file into a {@link org.parasift.train.corpus.Corpus} or says with file, line and value what is wrong
 * ({@link org.parasift.train.corpus.InputException}). {@link org.parasift.train.corpus.Split} cuts a corpus into folds
 * that share no article, no near-duplicate and, on request, no site. {@link org.parasift.train.corpus.Utf8} is the
 * strict decoder for everybody who reads text.
 */
@NullMarked
package org.parasift.train.corpus;

import org.jspecify.annotations.NullMarked;
