package org.parasift.features;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Readable names of features, collected on request: for training, reports and explanations. Owned by one thread. */
public final class FeatureNames {
    private final Map<Long, String> names = new HashMap<>();

    /** No names. */
    public FeatureNames() {}

    /** The name of a key; of one that was never extracted into these names {@code key:} and its hexadecimal digits. */
    public String name(long key) {
        String name = names.get(key);
        return name == null ? "key:" + Long.toHexString(key) : name;
    }

    /** All names by key, unmodifiable. */
    public Map<Long, String> byKey() {
        return Collections.unmodifiableMap(names);
    }

    /**
     * Notes a name.
     *
     * @throws FeatureCollisionException if another name has the same key
     */
    public void put(long key, String name) {
        String known = names.putIfAbsent(key, name);
        if (known != null && !known.equals(name)) {
            throw new FeatureCollisionException(key, known, name);
        }
    }
}
