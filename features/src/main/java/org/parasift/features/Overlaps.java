package org.parasift.features;

import java.util.Arrays;

/**
 * How much of each paragraph stands in one earlier or one later paragraph too. A paragraph is a set of numbered items
 * with weights.
 *
 * <p>Every item has a list of the paragraphs it occurs in; of an item that occurs in very many only the
 * {@value #LOOK_BACK} latest are looked at, so that the work grows with the number of items whatever the page.
 */
final class Overlaps {
    private static final int LOOK_BACK = 64;

    /** For each item its latest entry + 1, 0 for none. */
    private int[] latest = new int[1024];

    /** One entry for each item of each paragraph. */
    private int[] paragraphOf = new int[1024];

    /** Of each entry the one before of the same item + 1, 0 for none. */
    private int[] earlier = new int[1024];

    private int entries;

    /** Entries of each paragraph, and how many of these are of items that another paragraph has too. */
    private int[] size = new int[64];

    private int[] elsewhere = new int[64];
    private double[] all = new double[64];
    private double[] common = new double[64];
    /** The paragraphs that the one begun last has something in common with. */
    private int[] touched = new int[64];

    private int touchedCount;
    private float[] before = new float[64];
    private float[] after = new float[64];
    private float[] holds = new float[64];
    private float[] likeness = new float[64];
    private int[] twin = new int[64];
    /** Forgets everything; at most so many items can be added to so many paragraphs. */
    void clear(int mostItems, int paragraphs) {
        entries = 0;
        if (latest.length < mostItems) {
            int capacity = Math.max(mostItems, 2 * latest.length);
            paragraphOf = new int[capacity];
            earlier = new int[capacity];
            latest = new int[capacity];
        }
        if (all.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * all.length);
            size = new int[capacity];
            elsewhere = new int[capacity];
            all = new double[capacity];
            common = new double[capacity];
            touched = new int[capacity];
            before = new float[capacity];
            after = new float[capacity];
            holds = new float[capacity];
            likeness = new float[capacity];
            twin = new int[capacity];
        }
        Arrays.fill(latest, 0, mostItems, 0);
        Arrays.fill(size, 0, paragraphs, 0);
        Arrays.fill(elsewhere, 0, paragraphs, 0);
        Arrays.fill(all, 0, paragraphs, 0);
        Arrays.fill(common, 0, paragraphs, 0);
        Arrays.fill(after, 0, paragraphs, 0);
    }

    /**
     * Adds an item to a paragraph; paragraphs come in order, each is {@link #end ended}. A second time does nothing, nor
     * does an item without weight.
     */
    void add(int paragraph, int item, float weight) {
        int last = latest[item];
        if (weight <= 0 || (last != 0 && paragraphOf[last - 1] == paragraph)) {
            return;
        }
        paragraphOf[entries] = paragraph;
        earlier[entries] = last;
        latest[item] = ++entries;
        size[paragraph]++;
        all[paragraph] += weight;
        if (last != 0) {
            elsewhere[paragraph]++;
            elsewhere[paragraphOf[last - 1]] += earlier[last - 1] == 0 ? 1 : 0;
            compare(last, weight);
        }
    }

    /** Adds so many items of weight 1 that no other paragraph has, and this one not twice. */
    void addUnique(int paragraph, int count) {
        size[paragraph] += count;
        all[paragraph] += count;
    }

    private void compare(int latestEntry, float weight) {
        int other = latestEntry;
        for (int n = 0; n < LOOK_BACK && other != 0; n++) {
            int q = paragraphOf[other - 1];
            if (common[q] == 0) {
                touched[touchedCount++] = q;
            }
            common[q] += weight;
            other = earlier[other - 1];
        }
    }

    /** Ends a paragraph: finds which of those before it has most in common with it. */
    void end(int paragraph) {
        int count = touchedCount;
        touchedCount = 0;
        int best = -1;
        float held = 0;
        for (int i = 0; i < count; i++) {
            int q = touched[i];
            float share = (float) (common[q] / all[q]);
            held = Math.max(held, share);
            after[q] = Math.max(after[q], share);
            if (best < 0 || common[q] > common[best] || (common[q] == common[best] && q < best)) {
                best = q;
            }
        }
        holds[paragraph] = held;
        twin[paragraph] = best;
        before[paragraph] = best < 0 ? 0 : (float) (common[best] / all[paragraph]);
        likeness[paragraph] = best < 0 ? 0 : (float) (common[best] / (all[paragraph] + all[best] - common[best]));
        for (int i = 0; i < count; i++) {
            common[touched[i]] = 0;
        }
    }

    /** The greatest share of a paragraph that stands in one earlier paragraph. */
    float before(int paragraph) {
        return before[paragraph];
    }

    /** The greatest share of one earlier paragraph that stands in a paragraph. */
    float holds(int paragraph) {
        return holds[paragraph];
    }

    /** The greatest share of a paragraph that stands in one later paragraph. */
    float after(int paragraph) {
        return after[paragraph];
    }

    /** The share of a paragraph's items that stand anywhere else. */
    float anywhere(int paragraph) {
        return size[paragraph] == 0 ? 0 : (float) elsewhere[paragraph] / size[paragraph];
    }

    /** The earlier paragraph that shares most with a paragraph, or -1. */
    int twin(int paragraph) {
        return twin[paragraph];
    }

    /** What the two share among all that they have. */
    float likeness(int paragraph) {
        return likeness[paragraph];
    }
}
