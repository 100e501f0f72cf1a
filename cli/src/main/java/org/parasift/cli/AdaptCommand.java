package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.cli.Parasift.NoModelException;
import org.parasift.text.Article;
import org.parasift.train.adapt.Adaptation;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.InputException;
import org.parasift.train.eval.PairedComparison;
import org.parasift.train.news.RawArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model for a new site. */
@Command(
        name = "adapt",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Takes the built-in model to a new site: it learns the site's words, from a few labelled articles and"
                        + " from articles without labels.",
        footer = {
            "",
            "A handful of labelled articles is what helps; articles without labels alone change little. With labels the",
            "model before and after is compared on articles held out, and one that came out worse is not written.",
            "",
            "Examples:",
            "  parasift adapt --unlabelled crawl/ labelled.csv -o site.psm",
            "  parasift adapt --unlabelled crawl.jsonl -o site.psm"
        })
final class AdaptCommand implements Callable<Integer> {
    private static final int LEAST_ARTICLES = 5;
    private static final int LEAST_GROUPS = 4;

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "LABELS.csv",
            description = "Labelled articles of the site: columns article, paragraph, label, text.")
    private @Nullable Path labels;

    @Option(
            names = "--unlabelled",
            required = true,
            paramLabel = "DIR",
            description =
                    "A folder or file of articles of the site, of any format that classify reads. May be repeated.")
    private List<String> unlabelled = new ArrayList<>();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.psm",
            description = "The adapted model; - for standard output, the text goes to standard error then.")
    private @Nullable Path output;

    @Option(names = "--anyway", description = "Write the model although it came out worse.")
    private boolean anyway;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice (default: 1).")
    private long seed;

    @Mixin
    private final DataOptions columns = new DataOptions();

    AdaptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path to = Objects.requireNonNull(output);
        Model old = model.read(console);
        if (!Adaptation.isPossible(old)) {
            throw new NoModelException(
                    model.shown() + ": no model of news articles (expected the built-in one, or one of --preset news)");
        }
        List<Article> articles = Unlabelled.read(console, unlabelled).stream()
                .map(RawArticle::article)
                .toList();
        if (articles.size() < LEAST_ARTICLES) {
            throw new InputException(
                    String.join(", ", unlabelled),
                    0,
                    Figures.count(articles.size(), "article"),
                    LEAST_ARTICLES + " or more");
        }
        Corpus labelled = labels == null ? Corpus.EMPTY : checked(columns.read(console, labels), old);
        Adaptation adapted = Adaptation.of(old, articles, labelled, seed);
        StringBuilder text = new StringBuilder(text(articles, labelled, adapted));
        boolean worse = false;
        if (labelled.articles().size() >= LEAST_GROUPS) {
            PairedComparison comparison = Adaptation.heldOut(old, articles, labelled, seed);
            worse = comparison.f1().value() < 0;
            text.append("\nheld out  by article, before and after\n\n")
                    .append(CompareCommand.table(comparison, "before", "after"));
        } else {
            text.append("warning   whether it is better nobody knows: that takes ")
                    .append(LEAST_GROUPS)
                    .append(" labelled articles or more\n");
        }
        int known = Adaptation.known(old, labelled);
        if (known > 0) {
            text.append("warning   the model was trained on ")
                    .append(Figures.count(known, "article"))
                    .append(" of these already: what it says of them before is no measure\n");
        }
        if (worse && !anyway) {
            talk(to, text.append("wrote     nothing: it came out worse (--anyway writes it)\n"));
            return Parasift.BAD_INPUT;
        }
        ModelOption.write(console, adapted.model(), to);
        talk(
                to,
                text.append("wrote     ")
                        .append(OutputOptions.isDash(to) ? "standard output" : to)
                        .append('\n'));
        return Parasift.DONE;
    }

    private static Corpus checked(Corpus corpus, Model model) {
        if (corpus.plain()) {
            throw new InputException(
                    corpus.file(), 0, "texts of their own", "articles: columns article, paragraph, label, text");
        }
        for (Example row : corpus.counted()) {
            if (!model.labels().contains(row.label())) {
                throw new InputException(
                        corpus.file(),
                        row.line(),
                        "label " + InputException.quote(row.label()),
                        "a label of the model: " + String.join(", ", model.labels()));
            }
        }
        return corpus;
    }

    private String text(List<Article> articles, Corpus labelled, Adaptation adapted) {
        return "model     " + model.shown() + "\n"
                + "learned   of " + Figures.count(labelled.counted().size(), "labelled paragraph") + " of "
                + Figures.count(labelled.articles().size(), "article") + "; of "
                + Figures.count(articles.size(), "article") + " without labels: "
                + Figures.count(adapted.sure(), "paragraph") + " of " + Figures.grouped(adapted.paragraphs())
                + " that the model is sure of, " + Figures.count(adapted.recurring(), "recurring line") + "\n"
                + "changed   the decision on " + Figures.count(adapted.changed(), "paragraph") + " of "
                + Figures.grouped(adapted.paragraphs()) + "\n";
    }

    /** Where the model goes to standard output, talk goes to standard error. */
    private void talk(Path to, CharSequence text) throws IOException {
        if (OutputOptions.isDash(to)) {
            console.say(text.toString().stripTrailing());
        } else {
            console.out().write(text);
            console.out().flush();
        }
    }
}
