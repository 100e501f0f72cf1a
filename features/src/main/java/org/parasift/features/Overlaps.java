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

    /** For each item its latest entry + 1, 0 for none; and in how many paragraphs it is. */
    private int[] latest = new int[1024];

    private int[] spread = new int[1024];
    private float[] weights = new float[1024];

    /** One entry for each item of each paragraph. */
    private int[] items = new int[1024];

    private int[] paragraphOf = new int[1024];
    private int[] earlier = new int[1024];
    private int entries;

    private int[] first = new int[65];
    private double[] all = new double[64];
    private double[] common = new double[64];
    private int[] touched = new int[64];
    private float[] before = new float[64];
    private float[] after = new float[64];
    private float[] likeness = new float[64];
    private int[] twin = new int[64];
    private int paragraphs;

    /** Forgets everything; at most so many items can be added to so many paragraphs. */
    void clear(int mostItems, int newParagraphs) {
        paragraphs = newParagraphs;
        entries = 0;
        if (items.length < mostItems) {
            int capacity = Math.max(mostItems, 2 * items.length);
            items = new int[capacity];
            paragraphOf = new int[capacity];
            earlier = new int[capacity];
            latest = new int[capacity];
            spread = new int[capacity];
            weights = new float[capacity];
        }
        if (all.length < paragraphs) {
            int capacity = Math.max(paragraphs, 2 * all.length);
            first = new int[capacity + 1];
            all = new double[capacity];
            common = new double[capacity];
            touched = new int[capacity];
            before = new float[capacity];
            after = new float[capacity];
            likeness = new float[capacity];
            twin = new int[capacity];
        }
        Arrays.fill(latest, 0, mostItems, 0);
        Arrays.fill(spread, 0, mostItems, 0);
        Arrays.fill(all, 0, paragraphs, 0);
        Arrays.fill(common, 0, paragraphs, 0);
        Arrays.fill(after, 0, paragraphs, 0);
    }

    /** Begins a paragraph; they come in order. */
    void begin(int paragraph) {
        first[paragraph] = entries;
    }

    /** Adds an item to the paragraph begun last; a second time does nothing, nor does an item without weight. */
    void add(int paragraph, int item, float weight) {
        int last = latest[item];
        if (weight <= 0 || (last != 0 && paragraphOf[last - 1] == paragraph)) {
            return;
        }
        items[entries] = item;
        paragraphOf[entries] = paragraph;
        earlier[entries] = last;
        latest[item] = ++entries;
        spread[item]++;
        weights[item] = weight;
        all[paragraph] += weight;
    }

    /** Compares the paragraph begun last with all before it. */
    void compare(int paragraph) {
        int count = 0;
        for (int e = first[paragraph]; e < entries; e++) {
            int other = earlier[e];
            float weight = weights[items[e]];
            for (int n = 0; n < LOOK_BACK && other != 0; n++) {
                int q = paragraphOf[other - 1];
                if (common[q] == 0) {
                    touched[count++] = q;
                }
                common[q] += weight;
                other = earlier[other - 1];
            }
        }
        int best = -1;
        for (int i = 0; i < count; i++) {
            int q = touched[i];
            after[q] = Math.max(after[q], (float) (common[q] / all[q]));
            if (best < 0 || common[q] > common[best] || (common[q] == common[best] && q < best)) {
                best = q;
            }
        }
        twin[paragraph] = best;
        before[paragraph] = best < 0 ? 0 : (float) (common[best] / all[paragraph]);
        likeness[paragraph] = best < 0 ? 0 : (float) (common[best] / (all[paragraph] + all[best] - common[best]));
        for (int i = 0; i < count; i++) {
            common[touched[i]] = 0;
        }
        first[paragraph + 1] = entries;
    }

    /** The greatest share of a paragraph that stands in one earlier paragraph. */
    float before(int paragraph) {
        return before[paragraph];
    }

    /** The greatest share of a paragraph that stands in one later paragraph. */
    float after(int paragraph) {
        return after[paragraph];
    }

    /** The share of a paragraph's items that stand anywhere else. */
    float anywhere(int paragraph) {
        int else_ = 0;
        int from = first[paragraph];
        int to = first[paragraph + 1];
        for (int e = from; e < to; e++) {
            else_ += spread[items[e]] > 1 ? 1 : 0;
        }
        return from == to ? 0 : (float) else_ / (to - from);
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
