package org.parasift.cli;

import java.util.Locale;
import org.parasift.classify.DecisionPolicy;

/** How numbers are written: the same whatever the locale. */
final class Figures {
    private Figures() {}

    /** A probability with six decimals; without the format machinery, for it is written for every paragraph. */
    static String probability(double value) {
        long millionths = Math.round(value * 1_000_000);
        String digits = Long.toString(1_000_000 + millionths % 1_000_000);
        return millionths / 1_000_000 + "." + digits.substring(1);
    }

    /** A score with three decimals. */
    static String score(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A contribution with its sign. */
    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }

    /** From which probabilities on a paragraph is reviewed or dropped. */
    static String thresholds(DecisionPolicy policy) {
        return policy.review() < policy.drop()
                ? "review from " + policy.review() + ", drop from " + policy.drop()
                : "drop from " + policy.drop();
    }

    /** A count with its noun: {@code 1 article}, {@code 5 articles}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A count with commas: {@code 1,234}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
