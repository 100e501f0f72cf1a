package org.parasift.train.news;

import org.parasift.text.Article;

/**
 * An article without labels, with all that was scraped along.
 *
 * @param article its text
 * @param site where it comes from; empty if unknown
 * @param topic what the collection files it under; empty if unknown
 * @param title its headline, which may or may not stand in the text; empty if unknown
 * @param subject whether it is about geopolitics
 */
public record RawArticle(Article article, String site, String topic, String title, Topics subject) {
    /** One whose subject is known by its topic only. */
    public RawArticle(Article article, String site, String topic, String title) {
        this(article, site, topic, title, Topics.of(topic));
    }

    /** The same with another site. */
    RawArticle at(String otherSite) {
        return new RawArticle(article, otherSite, topic, title, subject);
    }

    /** The same about something else. */
    RawArticle on(Topics otherSubject) {
        return new RawArticle(article, site, topic, title, otherSubject);
    }

    /** The same with another title. */
    RawArticle titled(String otherTitle) {
        return new RawArticle(article, site, topic, otherTitle, subject);
    }
}
