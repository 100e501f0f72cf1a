/** Turns features into labels, probabilities, decisions and reasons. Needs nothing but features and core. */
module org.parasift.classify {
    requires transitive org.parasift.features;
    requires static org.jspecify;

    exports org.parasift.classify;
}
