package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import picocli.CommandLine.Option;

/** How labelled data is read. */
final class DataOptions {
    /** What a parameter for labelled data says of itself. */
    static final String DATA = "A labelled CSV file (- for standard input), or a folder of articles with labels.csv.";

    @Option(names = "--lenient", description = "Replace malformed UTF-8 by U+FFFD and count it.")
    private boolean lenient;

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

    DataOptions() {}

    boolean lenient() {
        return lenient;
    }

    CsvColumns columns() {
        return new CsvColumns(article, paragraph, label, text, kind, sure, site);
    }

    /** Reads a file, a folder, or standard input. */
    Corpus read(Console console, @Nullable Path data) throws IOException {
        if (data == null) {
            throw new IllegalStateException("picocli requires the parameter");
        }
        return OutputOptions.isDash(data)
                ? CorpusReader.read(console.in().readAllBytes(), "standard input", columns(), lenient)
                : CorpusReader.read(data, columns(), lenient);
    }
}
