package org.parasift.train.eval;

/**
 * The binomial distribution and exact bounds for a share (Clopper and Pearson, The use of confidence or fiducial limits,
 * 1934). The bounds hold for rows that are drawn independently; paragraphs of one article are not quite.
 */
public final class Binomial {
    private Binomial() {}

    /** The probability of at most {@code hits} hits in {@code trials} trials of probability {@code p}. */
    public static double atMost(long hits, long trials, double p) {
        if (hits < 0 || trials < 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(hits + " hits in " + trials + " trials of probability " + p);
        }
        if (hits >= trials || p == 0) {
            return 1;
        }
        if (p == 1) {
            return 0;
        }
        // The terms one by one in logarithms, for the first underflows where trials are many.
        double logOdds = Math.log(p) - Math.log1p(-p);
        double term = trials * Math.log1p(-p);
        double sum = Math.exp(term);
        for (long i = 1; i <= hits; i++) {
            term += Math.log((double) (trials - i + 1) / i) + logOdds;
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }

    /** The share that is exceeded with {@code confidence}, given so many hits: 0 where there are none. */
    public static double lowerBound(long hits, long trials, double confidence) {
        return 1 - upperBound(trials - hits, trials, confidence);
    }

    /** The share that is not exceeded with {@code confidence}, given so many hits: 1 where all hit. */
    public static double upperBound(long hits, long trials, double confidence) {
        if (hits >= trials) {
            return 1;
        }
        // The p at which so few hits, or fewer, come with probability 1 - confidence. Seen from the misses it is the p
        // at
        // which fewer misses come with probability confidence: whichever has fewer terms to add.
        long misses = trials - hits;
        return hits < misses ? solve(hits, trials, 1 - confidence) : 1 - solve(misses - 1, trials, confidence);
    }

    /** The fewest trials that show a share with {@code confidence} if all of them hit. */
    public static long trialsWithoutMiss(double share, double confidence) {
        if (!(share > 0 && share < 1 && confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("share " + share + " with confidence " + confidence);
        }
        return (long) Math.ceil(Math.log(1 - confidence) / Math.log(share) - 1e-9);
    }

    /**
     * McNemar's exact test: the probability that of {@code onlyA + onlyB} rows which only one of two gets right, chance
     * divides them as unequally as this or more so.
     */
    public static double mcNemar(long onlyA, long onlyB) {
        return Math.min(1, 2 * atMost(Math.min(onlyA, onlyB), onlyA + onlyB, 0.5));
    }

    /** The p at which at most {@code hits} hits have the probability {@code target}; it falls with p. */
    private static double solve(long hits, long trials, double target) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (atMost(hits, trials, middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
