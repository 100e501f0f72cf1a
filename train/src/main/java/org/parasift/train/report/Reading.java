package org.parasift.train.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.parasift.classify.Decision;
import org.parasift.classify.DecisionPolicy;
import org.parasift.classify.Explanation;
import org.parasift.classify.Reason;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.eval.Prediction;

/** The parts of the report that are read, not looked at: the worst errors and the articles with their decisions. */
final class Reading {
    private static final int CHARS = 1500;
    private static final int ERROR_CHARS = 400;

    private final Html page;
    private final List<String> labels;
    private final DecisionPolicy policy;
    private final Findings findings;

    Reading(Html page, List<String> labels, DecisionPolicy policy, Findings findings) {
        this.page = page;
        this.labels = labels;
        this.policy = policy;
        this.findings = findings;
    }

    /** The surest errors. */
    void errors(long wrong) {
        page.section("errors", "The worst errors");
        List<Prediction> worst = findings.worst();
        page.element(
                "p",
                worst.isEmpty()
                        ? "None: every row got its label."
                        : worst.size() < wrong
                                ? "The " + worst.size() + " surest of " + Figures.count(wrong, "error")
                                        + ". Some may be errors of the labels."
                                : "All " + Figures.count(wrong, "error") + ", the surest first.");
        page.raw("<ol class=\"errors\">");
        for (Prediction row : worst) {
            Example example = row.example();
            page.raw("<li>");
            page.element(
                    "p class=\"where\"",
                    example.article().id()
                            + (single(example) ? "" : ", paragraph " + example.paragraph())
                            + (example.site().isEmpty() ? "" : " · " + example.site()));
            page.raw("<p class=\"verdict\">is <b>" + Html.escape(truth(example)) + "</b>, was given <b>"
                    + Html.escape(row.label()) + "</b> with "
                    + Html.escape(Figures.probability(findings.confidence(row))) + "</p>");
            page.element("blockquote", cut(example.text(), ERROR_CHARS));
            findings.why(example).ifPresent(why -> page.element("p class=\"reasons\"", reasons(why)));
            page.raw("</li>");
        }
        page.raw("</ol>").end();
    }

    /** The articles, each paragraph with its decision. */
    void articles(Corpus corpus) {
        List<List<Prediction>> shown = findings.articles();
        boolean all = shown.size() == corpus.articles().size();
        String noun = corpus.plain() ? "text" : "article";
        page.section("articles", corpus.plain() ? "Texts" : "Articles");
        page.element(
                "p",
                (all
                                ? "All " + Figures.count(shown.size(), noun) + "."
                                : "Shown: the " + shown.size() + " of "
                                        + Figures.count(corpus.articles().size(), noun) + " with most errors (at most "
                                        + Findings.ARTICLES + " " + noun + "s or about "
                                        + Figures.count(Findings.PARAGRAPHS) + " paragraphs).")
                        + " Point at or tap a paragraph for its reasons; on paper they are printed.");
        boolean decides = labels.contains(policy.dropLabel());
        if (decides) {
            page.raw("<p class=\"legend\"><span class=\"code keep\">K</span> keep <span class=\"code review\">R</span>"
                    + " review <span class=\"code drop\">D</span> drop <span class=\"code none\">–</span> not scored"
                    + " <span class=\"mark\">✗</span> label differs from the true one</p>");
        }
        Map<String, Map<Integer, Example>> unscored = new HashMap<>();
        for (Example row : corpus.examples()) {
            if (!row.counts()) {
                unscored.computeIfAbsent(row.article().id(), id -> new TreeMap<>())
                        .put(row.paragraph(), row);
            }
        }
        for (List<Prediction> own : shown) {
            article(
                    own,
                    decides,
                    unscored.getOrDefault(own.get(0).example().article().id(), Map.of()));
        }
        page.end();
    }

    private void article(List<Prediction> own, boolean decides, Map<Integer, Example> unscored) {
        Article article = own.get(0).example().article();
        Map<Integer, Prediction> rows = new HashMap<>();
        own.forEach(row -> rows.put(row.example().paragraph(), row));
        long wrong = own.stream().filter(Findings::wrong).count();
        String site = own.get(0).example().site();
        page.raw("<article>");
        page.element("h3", article.id());
        page.element(
                "p class=\"note\"",
                (site.isEmpty() ? "" : site + " · ") + Figures.count(own.size(), "row") + ", "
                        + (wrong == 0 ? "no error" : Figures.count(wrong, "error")));
        for (int p = 0; p < article.paragraphs().size(); p++) {
            Prediction row = rows.get(p);
            if (row == null) {
                String note = unscored.containsKey(p) ? "not sure, not scored" : "no label";
                page.raw("<div class=\"p none\"><span class=\"code none\">–</span><p>"
                        + Html.escape(cut(article.text(p), CHARS)) + " <small>" + note + "</small></p></div>");
            } else {
                paragraph(row, decides);
            }
        }
        page.raw("</article>");
    }

    private void paragraph(Prediction row, boolean decides) {
        Example example = row.example();
        boolean wrong = Findings.wrong(row);
        double probability =
                decides ? row.probabilities().get(labels.indexOf(policy.dropLabel())) : findings.confidence(row);
        Decision decision = decides ? policy.decide(probability) : Decision.KEEP;
        String style = decides ? decision.name().toLowerCase(Locale.ROOT) : "none";
        String shown = Figures.probability(probability);
        String about = (decides ? decision + ", P(" + policy.dropLabel() + ") " : row.label() + " ")
                + shown
                + (wrong ? "; is " + truth(example) : "; rightly " + truth(example));
        String why = findings.why(example).map(Reading::reasons).orElse("no model");
        String title = about + "\n" + why;
        page.raw("<div class=\"p " + style + (wrong ? " wrong" : "") + "\" tabindex=\"0\" title=\""
                + Html.escape(title) + "\"><span class=\"code " + style + "\">"
                + (decides ? decision.name().substring(0, 1) : "") + "</span><span class=\"prob\">"
                + Html.escape(shown) + (wrong ? "<br><span class=\"mark\">✗</span>" : "") + "</span><p>"
                + Html.escape(cut(example.text(), CHARS))
                + (wrong ? " <small>is " + Html.escape(truth(example)) + "</small>" : "")
                + "</p><p class=\"why\">" + Html.escape(about + " — " + why) + "</p></div>");
    }

    private static String truth(Example example) {
        return example.label() + (example.kind().isEmpty() ? "" : " (" + example.kind() + ")");
    }

    private static boolean single(Example example) {
        return example.article().paragraphs().size() == 1;
    }

    /** The strongest reasons with the label they speak for. */
    private static String reasons(Explanation why) {
        List<String> parts = new ArrayList<>();
        for (Reason reason : why.reasons()) {
            parts.add(Figures.signed(reason.contribution()) + " " + visible(Wording.of(reason)));
        }
        return "for " + why.label() + ": " + (parts.isEmpty() ? "nothing known" : String.join("; ", parts));
    }

    private static String visible(String feature) {
        return feature.replace("\n", "␊");
    }

    /** A text of at most so many chars; no pair is cut in two. */
    static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars;
        return text.substring(0, end) + "… (" + Figures.count(text.length() - end) + " more characters)";
    }
}
