package org.parasift.train.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The menu of trainers, each with its settings, as text {@code name(setting=value,…)}: {@code logistic(epochs=5)}. What
 * is not said has its usual value; {@link #parse} and {@code toString} are inverse.
 */
public sealed interface TrainerSpec {
    /** The usual trainer. */
    TrainerSpec USUAL = new Logistic(5, 1.0, 0.1);

    /** Fits rows; package business. */
    Trained train(Rows rows, long seed);

    /**
     * Multinomial logistic regression by stochastic gradient descent with AdaGrad.
     *
     * @param epochs passes over the rows, at least 1
     * @param rate initial learning rate, positive
     * @param epsilon what AdaGrad adds to its divisors, positive
     */
    record Logistic(int epochs, double rate, double epsilon) implements TrainerSpec {
        public Logistic {
            require(epochs >= 1, "epochs", epochs, "at least 1");
            require(rate > 0 && Double.isFinite(rate), "rate", rate, "a positive number");
            require(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "a positive number");
        }

        @Override
        public Trained train(Rows rows, long seed) {
            return Tribuo.logistic(this, rows, seed);
        }

        @Override
        public String toString() {
            return "logistic(epochs=" + epochs + ",epsilon=" + epsilon + ",rate=" + rate + ")";
        }
    }

    /**
     * LibLinear, one label against the rest, with L2 regularization.
     *
     * @param loss what it minimizes; the margins of {@code svm} are made probabilities by Platt's method on held-out folds
     * @param cost weight of the loss against the regularization, positive
     * @param eps when to stop, positive
     * @param balanced whether rows of rare labels weigh more, in inverse proportion
     */
    record LibLinear(Loss loss, double cost, double eps, boolean balanced) implements TrainerSpec {
        /** What is minimized. */
        public enum Loss {
            /** Logistic loss. */
            LOGISTIC,
            /** Squared hinge loss. */
            SVM
        }

        public LibLinear {
            require(cost > 0 && Double.isFinite(cost), "cost", cost, "a positive number");
            require(eps > 0 && Double.isFinite(eps), "eps", eps, "a positive number");
        }

        @Override
        public Trained train(Rows rows, long seed) {
            return loss == Loss.SVM ? Calibrated.svm(this, rows, seed) : Calibrated.logistic(this, rows, seed);
        }

        @Override
        public String toString() {
            return "liblinear(balanced=" + (balanced ? "yes" : "no") + ",cost=" + cost + ",eps=" + eps + ",loss="
                    + loss.name().toLowerCase(Locale.ROOT) + ")";
        }
    }

    /**
     * Multinomial naive Bayes with uniform priors.
     *
     * @param alpha smoothing, positive
     */
    record NaiveBayes(double alpha) implements TrainerSpec {
        public NaiveBayes {
            require(alpha > 0 && Double.isFinite(alpha), "alpha", alpha, "a positive number");
        }

        @Override
        public Trained train(Rows rows, long seed) {
            return Tribuo.naiveBayes(this, rows);
        }

        @Override
        public String toString() {
            return "naive-bayes(alpha=" + alpha + ")";
        }
    }

    /**
     * Reads a trainer and its settings.
     *
     * @throws IllegalArgumentException naming what is wrong and what was expected
     */
    static TrainerSpec parse(String text) {
        int bracket = text.indexOf('(');
        String name = bracket < 0 ? text : text.substring(0, bracket);
        Settings settings = new Settings(text, bracket);
        TrainerSpec spec =
                switch (name) {
                    case "logistic" ->
                        new Logistic(
                                settings.whole("epochs", 5),
                                settings.number("rate", 1.0),
                                settings.number("epsilon", 0.1));
                    case "liblinear" ->
                        new LibLinear(
                                settings.one(
                                        "loss", Map.of("logistic", LibLinear.Loss.LOGISTIC, "svm", LibLinear.Loss.SVM)),
                                settings.number("cost", 1.0),
                                settings.number("eps", 0.01),
                                settings.one("balanced", Map.of("no", false, "yes", true)));
                    case "naive-bayes" -> new NaiveBayes(settings.number("alpha", 1.0));
                    default ->
                        throw new IllegalArgumentException(
                                "trainer '" + name + "' (expected logistic, liblinear or naive-bayes)");
                };
        settings.requireAllUsed();
        return spec;
    }

    /**
     * Reads a trainer whose settings may have several values, parted by {@code |}, and gives all combinations, the last
     * setting changing fastest: {@code liblinear(loss=svm,cost=0.3|1)} are two.
     *
     * @throws IllegalArgumentException naming what is wrong and what was expected
     */
    static List<TrainerSpec> parseAll(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return List.of(parse(text));
        }
        int begin = text.lastIndexOf('=', bar) + 1;
        if (begin == 0) {
            throw new IllegalArgumentException("trainer '" + text + "' (expected | between the values of a setting)");
        }
        int end = begin;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ')') {
            end++;
        }
        List<TrainerSpec> all = new ArrayList<>();
        for (String value : text.substring(begin, end).split("\\|", -1)) {
            all.addAll(parseAll(text.substring(0, begin) + value + text.substring(end)));
        }
        return all;
    }

    private static void require(boolean holds, String setting, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("setting " + setting + "=" + value + " (expected " + expected + ")");
        }
    }

    /** The settings between the brackets. */
    final class Settings {
        private final Map<String, String> values = new TreeMap<>();

        private Settings(String text, int bracket) {
            if (bracket < 0) {
                return;
            }
            if (!text.endsWith(")")) {
                throw new IllegalArgumentException("trainer '" + text + "' (expected a closing bracket at its end)");
            }
            for (String setting : text.substring(bracket + 1, text.length() - 1).split(",", -1)) {
                int equals = setting.indexOf('=');
                if (equals < 0 && !setting.isBlank()) {
                    throw new IllegalArgumentException("setting '" + setting + "' (expected name=value)");
                }
                if (equals >= 0) {
                    values.put(
                            setting.substring(0, equals).strip(),
                            setting.substring(equals + 1).strip());
                }
            }
        }

        private double number(String name, double usual) {
            String value = values.remove(name);
            try {
                return value == null ? usual : Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("setting " + name + "=" + value + " (expected a number)", e);
            }
        }

        private int whole(String name, int usual) {
            String value = values.remove(name);
            try {
                return value == null ? usual : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("setting " + name + "=" + value + " (expected a whole number)", e);
            }
        }

        /** One of several; the first by name is the usual one. */
        private <T> T one(String name, Map<String, T> choices) {
            TreeMap<String, T> sorted = new TreeMap<>(choices);
            String value = values.remove(name);
            T chosen = sorted.get(value == null ? sorted.firstKey() : value);
            if (chosen == null) {
                throw new IllegalArgumentException(
                        "setting " + name + "=" + value + " (expected " + String.join(" or ", sorted.keySet()) + ")");
            }
            return chosen;
        }

        private void requireAllUsed() {
            if (!values.isEmpty()) {
                throw new IllegalArgumentException("setting '" + String.join("', '", values.keySet())
                        + "' (expected only settings that this trainer has)");
            }
        }
    }
}
