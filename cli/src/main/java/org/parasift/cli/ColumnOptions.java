package org.parasift.cli;

import org.parasift.train.corpus.CsvColumns;
import picocli.CommandLine.Option;

/** What the columns of a labelled CSV file are called. */
final class ColumnOptions {
    @Option(names = "--article-column", paramLabel = "NAME", defaultValue = "article", description = "default: article")
    private String article = "article";

    @Option(
            names = "--paragraph-column",
            paramLabel = "NAME",
            defaultValue = "paragraph",
            description = "default: paragraph")
    private String paragraph = "paragraph";

    @Option(names = "--label-column", paramLabel = "NAME", defaultValue = "label", description = "default: label")
    private String label = "label";

    @Option(names = "--text-column", paramLabel = "NAME", defaultValue = "text", description = "default: text")
    private String text = "text";

    @Option(names = "--kind-column", paramLabel = "NAME", defaultValue = "kind", description = "default: kind")
    private String kind = "kind";

    @Option(names = "--sure-column", paramLabel = "NAME", defaultValue = "sure", description = "default: sure")
    private String sure = "sure";

    @Option(names = "--site-column", paramLabel = "NAME", defaultValue = "site", description = "default: site")
    private String site = "site";

    ColumnOptions() {}

    CsvColumns columns() {
        return new CsvColumns(article, paragraph, label, text, kind, sure, site);
    }
}
