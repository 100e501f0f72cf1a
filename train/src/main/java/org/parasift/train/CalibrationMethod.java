package org.parasift.train;

import java.util.Locale;

/** How probabilities are corrected after training. */
public enum CalibrationMethod {
    /** Whichever of the others has the least log loss on held-out folds. */
    AUTO,
    /** Not at all: as the trainer gives them. */
    NONE,
    /** A logistic curve for each label ({@link org.parasift.train.fit.Platt}). */
    PLATT,
    /** A rising curve of straight lines for each label ({@link org.parasift.train.fit.Isotonic}). */
    ISOTONIC;

    /** As it stands in manifests and options: {@code platt}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
