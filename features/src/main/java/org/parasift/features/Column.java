package org.parasift.features;

import java.util.Arrays;
import java.util.Locale;

/**
 * A named number that every paragraph has. Trees read it as it is. A linear model gets flags: one for every cut the
 * number is below, such as {@code shape:chars<40}; a column without cuts is itself a flag, present when not zero.
 */
public final class Column {
    private final String name;
    private final float[] cuts;
    private final String[] flagNames;
    private final long[] flagKeys;

    private Column(String name, float[] cuts) {
        this.name = name;
        this.cuts = cuts;
        this.flagNames = new String[Math.max(1, cuts.length)];
        this.flagKeys = new long[flagNames.length];
        flagNames[0] = name;
        for (int i = 0; i < cuts.length; i++) {
            flagNames[i] = name + "<" + readable(cuts[i]);
        }
        for (int i = 0; i < flagNames.length; i++) {
            flagKeys[i] = FeatureKeys.of(flagNames[i]);
        }
    }

    /** Zero or one. */
    static Column flag(String name) {
        return new Column(name, new float[0]);
    }

    /** A number, with the cuts by which a linear model sees it. */
    static Column number(String name, double... cuts) {
        if (cuts.length == 0) {
            throw new IllegalArgumentException(name + " needs at least one cut");
        }
        float[] floats = new float[cuts.length];
        for (int i = 0; i < cuts.length; i++) {
            floats[i] = (float) cuts[i];
        }
        return new Column(name, floats);
    }

    /** Such as {@code shape:chars}. */
    public String name() {
        return name;
    }

    /** Adds the flags of a value. */
    void flags(float value, FeatureVector into) {
        if (cuts.length == 0) {
            if (value != 0) {
                into.add(flagKeys[0], 1);
            }
            return;
        }
        for (int i = cuts.length - 1; i >= 0 && value < cuts[i]; i--) {
            into.add(flagKeys[i], 1);
        }
    }

    /** Says the names of all its flags. */
    void names(FeatureNames into) {
        for (int i = 0; i < flagKeys.length; i++) {
            into.put(flagKeys[i], flagNames[i]);
        }
    }

    @Override
    public String toString() {
        return name + Arrays.toString(cuts);
    }

    private static String readable(float cut) {
        return cut == Math.rint(cut) ? String.valueOf((int) cut) : String.format(Locale.ROOT, "%.2f", cut);
    }
}
