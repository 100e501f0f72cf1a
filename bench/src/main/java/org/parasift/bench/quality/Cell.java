package org.parasift.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.parasift.train.eval.Scores;

/** One value of a table, as a person and as a program reads it. */
public sealed interface Cell {
    /** For a table in Markdown. */
    String markdown();

    /** The value with all its digits. */
    JsonNode json();

    /** Words. */
    record Words(String text) implements Cell {
        @Override
        public String markdown() {
            return text.replace("|", "\\|").replace("<", "&lt;");
        }

        @Override
        public JsonNode json() {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    /** How many. */
    record Count(long number) implements Cell {
        @Override
        public String markdown() {
            return String.format(Locale.ROOT, "%,d", number);
        }

        @Override
        public JsonNode json() {
            return JsonNodeFactory.instance.numberNode(number);
        }
    }

    /** A share or a score between 0 and 1. */
    record Share(double value) implements Cell {
        @Override
        public String markdown() {
            return digits(value);
        }

        @Override
        public JsonNode json() {
            return JsonNodeFactory.instance.numberNode(round(value));
        }
    }

    /** A share or a score with the interval that holds 95 % of the bootstrap's draws. */
    record Estimate(double value, double low, double high) implements Cell {
        static Estimate of(double value, Scores.Interval interval) {
            return new Estimate(value, interval.low(), interval.high());
        }

        /** Of the share that is missing to 1. */
        Estimate rest() {
            return new Estimate(1 - value, 1 - high, 1 - low);
        }

        @Override
        public String markdown() {
            return digits(value) + " (" + digits(low) + "–" + digits(high) + ")";
        }

        @Override
        public JsonNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("value", round(value))
                    .put("low", round(low))
                    .put("high", round(high));
        }
    }

    /** An accuracy with its interval, in percent: where models differ by tenths of a point. */
    record Percent(double value, double low, double high) implements Cell {
        @Override
        public String markdown() {
            return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", 100 * value, 100 * low, 100 * high);
        }

        @Override
        public JsonNode json() {
            return new Estimate(value, low, high).json();
        }
    }

    private static String digits(double value) {
        // Near 1, where kept shares live, the third digit says too little.
        String format = value > 0.98 && value < 1 ? "%.4f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
