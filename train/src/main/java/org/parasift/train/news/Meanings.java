package org.parasift.train.news;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.parasift.features.Lexicon;
import org.parasift.features.Stems;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;
import org.parasift.token.TokenizedArticle;
import org.parasift.token.Tokenizer;
import org.parasift.token.Tokens;

/**
 * Learns a {@link Lexicon}: how rare each content word is, and where it stands in a space in which words that occur in
 * the same articles are near each other (latent semantic indexing, Deerwester et al. 1990): the right singular vectors of
 * the matrix of articles by words, weighted {@code (1 + ln tf) * idf} and of length 1, times idf. They are found by
 * subspace iteration from a random start (Halko, Martinsson and Tropp 2011). {@link Contrast} then moves them so that
 * paragraphs are near their own article.
 */
final class Meanings {
    private static final int LEAST_ARTICLES = 5;
    private static final double MOST_ARTICLES = 0.3;
    private static final int SPARE = 10;

    /** A paragraph of fewer words says too little of its article. */
    private static final int PROSE_WORDS = 8;

    private static final int ITERATIONS = 3;

    private Meanings() {}

    /**
     * Learns a lexicon.
     *
     * @param articles to learn from
     * @param words at most so many words, the most frequent
     * @param dimensions of the vectors, fewer if there are few articles or words; 0 for none
     * @param epochs of {@link Contrast}
     */
    static Lexicon learn(
            List<Article> articles, Tokenizer tokenizer, int words, int dimensions, int epochs, long seed) {
        List<Map<Long, Integer>> counts = new ArrayList<>();
        Map<Long, Integer> frequency = new HashMap<>();
        for (Article article : articles) {
            Map<Long, Integer> own = contentWords(article, tokenizer);
            own.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum));
            counts.add(own);
        }
        long[] keys = frequency.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_ARTICLES)
                .sorted(Comparator.comparingInt((Map.Entry<Long, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(words)
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();
        int documents = articles.size();
        float[] idf = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            idf[i] = (float) StrictMath.log((documents + 1.0) / (frequency.getOrDefault(keys[i], 0) + 1.0));
        }
        float unknown = (float) StrictMath.log((documents + 1.0) / LEAST_ARTICLES);
        // Few articles or words span few dimensions; what is beyond them would be noise.
        int some = Math.min(dimensions, Math.min(documents, keys.length) / 2 - SPARE);
        if (some <= 0) {
            return Lexicon.learned(unknown, keys, idf, new float[0][]);
        }
        Sparse matrix = matrix(counts, keys, idf, frequency);
        double[][] vectors = rightSingular(matrix, keys.length, some, seed);
        float[][] scaled = new float[keys.length][some];
        for (int w = 0; w < keys.length; w++) {
            for (int d = 0; d < some; d++) {
                scaled[w][d] = (float) (vectors[d][w] * idf[w]);
            }
        }
        List<int[][]> prose = articles.stream()
                .map(article -> prose(article, tokenizer, keys))
                .toList();
        Contrast.tune(prose, scaled, epochs, seed);
        return Lexicon.learned(unknown, keys, idf, scaled);
    }

    /** Of each prose paragraph that has some the known words, as places among the keys. */
    private static int[][] prose(Article article, Tokenizer tokenizer, long[] keys) {
        char[] text = article.text().toCharArray();
        Tokens tokens = TokenizedArticle.of(article, tokenizer).tokens();
        List<int[]> prose = new ArrayList<>();
        int token = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            int first = token;
            while (token < tokens.size() && tokens.start(token) < paragraph.end()) {
                token++;
            }
            int[] words = IntStream.range(first, token)
                    .map(i -> Arrays.binarySearch(keys, Stems.key(text, tokens, i)))
                    .filter(word -> word >= 0)
                    .toArray();
            if (words.length > 0 && Sentences.isProse(article.text(paragraph), PROSE_WORDS)) {
                prose.add(words);
            }
        }
        return prose.toArray(int[][]::new);
    }

    private static Map<Long, Integer> contentWords(Article article, Tokenizer tokenizer) {
        Map<Long, Integer> counts = new HashMap<>();
        char[] text = article.text().toCharArray();
        Tokens tokens = TokenizedArticle.of(article, tokenizer).tokens();
        for (int i = 0; i < tokens.size(); i++) {
            long key = Stems.key(text, tokens, i);
            if (key != 0) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Rows of articles; those without any known word are empty. */
    private static final class Sparse {
        private final int[] start;
        private final int[] column;
        private final float[] value;

        Sparse(int[] start, int[] column, float[] value) {
            this.start = start;
            this.column = column;
            this.value = value;
        }

        int rows() {
            return start.length - 1;
        }

        /** This times a matrix whose columns stand in {@code of}. */
        double[] times(double[] of) {
            double[] product = new double[rows()];
            for (int r = 0; r < product.length; r++) {
                double sum = 0;
                for (int i = start[r]; i < start[r + 1]; i++) {
                    sum += value[i] * of[column[i]];
                }
                product[r] = sum;
            }
            return product;
        }

        /** This, turned, times a vector. */
        double[] turnedTimes(double[] of, int columns) {
            double[] product = new double[columns];
            for (int r = 0; r < rows(); r++) {
                for (int i = start[r]; i < start[r + 1]; i++) {
                    product[column[i]] += value[i] * of[r];
                }
            }
            return product;
        }
    }

    private static Sparse matrix(
            List<Map<Long, Integer>> counts, long[] keys, float[] idf, Map<Long, Integer> frequency) {
        int[] start = new int[counts.size() + 1];
        int[] column = new int[1 << 16];
        float[] value = new float[1 << 16];
        int size = 0;
        double limit = MOST_ARTICLES * counts.size();
        for (int r = 0; r < counts.size(); r++) {
            int from = size;
            long[] own = counts.get(r).keySet().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            double squares = 0;
            for (long key : own) {
                int word = Arrays.binarySearch(keys, key);
                if (word < 0 || frequency.getOrDefault(key, 0) >= limit) {
                    continue;
                }
                if (size == column.length) {
                    column = Arrays.copyOf(column, 2 * size);
                    value = Arrays.copyOf(value, 2 * size);
                }
                column[size] = word;
                value[size] = (float) ((1 + StrictMath.log(counts.get(r).getOrDefault(key, 1))) * idf[word]);
                squares += value[size] * value[size];
                size++;
            }
            for (int i = from; i < size; i++) {
                value[i] /= (float) Math.sqrt(squares);
            }
            start[r + 1] = size;
        }
        return new Sparse(start, column, value);
    }

    /** The first right singular vectors, one a row. */
    private static double[][] rightSingular(Sparse matrix, int columns, int dimensions, long seed) {
        int width = dimensions + SPARE;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] basis = new double[width][columns];
        for (double[] vector : basis) {
            for (int i = 0; i < columns; i++) {
                vector[i] = random.nextDouble() - 0.5;
            }
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int v = 0; v < width; v++) {
                basis[v] = matrix.turnedTimes(matrix.times(basis[v]), columns);
            }
            orthonormalize(basis);
        }
        // Rayleigh and Ritz: within the subspace, the directions of the eigenvectors.
        double[][] images = new double[width][];
        for (int v = 0; v < width; v++) {
            images[v] = matrix.times(basis[v]);
        }
        double[][] gram = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = gram[j][i] = dot(images[i], images[j]);
            }
        }
        double[][] turned = eigenvectors(gram);
        Integer[] order = new Integer[width];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -gram[i][i]));
        double[][] vectors = new double[dimensions][columns];
        for (int d = 0; d < dimensions; d++) {
            for (int v = 0; v < width; v++) {
                double share = turned[v][order[d]];
                for (int c = 0; c < columns; c++) {
                    vectors[d][c] += share * basis[v][c];
                }
            }
        }
        return vectors;
    }

    /** Gram and Schmidt, twice for the sake of rounding. */
    private static void orthonormalize(double[][] vectors) {
        for (int v = 0; v < vectors.length; v++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int u = 0; u < v; u++) {
                    double share = dot(vectors[u], vectors[v]);
                    for (int i = 0; i < vectors[v].length; i++) {
                        vectors[v][i] -= share * vectors[u][i];
                    }
                }
            }
            double length = Math.sqrt(dot(vectors[v], vectors[v]));
            for (int i = 0; i < vectors[v].length && length > 0; i++) {
                vectors[v][i] /= length;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Jacobi's method: {@code matrix} becomes diagonal, its eigenvectors are returned as columns. */
    private static double[][] eigenvectors(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(matrix[p][q]) > 1e-14 * Math.sqrt(Math.abs(matrix[p][p] * matrix[q][q]))) {
                        rotate(matrix, vectors, p, q);
                    }
                }
            }
        }
        return vectors;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        int n = matrix.length;
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < n; k++) {
            double a = matrix[k][p];
            double b = matrix[k][q];
            matrix[k][p] = cosine * a - sine * b;
            matrix[k][q] = sine * a + cosine * b;
        }
        for (int k = 0; k < n; k++) {
            double a = matrix[p][k];
            double b = matrix[q][k];
            matrix[p][k] = cosine * a - sine * b;
            matrix[q][k] = sine * a + cosine * b;
        }
        for (int k = 0; k < n; k++) {
            double a = vectors[k][p];
            double b = vectors[k][q];
            vectors[k][p] = cosine * a - sine * b;
            vectors[k][q] = sine * a + cosine * b;
        }
    }
}
