package org.parasift.train.news;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Moves the vectors of words so that a paragraph is nearer to the rest of its own article than to other articles. Of a
 * batch of articles a paragraph each is told to its article by cosines with the softmax loss (InfoNCE: van den Oord, Li
 * and Vinyals 2018; on bags of words as in StarSpace: Wu et al. 2018), by AdaGrad (Duchi et al. 2011) with a falling rate.
 * Half of the batches are of articles that are near each other, so that stories on the same subject are told apart too; copies
 * of an article are not known as such. A word counts as often as it stands there: to count different words once changed nothing
 * in trials.
 * The same articles, vectors and seed give the same result.
 */
final class Contrast {
    private static final int BATCH = 128;
    private static final double RATE = 0.02;
    private static final double TEMPERATURE = 0.2;

    /** The share of words that a batch sees; what hangs on single words alone would not last. */
    private static final double WORDS_SEEN = 0.6;

    private static final double NEAR_SHARE = 0.5;

    /** Near articles are the nearest of so many times their number. */
    private static final int CANDIDATES = 8;

    private static final int FEWEST_PARAGRAPHS = 4;
    private static final int FEWEST_ARTICLES = 16;

    /** Of longer articles no more is seen at a time. */
    private static final int MOST_OTHERS = 8;

    /** No article adds more than so many draws to an epoch. */
    private static final int MOST_TURNS = 40;

    private static final float FIRST_SQUARE = 1e-8f;
    private static final float SHORTEST = 1e-6f;

    private final int[][][] articles;
    private final float[][] vectors;
    private final int dimensions;
    private final SplittableRandom random;
    private final float[][] gradients;
    private final float[][] squares;
    private final boolean[] touched;
    private final List<Integer> touchedWords = new ArrayList<>();

    private Contrast(int[][][] articles, float[][] vectors, long seed) {
        this.articles = articles;
        this.vectors = vectors;
        this.dimensions = vectors[0].length;
        this.random = new SplittableRandom(seed);
        this.gradients = new float[vectors.length][dimensions];
        this.squares = new float[vectors.length][dimensions];
        for (float[] row : squares) {
            Arrays.fill(row, FIRST_SQUARE);
        }
        this.touched = new boolean[vectors.length];
    }

    /**
     * Moves vectors in place, after they were scaled to a mean length of 1; with fewer than {@value #FEWEST_ARTICLES}
     * articles of {@value #FEWEST_PARAGRAPHS} paragraphs they are only scaled.
     *
     * @param articles of each the words of its prose paragraphs, as rows of {@code vectors}
     * @param epochs of about as many draws as there are paragraphs, of articles drawn evenly; 0 leaves the vectors as they are
     */
    static void tune(List<int[][]> articles, float[][] vectors, int epochs, long seed) {
        if (epochs == 0 || vectors.length == 0) {
            return;
        }
        double length = Arrays.stream(vectors)
                        .mapToDouble(row -> Math.sqrt(dot(row, row)))
                        .sum()
                / vectors.length;
        for (float[] row : vectors) {
            for (int d = 0; d < row.length && length > 0; d++) {
                row[d] /= (float) length;
            }
        }
        int[][][] some = articles.stream()
                .filter(article -> article.length >= FEWEST_PARAGRAPHS)
                .toArray(int[][][]::new);
        if (some.length >= FEWEST_ARTICLES) {
            new Contrast(some, vectors, seed).run(epochs);
        }
    }

    private void run(int epochs) {
        int turns = Arrays.stream(articles)
                .mapToInt(article -> Math.min(MOST_TURNS, article.length))
                .sum();
        int steps = Math.max(1, turns / BATCH);
        for (int epoch = 0; epoch < epochs; epoch++) {
            float[][] directions = directions();
            for (int step = 0; step < steps; step++) {
                double done = (epoch * (double) steps + step) / ((double) epochs * steps);
                int[] batch = random.nextDouble() < NEAR_SHARE ? near(directions) : any(BATCH);
                learn(batch);
                move((float) (RATE * (1 - done)));
            }
        }
    }

    private int[] any(int count) {
        int[] batch = new int[count];
        for (int i = 0; i < count; i++) {
            batch[i] = random.nextInt(articles.length);
        }
        return batch;
    }

