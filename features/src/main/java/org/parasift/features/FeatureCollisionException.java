package org.parasift.features;

/** Two features have the same 64-bit key: a model could not tell them apart. */
public final class FeatureCollisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names both features. */
    public FeatureCollisionException(long key, String one, String other) {
        super("features '" + one + "' and '" + other + "' have the same key " + Long.toHexString(key));
    }
}
