package org.parasift.classify;

/**
 * One addend of a score.
 *
 * @param feature its readable name, such as {@code word:read more} or {@code shape:chars<40}
 * @param value of the feature in this paragraph
 * @param contribution what it adds to the score
 */
public record Reason(String feature, double value, double contribution) {}
