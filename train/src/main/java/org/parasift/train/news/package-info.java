/**
 * Models of news articles: boosted trees over what is known of a paragraph, with linear scores of its words among it.
 * Start with {@link org.parasift.train.news.NewsTrainer}, which makes a model from
 * {@link org.parasift.train.news.NewsData}: labelled articles, pages of which the main text is known, and a great many
 * articles without labels, from which words are learned and foreign parts are taken
 * ({@link org.parasift.train.news.Splicer}).
 */
@NullMarked
package org.parasift.train.news;

import org.jspecify.annotations.NullMarked;
