package org.parasift.train.news;

import org.parasift.text.Article;

/**
 * An article without labels, with all that was scraped along.
 *
 * @param article its text
 * @param site where it comes from; empty if unknown
 * @param topic what the collection files it under; empty if unknown
 * @param title its headline, which may or may not stand in the text; empty if unknown
 */
public record RawArticle(Article article, String site, String topic, String title) {}
