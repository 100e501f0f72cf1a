package org.parasift.train.news;

import java.util.Locale;
import java.util.Set;

/** Whether an article is about geopolitics; by reading, or by the topic that the AllSides collection files it under. */
public enum Topics {
    /** About states and what they do to each other. */
    GEOPOLITICS,
    /** About something else with a side of that: an inquiry into a foreign state's meddling, border policy … */
    MIXED,
    /** Nobody has read it, and its topic could be anything. */
    UNCLEAR,
    /** About something else: elections, health, sport, culture … */
    OTHER;

    private static final Set<String> GEOPOLITICAL = Set.of(
            "middle_east",
            "foreign_policy",
            "national_security",
            "world",
            "terrorism",
            "north_korea",
            "us_military",
            "defense",
            "state_department",
            "national_defense",
            "russia",
            "isis",
            "great_britain",
            "trade",
            "china",
            "israel",
            "europe",
            "cybersecurity",
            "nuclear_weapons",
            "asia",
            "palestine",
            "mexico",
            "cia",
            "south_korea",
            "africa",
            "homeland_security");

    private static final Set<String> AMBIGUOUS = Set.of(
            "",
            "politics",
            "white_house",
            "elections",
            "immigration",
            "media_bias",
            "nsa",
            "polarization",
            "impeachment",
            "fbi",
            "us_congress",
            "us_senate",
            "us_house",
            "republican_party",
            "democratic_party",
            "general_news",
            "coronavirus",
            "ebola",
            "energy",
            "technology",
            "disaster",
            "treasury",
            "economic_policy",
            "fake_news",
            "facts_and_fact_checking",
            "bridging_divides");

    /** As label files and reports have it: {@code geopolitics}, {@code mixed}, {@code unclear} or {@code other}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a topic is. */
    public static Topics of(String topic) {
        return GEOPOLITICAL.contains(topic) ? GEOPOLITICS : AMBIGUOUS.contains(topic) ? UNCLEAR : OTHER;
    }
}
