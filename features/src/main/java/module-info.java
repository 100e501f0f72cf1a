/** Turns tokens into features, by a recipe. Needs nothing but core. */
module org.parasift.features {
    requires transitive org.parasift.core;
    requires static org.jspecify;

    exports org.parasift.features;
}
