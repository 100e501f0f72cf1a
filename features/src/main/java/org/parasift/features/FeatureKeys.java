package org.parasift.features;

/** How names and tokens become 64-bit keys. What is written here is part of the model format. */
final class FeatureKeys {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private FeatureKeys() {}

    /** The key of a feature that is known by its name. */
    static long of(String name) {
        long key = 0;
        for (int i = 0; i < name.length(); i++) {
            key = mix(key, name.charAt(i));
        }
        return key;
    }

    /** One step of a running key: every bit of both arguments reaches the whole result. */
    static long mix(long key, long next) {
        long mixed = (key ^ next) * MULTIPLIER;
        return mixed ^ (mixed >>> 32);
    }
}
