package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;

/**
 * LibLinear's problems, solved by {@link OneVsRest}, as a trainer of Tribuo. The model is Tribuo's plain linear one, whose
 * scores are margins; {@code LinearSGDTrainer} is the only way to make one, and nothing else of it is used.
 */
final class RowsDualTrainer extends LinearSGDTrainer {
    private final TrainerSpec.LibLinear spec;

    RowsDualTrainer(TrainerSpec.LibLinear spec, long seed) {
        super(new Hinge(), new AdaGrad(1, 0.1), 1, -1, 1, seed);
        this.spec = spec;
    }

    /**
     * Solves all problems.
     *
     * @throws IllegalArgumentException if the data set is not one of {@link Rows}
     * @throws IllegalStateException if they are not solved in {@value DualSolver#MOST_PASSES} passes
     */
    @Override
    public LinearSGDModel train(Dataset<Label> data, Map<String, Provenance> provenance, int invocation) {
        if (!(data instanceof RowsDataset dataset)) {
            throw new IllegalArgumentException("a " + data.getClass().getSimpleName() + " (expected rows)");
        }
        OneVsRest.Solved solved = new OneVsRest(dataset.rows(), spec, seed)
                .solve()
                .orElseThrow(() -> new IllegalStateException(
                        "no answer in " + DualSolver.MOST_PASSES + " passes for cost " + spec.cost()));
        return model(dataset, solved.bias(), solved.weights(), provenance);
    }

    /** The model with these weights, column by column, for each label. */
    LinearSGDModel model(RowsDataset dataset, double[] bias, double[] weights, Map<String, Provenance> provenance) {
        ModelProvenance origin = new ModelProvenance(
                getModelClassName(),
                OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                dataset.getProvenance(),
                getProvenance(),
                provenance);
        int columns = dataset.rows().columns();
        int[] id = dataset.labelIds();
        DenseMatrix fitted = new DenseMatrix(id.length, columns + 1);
        for (int l = 0; l < id.length; l++) {
            for (int c = 0; c < columns; c++) {
                fitted.set(id[l], c, weights[c * id.length + l]);
            }
            fitted.set(id[l], columns, bias[l]);
        }
        return createModel(
                getName(), origin, dataset.getFeatureIDMap(), dataset.getOutputIDInfo(), new LinearParameters(fitted));
    }
}
