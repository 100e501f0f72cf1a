/**
 * Words out of text. Start with {@link org.parasift.token.Tokenizer}; for people it returns a list of
 * {@link org.parasift.token.Token}, for hot loops it fills the reusable columns of {@link org.parasift.token.Tokens}, and
 * {@link org.parasift.token.TokenCursor} walks over a text of any length.
 * {@link org.parasift.token.TokenizedArticle} holds all paragraphs of an article after one pass.
 *
 * <p>How it works, in the order to read it:
 *
 * <ol>
 *   <li>{@code WordBreakRules}: the rules of UAX #29 and two tailorings, each once, as conditions over {@code WordClass}
 *   <li>{@code WordMachine}: the rules as a table of states, derived by asking them about every case
 *   <li>{@code Characters}: class, content and folded form of every character, from a file made of ICU4J's data
 *   <li>{@code Segmenter}: the loop over the table, and who takes turns with it
 *   <li>{@code BlockScanner}: the fast lane for plain words, 64 chars at a time, read through {@code StandIn}
 *   <li>{@code Content}: what makes a segment a token, and of which kind; {@code TokenHash}: the hash
 *   <li>{@code Addresses}, {@code Abbreviations}: the tailorings that work on tokens
 *   <li>{@code Window}, {@code Utf8}: how every form of text becomes chars
 * </ol>
 */
@NullMarked
package org.parasift.token;

import org.jspecify.annotations.NullMarked;
