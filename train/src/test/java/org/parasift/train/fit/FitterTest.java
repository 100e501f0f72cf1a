package org.parasift.train.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Weighting;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;

class FitterTest {
    private static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");

    /** That fitting ends at all says that every row scores as in Tribuo: it is checked inside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "logistic",
                "logistic(epochs=2,rate=0.1)",
                "liblinear",
                "liblinear(loss=svm)",
                "liblinear(loss=svm,balanced=yes)",
                "naive-bayes"
            })
    void everyTrainerLearnsTheSeeds(String trainer) throws IOException {
        Corpus seeds = CorpusReader.readSeeds(SEEDS);
        Model model = Fitter.fit(seeds.counted(), FeatureRecipe.articles(), TrainerSpec.parse(trainer), 1);
        assertThat(model.labels()).containsExactly("on-topic", "spam");
        assertThat(right(model, seeds.counted())).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "liblinear", "liblinear(loss=svm)", "naive-bayes"})
    void everyTrainerLearnsManyLabels(String trainer) {
        List<Example> rows = rows(240, 6);
        for (FeatureRecipe recipe :
                List.of(FeatureRecipe.texts(), FeatureRecipe.texts().with(Weighting.TFIDF))) {
            Model model = Fitter.fit(rows, recipe, TrainerSpec.parse(trainer), 1);
            assertThat(model.labels()).hasSize(6);
            assertThat(right(model, rows)).isGreaterThan(230);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "liblinear", "liblinear(loss=svm)", "naive-bayes"})
    void theSameRowsGiveTheSameBytesInAnyLocaleAndTimeZone(String trainer) throws IOException {
        List<Example> rows = rows(120, 3);
        byte[] first = bytes(Fitter.fit(rows, FeatureRecipe.texts(), TrainerSpec.parse(trainer), 1));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            // Training something else first moves every hidden random state.
            Fitter.fit(rows(60, 4), FeatureRecipe.texts(), TrainerSpec.parse(trainer), 2);
            byte[] second = bytes(Fitter.fit(rows, FeatureRecipe.texts(), TrainerSpec.parse(trainer), 1));
            assertThat(second).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void marginsAreCalibratedHoweverFewRowsThereAre() {
        for (int count : new int[] {2, 3, 4, 7}) {
            List<Example> rows = rows(count, 2);
            Model model = Fitter.fit(rows, FeatureRecipe.texts(), TrainerSpec.parse("liblinear(loss=svm)"), 1);
            assertThat(right(model, rows)).isGreaterThanOrEqualTo(count / 2);
        }
    }

    @Test
    void oneLabelIsRefused() {
        assertThatThrownBy(() -> Fitter.fit(rows(10, 1), FeatureRecipe.texts(), TrainerSpec.USUAL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two labels or more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    logistic                      | logistic(epochs=5,epsilon=0.1,rate=1.0)
                    logistic(rate=0.5, epochs=3)  | logistic(epochs=3,epsilon=0.1,rate=0.5)
                    liblinear                     | liblinear(balanced=no,cost=1.0,eps=0.01,loss=logistic)
                    liblinear(loss=svm,cost=0.3)  | liblinear(balanced=no,cost=0.3,eps=0.01,loss=svm)
                    naive-bayes()                 | naive-bayes(alpha=1.0)
                    """)
    void trainersHaveOneCanonicalText(String text, String canonical) {
        TrainerSpec spec = TrainerSpec.parse(text);
        assertThat(spec).hasToString(canonical);
        assertThat(TrainerSpec.parse(canonical)).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    forest              | trainer 'forest' (expected logistic, liblinear or naive-bayes)
                    logistic(epochs=x)  | setting epochs=x (expected a whole number)
                    logistic(epochs=0)  | setting epochs=0 (expected at least 1)
                    logistic(cost=1)    | setting 'cost' (expected only settings that this trainer has)
                    liblinear(loss=max) | setting loss=max (expected logistic or svm)
                    liblinear(cost=-1)  | setting cost=-1.0 (expected a positive number)
                    naive-bayes(alpha   | trainer 'naive-bayes(alpha' (expected a closing bracket at its end)
                    naive-bayes(alpha)  | setting 'alpha' (expected name=value)
                    """)
    void wrongTrainersAreTold(String text, String message) {
        assertThatThrownBy(() -> TrainerSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void rowsWeighedOnceEqualRowsExtractedAgain() throws IOException {
        List<Example> examples = CorpusReader.readSeeds(SEEDS).counted();
        List<String> labels = List.of("on-topic", "spam");
        for (FeatureRecipe recipe : List.of(FeatureRecipe.texts(), FeatureRecipe.articles())) {
            FeatureRecipe tfidf = recipe.with(Weighting.TFIDF);
            Rows.Weighted once = Rows.weighted(examples, labels, tfidf);
            Rows again = Rows.of(examples, labels, tfidf.compile(once.idf()));
            assertThat(once.rows().keys).isEqualTo(again.keys);
            assertThat(once.rows().column).isEqualTo(again.column);
            assertThat(once.rows().start).isEqualTo(again.start);
            assertThat(once.rows().value).usingComparatorWithPrecision(1e-7f).containsExactly(again.value);
        }
    }

    @Test
    void plattFindsTheLogisticFunctionBehindTheMargins() {
        SplittableRandom random = new SplittableRandom(3);
        double[] margin = new double[20000];
        boolean[] truth = new boolean[margin.length];
        for (int i = 0; i < margin.length; i++) {
            margin[i] = 4 * random.nextDouble() - 2;
            truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-(2.5 * margin[i] - 0.7)));
        }
        double[] line = Platt.line(margin, truth);
        assertThat(line[0]).isBetween(2.35, 2.65);
        assertThat(line[1]).isBetween(-0.8, -0.6);
    }

    private static long right(Model model, List<Example> rows) {
        ParagraphClassifier classifier = ParagraphClassifier.of(model);
        return rows.stream()
                .filter(row -> classifier
                        .classify(row.article())
                        .get(row.paragraph())
                        .label()
                        .equals(row.label()))
                .count();
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toByteArray();
    }

    /** Texts whose words lean towards their label. */
    static List<Example> rows(int count, int labels) {
        SplittableRandom random = new SplittableRandom(11);
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % labels;
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 30; w++) {
                int word = random.nextInt(3) == 0 ? 100 * label + random.nextInt(20) : 1000 + random.nextInt(400);
                text.append("w").append(word).append(' ');
            }
            rows.add(new Example(
                    Article.of("t" + i, List.of(text.toString())), 0, "label" + label, "", Sure.YES, "", i + 2));
        }
        return rows;
    }
}
