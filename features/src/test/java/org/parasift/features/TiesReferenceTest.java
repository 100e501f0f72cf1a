package org.parasift.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.text.Article;
import org.parasift.token.Tokenizer;

/**
 * The columns of {@code meaning} and {@code passages} are found from dot products and from words that are met once. Here they
 * are found as they are defined: what is left of an article is added up, never taken away, all of it in double precision.
 */
class TiesReferenceTest {
    private static final FeatureRecipe RECIPE =
            FeatureRecipe.parse("recipe 1\ntokens\nmeaning\npassages\nweighting tf=count idf=no norm=l2");
    private static final Offset<Float> NEXT_TO_NOTHING = within(2e-4f);
    private static final int DIMENSIONS = 13;

    private final TreeMap<Long, String> words = new TreeMap<>();
    private final TreeMap<String, double[]> vectors = new TreeMap<>();
    private final TreeMap<String, Float> idf = new TreeMap<>();
    private final Knowledge knowledge;
    private List<Set<String>> paragraphs = List.of();
    private boolean[] prose = new boolean[0];

    TiesReferenceTest() {
        Random random = new Random(31);
        for (int word = 0; word < 300; word++) {
            String text = "w" + (char) ('a' + word % 26) + (char) ('a' + word / 26) + "o";
            words.put(Tokenizer.hash(text), text);
        }
        long[] keys = words.keySet().stream().mapToLong(Long::longValue).toArray();
        float[] weights = new float[keys.length];
        float[][] learned = new float[keys.length][DIMENSIONS];
        for (int row = 0; row < keys.length; row++) {
            weights[row] = 1 + 9 * random.nextFloat();
            for (int d = 0; d < DIMENSIONS; d++) {
                learned[row][d] = random.nextFloat() - 0.4f;
            }
        }
        Lexicon lexicon = Lexicon.learned(7, keys, weights, learned);
        for (int row = 0; row < keys.length; row++) {
            double[] vector = new double[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] = lexicon.number(row, d);
            }
            String word = words.getOrDefault(keys[row], "");
            vectors.put(word, vector);
            idf.put(word, weights[row]);
        }
        knowledge = Knowledge.NONE.with(lexicon);
    }

    /** Of articles with fewer and with more paragraphs than are all multiplied with each other. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9, 12, 20, 33, 63, 64, 65, 66, 90})
    void columnsAreWhatTheirDefinitionsGive(int size) {
        Random random = new Random(size);
        FeatureExtractor extractor = RECIPE.compile(knowledge);
        Page page = new Page();
        float[] row = new float[extractor.columns().size()];
        for (int n = 0; n < 20; n++) {
            page.open(article(size, random), extractor.tokenizer());
            float[] rest = new float[size];
            OddRuns byWords = runs(page.content(), this::wordShare);
            OddRuns byMeaning = runs(page.content(), this::cosineWithRest);
            for (int p = 0; p < size; p++) {
                int own = p;
                rest[p] = cosine(sum(List.of(p)), sum(proseWhere(q -> q != own)));
            }
            for (int p = 0; p < size; p++) {
                extractor.fill(page, p, row);
                int own = p;
                Collection<Integer> far = proseWhere(q -> Math.abs(q - own) > 2);
                check(row, "meaning:rest", rest[p]);
                check(row, "meaning:before", p == 0 ? -0.1f : cosine(sum(List.of(p - 1)), sum(List.of(p))));
                check(row, "meaning:far", cosine(sum(List.of(p)), sum(far)));
                check(row, "meaning:bridge", cosine(sum(before(p)), sum(after(p))));
                check(row, "meaning:window", cosine(sum(List.of(p)), sum(both(p, p))));
                check(row, "meaning:relative", rest[p] - median(rest));
                if (size <= 64) {
                    check(row, "meaning:nearest", nearest(p, far));
                }
                check(row, "passage:words", byWords.deviation(p), within(0.01f));
                check(row, "passage:words-length", byWords.length(p));
                check(row, "passage:meaning", byMeaning.deviation(p), within(0.01f));
                check(row, "passage:meaning-length", byMeaning.length(p));
                int first = byMeaning.first(p);
                int last = byMeaning.last(p);
                check(row, "passage:bridge", cosine(sum(before(first)), sum(after(last))));
                check(row, "passage:around", cosine(sum(range(first, last)), sum(both(first, last))));
                check(row, "passage:own-words", ownWords(first, last));
            }
        }
    }

    private static void check(float[] row, String column, float expected) {
        check(row, column, expected, NEXT_TO_NOTHING);
    }

    private static void check(float[] row, String column, float expected, Offset<Float> offset) {
        List<String> columns = RECIPE.families().stream()
                .flatMap(family -> ((FeatureFamily.Columns) family).columns().stream())
                .map(Column::name)
                .toList();
        assertThat(row[columns.indexOf(column)]).as(column).isCloseTo(expected, offset);
    }

    /** Two of three are prose; some have no words of the lexicon. */
    private Article article(int size, Random random) {
        List<String> known = List.copyOf(words.values());
        List<String> texts = new ArrayList<>();
        paragraphs = new ArrayList<>();
        prose = new boolean[size];
        for (int p = 0; p < size; p++) {
            prose[p] = random.nextInt(3) > 0;
            Set<String> some = new HashSet<>();
            for (int count = random.nextInt(9) == 0 ? 0 : 1 + random.nextInt(12); count > 0; count--) {
                some.add(known.get((int) (300 * Math.pow(random.nextDouble(), 2))));
            }
            paragraphs.add(some);
            texts.add(String.join(" ", some) + (prose[p] ? " and and and and and and and and." : " and"));
        }
        return Article.of("random", texts);
    }

    /** A passage's value; NaN for none. */
    private interface Value {
        float of(int first, int last);
    }

    private OddRuns runs(Content content, Value value) {
        OddRuns runs = new OddRuns();
        runs.clear(prose.length);
        for (int first = 0; first < prose.length; first++) {
            for (int last = first; last < Math.min(prose.length, first + OddRuns.LONGEST); last++) {
                int from = first;
                int to = last;
                boolean alone = proseWhere(q -> q < from || q > to).isEmpty();
                runs.set(first, last - first + 1, alone ? Float.NaN : value.of(first, last));
            }
        }
        runs.find(content, prose.length);
        return runs;
    }

    private float cosineWithRest(int first, int last) {
        return cosine(sum(range(first, last)), sum(proseWhere(q -> q < first || q > last)));
    }

    private float wordShare(int first, int last) {
        return WordTies.share(
                weight(first, last, true, 1), weight(first, last, true, 1) + weight(first, last, false, 1));
    }

    private float ownWords(int first, int last) {
        double all = weight(first, last, true, 1) + weight(first, last, false, 1);
        return all > 0 ? (float) (weight(first, last, false, 2) / all) : 0;
    }

    /** Of words that stand in so many paragraphs of a passage, or more, those that prose elsewhere has or has not. */
    private double weight(int first, int last, boolean elsewhere, int least) {
        Set<String> some = new HashSet<>();
        range(first, last).forEach(p -> some.addAll(paragraphs.get(p)));
        double sum = 0;
        for (String word : some) {
            boolean outside = proseWhere(q -> q < first || q > last).stream()
                    .anyMatch(q -> paragraphs.get(q).contains(word));
            long times = range(first, last).stream()
                    .filter(p -> paragraphs.get(p).contains(word))
                    .count();
            sum += outside == elsewhere && times >= least ? idf.getOrDefault(word, 0f) : 0;
        }
        return sum;
    }

    private float nearest(int p, Collection<Integer> far) {
        return (float) far.stream()
                .mapToDouble(q -> cosine(sum(List.of(p)), sum(List.of(q))))
                .max()
                .orElse(0.2);
    }

    private Collection<Integer> before(int first) {
        List<Integer> some = new ArrayList<>(proseWhere(q -> q < first && q >= first - 4));
        return some.subList(Math.max(0, some.size() - 2), some.size());
    }

    private Collection<Integer> after(int last) {
        return proseWhere(q -> q > last && q <= last + 4).stream().limit(2).toList();
    }

    private Collection<Integer> both(int first, int last) {
        List<Integer> some = new ArrayList<>(before(first));
        some.addAll(after(last));
        return some;
    }

    private static Collection<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private Collection<Integer> proseWhere(IntPredicate which) {
        return IntStream.range(0, prose.length)
                .filter(p -> prose[p] && which.test(p))
                .boxed()
                .toList();
    }

    private double[] sum(Collection<Integer> some) {
        double[] sum = new double[DIMENSIONS];
        for (int p : some) {
            for (String word : paragraphs.get(p)) {
                double[] vector = vectors.getOrDefault(word, sum);
                for (int d = 0; d < DIMENSIONS; d++) {
                    sum[d] += vector[d];
                }
            }
        }
        return sum;
    }

    private static float cosine(double[] one, double[] other) {
        double product = Math.sqrt(dot(one, one) * dot(other, other));
        return product > 0 ? (float) (dot(one, other) / product) : 0;
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(d -> one[d] * other[d])
                .sum();
    }

    private float median(float[] rest) {
        double[] sorted = proseWhere(p -> true).stream()
                .mapToDouble(p -> rest[p])
                .sorted()
                .toArray();
        int size = sorted.length;
        return size == 0 ? 0.3f : (float) (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }
}
