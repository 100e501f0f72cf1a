package org.parasift.bench.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parasift.bench.text.LabelledText;
import org.parasift.train.fit.TrainerSpec;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.classification.mnb.MultinomialNaiveBayesTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.data.text.impl.BasicPipeline;
import org.tribuo.data.text.impl.TextFeatureExtractorImpl;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.util.tokens.Tokenizer;

/**
 * Tribuo's own way from texts to a model: {@code BasicPipeline} with words and word pairs (each feature counts once),
 * {@code MutableDataset}, and a trainer: logistic regression by {@code LinearSGDTrainer} with AdaGrad unless another is
 * given.
 */
public final class TribuoText {
    static final int EPOCHS = 5;
    static final double RATE = 1.0;
    static final double EPSILON = 0.1;
    static final long SEED = 1;

    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.tribuo"), Logger.getLogger("com.oracle.labs.mlrg.olcut"));

    private final TextFeatureExtractorImpl<Label> extractor;

    /** A pipeline over a tokenizer, for one thread. */
    public TribuoText(Tokenizer tokenizer) {
        SILENCED.forEach(logger -> logger.setLevel(Level.SEVERE));
        extractor = new TextFeatureExtractorImpl<>(new BasicPipeline(tokenizer, 2));
    }

    /** The features of a text. */
    public Example<Label> extract(String text) {
        return extractor.extract(LabelFactory.UNKNOWN_LABEL, text);
    }

    /** Features and fit by logistic regression. */
    public LinearSGDModel train(List<LabelledText> texts) {
        return (LinearSGDModel) train(texts, trainer(new TrainerSpec.Logistic(EPOCHS, RATE, EPSILON)));
    }

    /** Tribuo's trainer of these settings; its solver for support vectors is the one in the dual, as Tribuo's default is. */
    static Trainer<Label> trainer(TrainerSpec spec) {
        if (spec instanceof TrainerSpec.Logistic of) {
            return new LinearSGDTrainer(
                    new LogMulticlass(), new AdaGrad(of.rate(), of.epsilon()), of.epochs(), -1, 1, SEED);
        }
        if (spec instanceof TrainerSpec.LibLinear of) {
            boolean svm = of.loss() == TrainerSpec.LibLinear.Loss.SVM;
            var type = new LinearClassificationType(svm ? LinearType.L2R_L2LOSS_SVC_DUAL : LinearType.L2R_LR);
            return new LibLinearClassificationTrainer(type, of.cost(), 1000, of.eps(), SEED);
        }
        return new MultinomialNaiveBayesTrainer(((TrainerSpec.NaiveBayes) spec).alpha());
    }

    /** Features and fit. */
    public Model<Label> train(List<LabelledText> texts, Trainer<Label> trainer) {
        var source = new SimpleDataSourceProvenance(
                "bench", OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new LabelFactory());
        MutableDataset<Label> data = new MutableDataset<>(source, new LabelFactory());
        for (LabelledText text : texts) {
            data.add(extractor.extract(new Label(text.label()), text.text()));
        }
        return trainer.train(data);
    }

    /** A model that {@code serializeToFile} wrote; only files of one's own may be loaded so. */
    public static Model<Label> load(Path file) throws IOException {
        return Model.deserializeFromFile(file).castModel(Label.class);
    }
}
