package org.parasift.train.news;

import java.util.Set;

/** Which of the topics of the AllSides collection are geopolitics. */
public enum Topics {
    /** About states and what they do to each other. */
    GEOPOLITICS,
    /** Could be: domestic politics with foreign sides, or no subject at all. */
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

    /** What a topic is. */
    public static Topics of(String topic) {
        return GEOPOLITICAL.contains(topic) ? GEOPOLITICS : AMBIGUOUS.contains(topic) ? UNCLEAR : OTHER;
    }
}
