/**
 * Words out of text. Start with {@link org.parasift.token.Tokenizer}; for people it returns a list of
 * {@link org.parasift.token.Token}, for hot loops it fills the reusable columns of {@link org.parasift.token.Tokens}.
 * {@link org.parasift.token.TokenizedArticle} holds all paragraphs of an article after one pass.
 */
@NullMarked
package org.parasift.token;

import org.jspecify.annotations.NullMarked;
