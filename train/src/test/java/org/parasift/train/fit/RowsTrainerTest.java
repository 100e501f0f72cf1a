package org.parasift.train.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Weighting;
import org.parasift.train.corpus.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Our trainers over rows against Tribuo's own over its own data set. */
class RowsTrainerTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void logisticTakesTribuosSteps(int labels) {
        TrainerSpec.Logistic spec = new TrainerSpec.Logistic(4, 0.7, 0.1);
        same(
                labels,
                new RowsLogisticTrainer(spec, 9),
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.7, 0.1), 4, -1, 1, 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void weightsOfRowsScaleTribuosSteps(int labels) {
        TrainerSpec.Logistic spec = new TrainerSpec.Logistic(4, 0.7, 0.1);
        Rows rows = rows(labels);
        float[] weights = new float[rows.size()];
        for (int r = 0; r < weights.length; r++) {
            weights[r] = 0.1f + r % 4;
        }
        same(
                rows.weighing(weights),
                new RowsLogisticTrainer(spec, 9),
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.7, 0.1), 4, -1, 1, 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void libLinearFindsTribuosWeights(int labels) {
        same(
                labels,
                new RowsLibLinearTrainer((TrainerSpec.LibLinear) TrainerSpec.parse("liblinear"), 9),
                new LibLinearClassificationTrainer(new LinearClassificationType(LinearType.L2R_LR), 1, 1000, 0.01, 9));
    }

    @Test
    void aDataSetOfRowsHasTribuosDomain() {
        Rows rows = rows(3);
        RowsDataset ours = new RowsDataset(rows);
        MutableDataset<Label> theirs = copy(ours);
        assertThat(ours.getFeatureIDMap().size())
                .isEqualTo(theirs.getFeatureMap().size());
        for (int c = 0; c < rows.columns(); c += 97) {
            String name = ours.getFeatureIDMap().get(c).getName();
            assertThat(theirs.getFeatureIDMap().getID(name)).isEqualTo(c);
            assertThat(ours.getFeatureIDMap().getID(name)).isEqualTo(c);
        }
        assertThat(ours.getFeatureIDMap().getID("ffffffffffffffff")).isEqualTo(-1);
        assertThat(ours.getOutputs()).isEqualTo(theirs.getOutputs());
        assertThat(ours.getData()).hasSize(theirs.size());
    }

    private static void same(int labels, Trainer<Label> ours, Trainer<Label> tribuos) {
        same(rows(labels), ours, tribuos);
    }

    private static void same(Rows rows, Trainer<Label> ours, Trainer<Label> tribuos) {
        RowsDataset data = new RowsDataset(rows);
        MutableDataset<Label> copy = copy(data);
        Model<Label> fromRows = ours.train(data);
        Model<Label> fromTribuo = tribuos.train(copy);
        for (int r = 0; r < data.size(); r++) {
            var expected = fromTribuo.predict(copy.getExample(r)).getOutputScores();
            fromRows.predict(data.getExample(r)).getOutputScores().forEach((name, label) -> assertThat(label.getScore())
                    .isEqualTo(
                            expected.getOrDefault(name, new Label("none", 2.0)).getScore(), within(1e-9)));
        }
    }

    private static Rows rows(int labels) {
        List<Example> examples = FitterTest.rows(150, labels);
        return Rows.of(
                examples,
                examples.stream().map(Example::label).distinct().sorted().toList(),
                FeatureRecipe.texts()
                        .with(new Weighting(Weighting.Tf.SUBLINEAR, false, true))
                        .compile());
    }

    private static MutableDataset<Label> copy(RowsDataset data) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> copy = new MutableDataset<>(new SimpleDataSourceProvenance("copy", factory), factory);
        data.forEach(copy::add);
        return copy;
    }
}
