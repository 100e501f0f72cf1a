package org.parasift.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The model that travels in this jar, read when it is first asked for. */
final class BuiltIn {
    private static final String RESOURCE = "news.psm";

    private static @Nullable ParagraphClassifier read;

    private BuiltIn() {}

    static synchronized ParagraphClassifier classifier() {
        ParagraphClassifier classifier = read;
        if (classifier == null) {
            classifier = ParagraphClassifier.of(model(RESOURCE));
            read = classifier;
        }
        return classifier;
    }

    static Model model(String resource) {
        try (InputStream in = BuiltIn.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ModelFormatException("no built-in model: this parasift-classify was built without " + resource
                        + " (load a model of your own)");
            }
            return ModelFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the built-in model", e);
        }
    }
}
