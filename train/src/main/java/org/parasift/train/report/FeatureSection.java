package org.parasift.train.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.parasift.classify.Model;

/** What the model looks at: the strongest weights, or what the columns of its trees contribute. */
final class FeatureSection {
    private static final int STRONGEST = 15;

    private final Report report;
    private final Html page;
    private final Model model;
    private final Findings findings;

    FeatureSection(Report report, Html page) {
        this.report = report;
        this.page = page;
        this.model = report.model();
        this.findings = report.findings();
    }

    void features() {
        page.section("features", "Strongest features");
        if (model.trees().isPresent() && !findings.influences(1).isEmpty()) {
            influences();
            return;
        }
        if (model.size() == 0 || model.names().isEmpty()) {
            page.element(
                            "p",
                            "This model is not a table of named weights; the reasons beside each paragraph show what"
                                    + " counts.")
                    .end();
            return;
        }
        page.raw("<div class=\"figures\">");
        for (int l = 0; l < report.labels().size(); l++) {
            int label = model.labels().indexOf(report.labels().get(l));
            if (label < 0) {
                continue;
            }
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < model.size(); row++) {
                if (model.names().containsKey(model.key(row)) && model.weight(row, label) > 0) {
                    rows.add(row);
                }
            }
            rows.sort(Comparator.comparingDouble((Integer row) -> -model.weight(row, label))
                    .thenComparing(
                            row -> Objects.requireNonNullElse(model.names().get(model.key(row)), "")));
            double most = rows.isEmpty() ? 1 : model.weight(rows.get(0), label);
            page.raw("<div>").element("h3", "For " + report.labels().get(l));
            List<Charts.Share> shares = new ArrayList<>();
            rows.stream()
                    .limit(STRONGEST)
                    .forEach(row -> shares.add(new Charts.Share(
                            Objects.requireNonNullElse(model.names().get(model.key(row)), ""),
                            model.weight(row, label) / most,
                            Figures.signed(model.weight(row, label)))));
            Charts.shares(page, shares);
            page.raw("</div>");
        }
        page.raw("</div>")
                .element(
                        "p class=\"note\"",
                        "Weights of the model"
                                + (report.split().isPresent()
                                        ? " fitted on all rows; held-out models differ a little."
                                        : "."))
                .end();
    }

    private void influences() {
        List<Findings.Influence> strongest = findings.influences(STRONGEST);
        List<Charts.Share> shares = new ArrayList<>();
        for (Findings.Influence column : strongest) {
            shares.add(new Charts.Share(
                    column.column(),
                    column.size() / strongest.get(0).size(),
                    Figures.score(column.size())
                            + (report.labels().size() == 2
                                    ? ", for " + report.labels().get(1) + " in " + Figures.percent(column.forIt())
                                    : "")));
        }
        Charts.shares(page, shares);
        page.element(
                        "p class=\"note\"",
                        "Mean size of what each column adds to or takes from the score, over a sample of "
                                + report.rows(findings.sampled()) + ".")
                .end();
    }
}
