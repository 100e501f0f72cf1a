package org.parasift.classify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parasift.features.FeatureExtractor;
import org.parasift.text.Article;
import org.parasift.text.Paragraph;

/**
 * Classifies the paragraphs of articles, and plain texts. Immutable and thread-safe: one is enough for a whole server.
 *
 * <pre>{@code
 * ParagraphClassifier classifier = ParagraphClassifier.builtIn();
 * for (Verdict verdict : classifier.classify(ParagraphSplitter.split("a1", text))) {
 *     System.out.println(verdict.decision() + " " + verdict.probability("spam"));
 * }
 * }</pre>
 */
public final class ParagraphClassifier {
    private final Model model;
    private final FeatureExtractor extractor;
    private final int dropLabel;
    private final ThreadLocal<Session> sessions = ThreadLocal.withInitial(this::session);

    private ParagraphClassifier(Model model) {
        this.model = model;
        this.extractor = model.recipe().compile(model.knowledge());
        this.dropLabel = model.labels().indexOf(model.policy().dropLabel());
    }

    /**
     * With the model that comes with this jar: for English news articles, one line a paragraph, its labels
     * {@code on-topic} (the story) and {@code spam} (the site around it, and parts of other stories). It is read at the
     * first call and shared by all.
     *
     * <p>It was made from scraped news articles of public collections whose licences permit it, and from nothing else; the
     * model's {@linkplain Model#manifest() manifest} names the files with their hashes and what the model is worth on
     * articles and sites it has not seen. On sites that it has not seen it errs more often; on other languages, on other
     * sorts of text and on single lines without their article it has not been measured.
     *
     * @throws ModelFormatException if the jar was built without a model
     */
    public static ParagraphClassifier builtIn() {
        return BuiltIn.classifier();
    }

    /**
     * With the model of a file.
     *
     * @throws ModelFormatException if the file is not a model that this version can use
     */
    public static ParagraphClassifier load(Path file) throws IOException {
        return of(ModelFile.read(file));
    }

    /** With a model. */
    public static ParagraphClassifier of(Model model) {
        return new ParagraphClassifier(model);
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** A verdict for each paragraph, in their order. */
    public List<Verdict> classify(Article article) {
        Session session = sessions.get();
        session.open(article);
        List<Verdict> verdicts = new ArrayList<>(article.paragraphs().size());
        for (Paragraph paragraph : article.paragraphs()) {
            verdicts.add(verdict(session, paragraph));
        }
        return verdicts;
    }

    /** The verdict on a text that stands alone; blank text and text of unknown words get the model's prior. */
    public Verdict classifyText(String text) {
        Session session = sessions.get();
        session.open(text);
        return verdict(session, new Paragraph(0, 0, 0, text.length()));
    }

    /** Why a paragraph gets its verdict. */
    public Explanation explain(Article article, int paragraph) {
        Session session = sessions.get();
        session.open(article);
        Verdict verdict = verdict(session, article.paragraphs().get(paragraph));
        boolean second = session.outputs() == 1 || model.link() == Link.EITHER;
        int label = second ? 1 : model.labels().indexOf(verdict.label());
        int output = session.outputs() == 1 ? 0 : second ? session.greatestOutput() : label;
        List<Reason> reasons = model.scorer().reasons(extractor, session.page(), paragraph, output);
        double ofNeighbours = session.score(output);
        for (Reason reason : reasons) {
            ofNeighbours -= reason.contribution();
        }
        if (ofNeighbours > 0 && model.smoothing().isPresent()) {
            reasons.add(new Reason("run", 1, ofNeighbours));
        }
        return new Explanation(verdict, model.labels().get(label), session.score(output), reasons);
    }

    /** A way to classify without allocating, for one thread. */
    public Session session() {
        return new Session(model, extractor);
    }

    private Verdict verdict(Session session, Paragraph paragraph) {
        int label = session.classify(paragraph.index());
        Decision decision = dropLabel < 0 ? Decision.KEEP : model.policy().decide(session.probability(dropLabel));
        return new Verdict(
                paragraph,
                model.labels().get(label),
                session.probability(label),
                decision,
                new Probabilities(model.labels(), session.probabilities()));
    }
}
