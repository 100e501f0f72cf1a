package org.parasift.train.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.features.FeatureCollisionException;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureNames;
import org.parasift.token.TokenizedArticle;
import org.parasift.train.corpus.Example;

/**
 * The names behind the keys, once training is done: the strongest are kept for people to read, and two names with one key
 * are found. Names are built article by article and forgotten, so memory holds one number a feature.
 */
public final class FeatureSurvey {
    private static final int STRONGEST = 100;

    private FeatureSurvey() {}

    /**
     * The names of the strongest features of each label.
     *
     * @throws FeatureCollisionException if two names seen in the rows have the same key
     */
    public static Map<Long, String> strongest(Model model, List<Example> examples) {
        Set<Long> wanted = strongestKeys(model);
        TreeMap<Long, String> names = new TreeMap<>();
        LongMap hashes = new LongMap();
        FeatureExtractor extractor = model.recipe().compile();
        @Nullable TokenizedArticle tokenized = null;
        for (Example example : examples) {
            if (tokenized == null || !tokenized.article().equals(example.article())) {
                tokenized = TokenizedArticle.of(example.article(), extractor.tokenizer());
            }
            FeatureNames own = new FeatureNames();
            extractor.extract(tokenized, example.paragraph(), own);
            own.byKey().forEach((key, name) -> {
                long hash = hash(name);
                if (hashes.putIfAbsent(key, hash) != hash) {
                    throw new FeatureCollisionException(key, earlier(key, name, examples, extractor), name);
                }
                if (wanted.contains(key)) {
                    names.put(key, name);
                }
            });
        }
        return names;
    }

    /** The first name in the rows that has this key and is not {@code other}; names are made again, for none is kept. */
    private static String earlier(long key, String other, List<Example> examples, FeatureExtractor extractor) {
        for (Example example : examples) {
            FeatureNames own = new FeatureNames();
            extractor.extract(TokenizedArticle.of(example.article(), extractor.tokenizer()), example.paragraph(), own);
            String name = own.byKey().get(key);
            if (name != null && !name.equals(other)) {
                return name;
            }
        }
        throw new IllegalStateException("key " + Long.toHexString(key) + " had another name than " + other);
    }

    private static Set<Long> strongestKeys(Model model) {
        Set<Long> keys = new HashSet<>();
        for (int l = 0; l < model.labels().size(); l++) {
            int label = l;
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < model.size(); row++) {
                rows.add(row);
            }
            rows.sort(Comparator.comparingDouble((Integer row) -> -model.weight(row, label)));
            rows.stream().limit(STRONGEST).forEach(row -> keys.add(model.key(row)));
        }
        return keys;
    }

    /** A hash that has nothing to do with the way keys are made. */
    private static long hash(String name) {
        long hash = 1125899906842597L;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + name.charAt(i);
        }
        return hash;
    }

    /** From long to long, by open addressing. */
    private static final class LongMap {
        private long[] keys = new long[1 << 12];
        private long[] values = new long[1 << 12];
        private boolean[] used = new boolean[1 << 12];
        private int size;

        /** The value the key has afterwards. */
        long putIfAbsent(long key, long value) {
            if (2 * size > keys.length) {
                grow();
            }
            int slot = slot(key);
            if (!used[slot]) {
                used[slot] = true;
                keys[slot] = key;
                values[slot] = value;
                size++;
            }
            return values[slot];
        }

        private int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) (key ^ (key >>> 32)) & mask;
            while (used[slot] && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            long[] oldKeys = keys;
            long[] oldValues = values;
            boolean[] oldUsed = used;
            keys = new long[2 * oldKeys.length];
            values = new long[keys.length];
            used = new boolean[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldUsed[i]) {
                    int slot = slot(oldKeys[i]);
                    used[slot] = true;
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
    }
}
