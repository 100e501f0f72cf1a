package org.parasift.train.fit;

import com.oracle.labs.mlrg.olcut.util.Pair;
import de.bwaldvogel.liblinear.FeatureNode;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * Tribuo's LibLinear trainer, handed the entries of {@link Rows} without looking up a single name. For problems that
 * {@link OneVsRest} cannot solve, and to compare with it.
 */
final class RowsLibLinearTrainer extends LibLinearClassificationTrainer {
    private static final int ITERATIONS = 1000;

    RowsLibLinearTrainer(TrainerSpec.LibLinear spec, long seed) {
        super(
                new LinearClassificationType(
                        spec.loss() == TrainerSpec.LibLinear.Loss.SVM
                                ? LinearType.L2R_L2LOSS_SVC_DUAL
                                : LinearType.L2R_LR),
                spec.cost(),
                ITERATIONS,
                spec.eps(),
                seed);
    }

    @Override
    protected Pair<FeatureNode[][], double[][]> extractData(
            Dataset<Label> data, ImmutableOutputInfo<Label> outputs, ImmutableFeatureMap features) {
        if (!(data instanceof RowsDataset dataset)) {
            return super.extractData(data, outputs, features);
        }
        Rows rows = dataset.rows();
        int[] id = dataset.labelIds();
        // LibLinear counts features from 1; the last is the bias, the same object in every row.
        FeatureNode bias = new FeatureNode(rows.columns() + 1, 1.0);
        FeatureNode[][] nodes = new FeatureNode[rows.size()][];
        double[][] target = new double[1][rows.size()];
        for (int r = 0; r < nodes.length; r++) {
            int[] entries = rows.ascending(r);
            FeatureNode[] own = new FeatureNode[entries.length + 1];
            for (int i = 0; i < entries.length; i++) {
                own[i] = new FeatureNode(rows.column[entries[i]] + 1, rows.value[entries[i]]);
            }
            own[entries.length] = bias;
            nodes[r] = own;
            target[0][r] = id[rows.label[r]];
        }
        return new Pair<>(nodes, target);
    }
}
