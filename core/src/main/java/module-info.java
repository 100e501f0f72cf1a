/** Turns text into articles, paragraphs and tokens. Needs nothing but {@code java.base}. */
module org.parasift.core {
    requires static org.jspecify;

    exports org.parasift.text;
    exports org.parasift.token;
}
