package org.parasift.train.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parasift.train.corpus.Example;

/**
 * Rules that need no training. They know two answers, spam or not, so they are asked only where the labels are
 * {@code spam} and one other; for any other set of labels the baseline is the label that most rows have.
 */
public enum Baselines {
    /** Spam is what is under 110 characters, does not end like a sentence and is not the first paragraph. */
    TWO_LINE_RULE("two-line rule") {
        @Override
        public boolean isSpam(Example example) {
            String text = example.text();
            return example.paragraph() > 0 && text.codePointCount(0, text.length()) < 110 && !endsLikeSentence(text);
        }
    },
    /** C4's filter of lines: spam is what does not end with a terminal mark, or has under five words. */
    C4_LINE_FILTER("C4 line filter") {
        @Override
        public boolean isSpam(Example example) {
            String text = example.text();
            return ".!?\"”".indexOf(text.charAt(text.length() - 1)) < 0 || words(text) < 5;
        }
    },
    /** Spam is what has under twelve words. */
    UNDER_12_WORDS("under 12 words") {
        @Override
        public boolean isSpam(Example example) {
            return words(example.text()) < 12;
        }
    };

    /** The label these rules give. */
    static final String SPAM = "spam";

    private final String title;

    Baselines(String title) {
        this.title = title;
    }

    /** Its name in reports. */
    public String title() {
        return title;
    }

    /** Whether the rule takes a row for spam. */
    public abstract boolean isSpam(Example example);

    /** What every applicable rule says of the same rows, by the rule's name. */
    public static Map<String, List<Prediction>> predictions(List<String> labels, List<Example> rows) {
        Map<String, List<Prediction>> all = new TreeMap<>();
        if (labels.size() == 2 && labels.contains(SPAM)) {
            String other = labels.get(1 - labels.indexOf(SPAM));
            for (Baselines rule : values()) {
                List<Prediction> predictions = new ArrayList<>();
                for (Example row : rows) {
                    predictions.add(certain(row, rule.isSpam(row) ? SPAM : other, labels));
                }
                all.put(rule.title, predictions);
            }
        } else {
            Map<String, Integer> count = new TreeMap<>();
            rows.forEach(row -> count.merge(row.label(), 1, Integer::sum));
            String most = labels.get(0);
            for (String label : labels) {
                if (count.getOrDefault(label, 0) > count.getOrDefault(most, 0)) {
                    most = label;
                }
            }
            List<Prediction> predictions = new ArrayList<>();
            for (Example row : rows) {
                predictions.add(certain(row, most, labels));
            }
            all.put("most frequent label", predictions);
        }
        return all;
    }

    private static Prediction certain(Example row, String label, List<String> labels) {
        List<Double> probabilities = new ArrayList<>();
        labels.forEach(each -> probabilities.add(each.equals(label) ? 1.0 : 0.0));
        return new Prediction(row, label, probabilities);
    }

    /** Closing quotes and brackets after the mark do not matter: {@code "Go home."} ends like a sentence. */
    private static boolean endsLikeSentence(String text) {
        int end = text.length();
        while (end > 0 && "\"”’')".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ".!?…".indexOf(text.charAt(end - 1)) >= 0;
    }

    /** Runs of characters that are not white space. */
    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space && !inside) {
                words++;
            }
            inside = !space;
        }
        return words;
    }
}
