package org.parasift.train.fit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.parasift.classify.Trees;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Grows boosted trees with Tribuo's XGBoost and turns them into {@link Trees}, which must give the same probabilities for
 * every row. One thread, so that sums do not depend on the machine's load.
 */
public final class TreeFitter {
    private static final List<String> LABELS = List.of("0", "1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TreeFitter() {}

    /**
     * Grows trees.
     *
     * @return trees with one output, the log-odds of the rows labelled 1
     * @throws TooFewRowsException if all rows have the same label
     * @throws ParityException if the exported trees do not score as the trained ones
     */
    public static Trees fit(ColumnTable table, TreeSpec spec, long seed) {
        Tribuo.silence();
        requireBothLabels(table);
        MutableDataset<Label> data = dataset(table);
        XGBoostModel<Label> model = new XGBoostClassificationTrainer(
                        BoosterType.GBTREE,
                        TreeMethod.HIST,
                        spec.rounds(),
                        spec.rate(),
                        0,
                        spec.depth(),
                        spec.leastCover(),
                        spec.rowShare(),
                        spec.columnShare(),
                        spec.lambda(),
                        0,
                        1,
                        LoggingVerbosity.SILENT,
                        seed)
                .train(data);
        int[] output = new int[LABELS.size()];
        for (int l = 0; l < output.length; l++) {
            output[model.getOutputIDInfo().getID(new Label(LABELS.get(l)))] = l;
        }
        Trees trees = export(model, table.columns(), output).difference();
        requireParity(model.predict(data), table, trees);
        return trees;
    }

    private static void requireBothLabels(ColumnTable table) {
        int second = 0;
        for (int r = 0; r < table.size(); r++) {
            second += table.label(r);
        }
        if (second == 0 || second == table.size()) {
            throw new TooFewRowsException(
                    second + " of " + table.size() + " rows have the second label (expected some of both)");
        }
    }

    private static MutableDataset<Label> dataset(ColumnTable table) {
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("parasift columns", RowsDataset.NO_TIME, new LabelFactory()),
                new LabelFactory());
        // Names in the order of the columns, which is then Tribuo's order too.
        String[] names = new String[table.columns().size()];
        for (int c = 0; c < names.length; c++) {
            names[c] = String.format(Locale.ROOT, "c%04d", c);
        }
        double[] values = new double[names.length];
        for (int r = 0; r < table.size(); r++) {
            float[] row = table.row(r);
            for (int c = 0; c < row.length; c++) {
                values[c] = row[c];
            }
            Example<Label> example = new ArrayExample<>(new Label(LABELS.get(table.label(r))), names, values);
            example.setWeight(table.weight(r));
            data.add(example);
        }
        return data;
    }

    private static Trees export(XGBoostModel<Label> model, List<String> columns, int[] output) {
        Trees.Builder builder = Trees.builder(columns, new double[LABELS.size()]);
        try {
            String[] dump = model.getInnerModels().get(0).getModelDump("", true, "json");
            for (int tree = 0; tree < dump.length; tree++) {
                builder.tree(output[tree % LABELS.size()], node(JSON.readTree(dump[tree])));
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost gives no trees", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.build();
    }

    private static Trees.Node node(JsonNode json) {
        double cover = json.path("cover").asDouble();
        if (json.has("leaf")) {
            return new Trees.Node.Leaf((float) json.get("leaf").asDouble(), cover);
        }
        int yes = json.get("yes").asInt();
        List<Trees.Node> children = new ArrayList<>();
        JsonNode first = json.get("children").get(0);
        JsonNode second = json.get("children").get(1);
        boolean inOrder = first.get("nodeid").asInt() == yes;
        children.add(node(inOrder ? first : second));
        children.add(node(inOrder ? second : first));
        return new Trees.Node.Split(
                Integer.parseInt(json.get("split").asText().substring(1)),
                (float) json.get("split_condition").asDouble(),
                json.get("missing").asInt() == yes,
                children.get(0),
                children.get(1));
    }

    private static void requireParity(List<Prediction<Label>> predictions, ColumnTable table, Trees trees) {
        for (int r = 0; r < table.size(); r++) {
            Label second =
                    Objects.requireNonNull(predictions.get(r).getOutputScores().get(LABELS.get(1)));
            double trained = second.getScore();
            double exported = 1 / (1 + Math.exp(-trees.score(table.row(r))));
            if (!(Math.abs(trained - exported) <= Fitter.TOLERANCE)) {
                throw new ParityException(String.format(
                        Locale.ROOT, "row %d: P = %.9f as exported, %.9f as trained", r, exported, trained));
            }
        }
    }
}