    /** Of many articles those that are nearest to one. */
    private int[] near(float[][] directions) {
        float[] centre = directions[random.nextInt(articles.length)];
        int[] candidates =
                Arrays.stream(any(CANDIDATES * BATCH)).sorted().distinct().toArray();
        float[] cosines = new float[articles.length];
        for (int candidate : candidates) {
            cosines[candidate] = dot(directions[candidate], centre);
        }
        return Arrays.stream(candidates)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer candidate) -> -cosines[candidate])
                        .thenComparing(candidate -> candidate))
                .limit(BATCH)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where the articles lie, as vectors of length 1. */
    private float[][] directions() {
        float[][] directions = new float[articles.length][dimensions];
        for (int a = 0; a < articles.length; a++) {
            normalize(sum(articles[a], directions[a]));
        }
        return directions;
    }

    /** Adds up the gradients of a batch: each paragraph must find the rest of its article among those of all. */
    private void learn(int[] batch) {
        Side paragraphs = new Side(batch.length);
        Side rests = new Side(batch.length);
        for (int i = 0; i < batch.length; i++) {
            int[][] article = articles[batch[i]];
            int own = random.nextInt(article.length);
            paragraphs.set(i, new int[][] {seen(article[own])});
            rests.set(i, others(article, own));
        }
        double[] shares = new double[batch.length];
        for (int i = 0; i < batch.length; i++) {
            double sum = 0;
            for (int j = 0; j < batch.length; j++) {
                // Cosines are at most 1, so this neither overflows nor vanishes.
                boolean counts = j == i || batch[j] != batch[i];
                shares[j] = counts ? StrictMath.exp(dot(paragraphs.units[i], rests.units[j]) / TEMPERATURE) : 0;
                sum += shares[j];
            }
            for (int j = 0; j < batch.length; j++) {
                float slope = (float) ((shares[j] / sum - (i == j ? 1 : 0)) / TEMPERATURE);
                add(slope, rests.units[j], paragraphs.slopes[i]);
                add(slope, paragraphs.units[i], rests.slopes[j]);
            }
        }
        paragraphs.spread();
        rests.spread();
    }

    /** What is seen of an article's other paragraphs. */
    private int[][] others(int[][] article, int own) {
        int[][] others = new int[article.length - 1][];
        System.arraycopy(article, 0, others, 0, own);
        System.arraycopy(article, own + 1, others, own, others.length - own);
        int count = Math.min(MOST_OTHERS, others.length);
        for (int i = 0; i < count && count < others.length; i++) {
            int other = i + random.nextInt(others.length - i);
            int[] kept = others[other];
            others[other] = others[i];
            others[i] = kept;
        }
        int[][] seen = new int[count][];
        for (int i = 0; i < count; i++) {
            seen[i] = seen(others[i]);
        }
        return seen;
    }

    private int[] seen(int[] words) {
        return Arrays.stream(words)
                .filter(word -> random.nextDouble() < WORDS_SEEN)
                .toArray();
    }

    /** AdaGrad: a step against each gradient, shorter where there were many. */
    private void move(float rate) {
        for (int word : touchedWords) {
            float[] vector = vectors[word];
            float[] gradient = gradients[word];
            float[] square = squares[word];
            for (int d = 0; d < dimensions; d++) {
                square[d] += gradient[d] * gradient[d];
                vector[d] -= rate * gradient[d] / (float) Math.sqrt(square[d]);
            }
            Arrays.fill(gradient, 0);
            touched[word] = false;
        }
        touchedWords.clear();
    }

    private float[] sum(int[][] paragraphs, float[] into) {
        for (int[] words : paragraphs) {
            for (int word : words) {
                add(1, vectors[word], into);
            }
        }
        return into;
    }

    /** Makes the length 1 and returns what it was. */
    private static float normalize(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector)) + SHORTEST;
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= length;
        }
        return length;
    }

    private static void add(float factor, float[] from, float[] into) {
        for (int d = 0; d < into.length; d++) {
            into[d] += factor * from[d];
        }
    }

    /** Four sums side by side, since one alone waits for each addition. */
    private static float dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float e = 0;
        int d = 0;
        for (; d < one.length - 3; d += 4) {
            a += one[d] * other[d];
            b += one[d + 1] * other[d + 1];
            c += one[d + 2] * other[d + 2];
            e += one[d + 3] * other[d + 3];
        }
        for (; d < one.length; d++) {
            a += one[d] * other[d];
        }
        return (a + b) + (c + e);
    }

    /** The texts on one side of a batch's cosines. */
    private final class Side {
        final float[][] units;
        /** Of each text how the loss changes with its unit vector. */
        final float[][] slopes;

        private final int[][][] words;
        private final float[] lengths;

        Side(int size) {
            units = new float[size][dimensions];
            slopes = new float[size][dimensions];
            words = new int[size][][];
            lengths = new float[size];
        }

        void set(int text, int[][] itsWords) {
            words[text] = itsWords;
            lengths[text] = normalize(sum(itsWords, units[text]));
        }

        /** Gives the words their share of the slopes: what is along the vector changes its length only, and so no cosine. */
        void spread() {
            for (int text = 0; text < units.length; text++) {
                float[] slope = slopes[text];
                add(-dot(units[text], slope), units[text], slope);
                for (int[] paragraph : words[text]) {
                    for (int word : paragraph) {
                        add(1 / lengths[text], slope, gradients[word]);
                        if (!touched[word]) {
                            touched[word] = true;
                            touchedWords.add(word);
                        }
                    }
                }
            }
        }
    }
}
