package org.parasift.bench.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.parasift.bench.text.LabelledText;
import org.parasift.classify.Link;
import org.parasift.classify.Model;
import org.parasift.features.FeatureExtractor;
import org.parasift.features.FeatureNames;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Page;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;

/**
 * One set of weights in two systems: trained by Tribuo's text pipeline (over our tokens, folded), and moved feature by
 * feature into our model. Both give the same label for every text and probabilities that differ by rounding only.
 *
 * @param tribuo the pipeline
 * @param trained its model
 * @param ours the same model in our form
 */
record SameWeights(TribuoText tribuo, LinearSGDModel trained, Model ours) {
    static SameWeights of(List<LabelledText> texts) {
        TribuoText tribuo = new TribuoText(new OurTokens());
        LinearSGDModel trained = tribuo.train(texts);
        FeatureRecipe recipe = FeatureRecipe.texts();
        Map<String, Long> keys = keys(texts, recipe.compile());

        TreeSet<String> sorted = new TreeSet<>();
        texts.forEach(text -> sorted.add(text.label()));
        List<String> labels = new ArrayList<>(sorted);
        DenseMatrix fitted = trained.getWeightsCopy();
        int[] id = labels.stream()
                .mapToInt(label -> trained.getOutputIDInfo().getID(new Label(label)))
                .toArray();
        int features = trained.getFeatureIDMap().size();
        long[] key = new long[features];
        double[] weights = new double[features * labels.size()];
        double[] bias = new double[labels.size()];
        for (VariableInfo feature : trained.getFeatureIDMap()) {
            int column = trained.getFeatureIDMap().getID(feature.getName());
            Long known = keys.get(feature.getName());
            if (known == null) {
                throw new IllegalStateException("Tribuo's feature " + feature.getName() + " is none of ours");
            }
            key[column] = known;
            for (int l = 0; l < id.length; l++) {
                weights[column * id.length + l] = fitted.get(id[l], column);
            }
        }
        for (int l = 0; l < id.length; l++) {
            bias[l] = fitted.get(id[l], features);
        }
        return new SameWeights(tribuo, trained, Model.linear(recipe, labels, Link.SOFTMAX, bias, key, weights));
    }

    /** Our keys by Tribuo's names: {@code word:the cat} is its {@code 2-N=the/cat}. */
    private static Map<String, Long> keys(List<LabelledText> texts, FeatureExtractor extractor) {
        FeatureNames names = new FeatureNames();
        Page page = new Page();
        for (LabelledText text : texts) {
            page.open(text.text(), extractor.tokenizer());
            extractor.extract(page, 0, names);
        }
        Map<String, Long> keys = new HashMap<>();
        names.byKey().forEach((key, name) -> {
            String words = name.substring(name.indexOf(':') + 1);
            boolean pair = words.indexOf(' ') >= 0;
            keys.put((pair ? "2-N=" : "1-N=") + words.replace(' ', '/'), key);
        });
        return keys;
    }
}
