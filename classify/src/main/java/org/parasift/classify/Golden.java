package org.parasift.classify;

import java.util.List;

/**
 * A text with the probabilities the model gave when it was made. They are checked when a model is loaded: a program
 * that scores differently must not serve.
 *
 * @param text scored as {@link ParagraphClassifier#classifyText}
 * @param probabilities in the order of the model's labels
 */
record Golden(String text, List<Double> probabilities) {
    Golden {
        probabilities = List.copyOf(probabilities);
    }
}
