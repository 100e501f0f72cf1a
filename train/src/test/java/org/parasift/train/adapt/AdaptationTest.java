package org.parasift.train.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Decision;
import org.parasift.classify.Link;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.classify.TextScores;
import org.parasift.classify.Trees;
import org.parasift.classify.Trees.Node.Leaf;
import org.parasift.classify.Trees.Node.Split;
import org.parasift.classify.Verdict;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Knowledge;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Sure;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.eval.PairedComparison;

class AdaptationTest {
    private static final String[] PLACES = {"Oslo", "Lima", "Cairo", "Delhi", "Quito", "Seoul", "Rome", "Accra"};
    private static final List<Article> SITE =
            IntStream.range(0, 20).mapToObj(AdaptationTest::article).toList();

    /** A story of its own and, as its third paragraph, what the site sells. */
    private static Article article(int i) {
        String place = PLACES[i % PLACES.length];
        return Article.of(
                "a" + i,
                List.of(
                        "Talks in " + place + " go into round " + i,
                        "Ministers said in " + place + " that delegation number " + i + " will return next week.",
                        "Buy our " + place + " mug today, offer " + i));
    }

    /** Asks only whether the words are those of spam; knows no word, and is against it. */
    private static Model model() {
        FeatureRecipe recipe = FeatureRecipe.parse("""
                recipe 1
                tokens accent-apostrophe
                words orders=1
                text-scores names=spam
                weighting tf=count idf=no norm=l2
                """);
        TextScores scores = TextScores.of(List.of("spam"), new double[] {-1}, new long[0], new double[0]);
        Knowledge knowledge = Knowledge.NONE.with(scores);
        Trees trees = Trees.builder(recipe.compile(knowledge).columns(), new double[] {0})
                .tree(0, new Split(0, 0, true, new Leaf(-3, 1), new Leaf(3, 1)))
                .build();
        return Model.trees(recipe, List.of("on-topic", "spam"), Link.SOFTMAX, trees, knowledge);
    }

    private static Corpus labelled(int articles) {
        List<Example> rows = new ArrayList<>();
        for (Article article : SITE.subList(0, articles)) {
            for (int p = 0; p < 3; p++) {
                rows.add(new Example(article, p, p == 2 ? "spam" : "on-topic", "", Sure.YES, "", 0));
            }
        }
        TreeMap<String, String> hashes = new TreeMap<>();
        hashes.put("site.csv", "1234");
        return new Corpus("site.csv", "site.csv", false, SITE.subList(0, articles), rows, hashes, 0);
    }

    private static List<Decision> decisions(Model model, Article article) {
        return ParagraphClassifier.of(model).classify(article).stream()
                .map(Verdict::decision)
                .toList();
    }

    @Test
    void theWordsOfTheLabelsAreLearned() {
        Article other = article(77);
        assertThat(decisions(model(), other)).containsExactly(Decision.KEEP, Decision.KEEP, Decision.KEEP);
        Adaptation adapted = Adaptation.of(model(), SITE, labelled(6), 1);
        assertThat(decisions(adapted.model(), other)).containsExactly(Decision.KEEP, Decision.KEEP, Decision.DROP);
        assertThat(adapted.paragraphs()).isEqualTo(60);
        assertThat(adapted.changed()).as("the third of each").isEqualTo(20);
    }

    @Test
    void whatTheModelIsSureOfChangesNoDecision() {
        Adaptation adapted = Adaptation.of(model(), SITE, Corpus.EMPTY, 1);
        assertThat(adapted.sure()).isEqualTo(60);
        assertThat(adapted.changed()).isZero();
    }

    @Test
    void theComparisonIsOfArticlesThatWereHeldOut() {
        PairedComparison comparison = Adaptation.heldOut(model(), SITE, labelled(12), 1);
        assertThat(comparison.rows()).isEqualTo(36);
        assertThat(comparison.f1().a()).isZero();
        assertThat(comparison.f1().b()).isEqualTo(1);
    }

    @Test
    void sameInputGivesSameBytes() throws IOException {
        assertThat(bytes(Adaptation.of(model(), SITE, labelled(6), 1).model()))
                .isEqualTo(bytes(Adaptation.of(model(), SITE, labelled(6), 1).model()));
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.toByteArray();
    }

    @Test
    void theManifestTellsWhatItWasAdaptedToSoThatItIsNotScoredOnIt() {
        Model adapted = Adaptation.of(model(), SITE, labelled(6), 1).model();
        assertThat(adapted.manifest())
                .containsEntry("data.sha256.site.csv", "1234")
                .containsEntry("adapted.labelled", "18")
                .containsEntry("adapted.unlabelledArticles", "20");
        Evaluation evaluation = Evaluation.of(ParagraphClassifier.of(adapted), labelled(6));
        assertThat(evaluation.onTrainingData()).isTrue();
    }

    @Test
    void aModelWithoutAScoreOfWordsCannotBeAdapted() {
        Model linear = Model.linear(
                FeatureRecipe.texts(),
                List.of("on-topic", "spam"),
                Link.SOFTMAX,
                new double[2],
                new long[0],
                new double[0]);
        assertThat(Adaptation.isPossible(linear)).isFalse();
        assertThatThrownBy(() -> Adaptation.of(linear, SITE, Corpus.EMPTY, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no score of words");
    }
}
