package org.parasift.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.bench.process.EndToEnd;
import org.parasift.bench.report.Report;
import org.parasift.bench.report.RunInfo;
import org.parasift.bench.text.LabelledText;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures whole programs. */
@Command(
        name = "endtoend",
        description =
                "Runs whole programs, same file in, labels out: parasift classify, fasttext predict (if installed),"
                        + " and Tribuo's text pipeline. They take turns; medians and ranges of time, peak memory, share of right"
                        + " labels.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  parasift bench endtoend",
            "  parasift bench endtoend --data agnews-train.csv --test agnews-test.csv --trainer liblinear --mb 200"
        })
final class EndToEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "TRAIN.csv",
            description = "Labelled rows to train on. Default: generated from the seeds.")
    private @Nullable Path data;

    @Option(names = "--test", paramLabel = "TEST.csv", description = "Rows to label. Default: those trained on.")
    private @Nullable Path test;

    @Option(names = "--label-column", paramLabel = "NAME", defaultValue = "label", description = "Default: label.")
    private String labelColumn = "label";

    @Option(names = "--text-column", paramLabel = "NAME", defaultValue = "text", description = "Default: text.")
    private String textColumn = "text";

    @Option(
            names = "--trainer",
            paramLabel = "TRAINER",
            defaultValue = "logistic",
            description = "Of parasift train. Default: ${DEFAULT-VALUE}.")
    private String trainer = "logistic";

    @Option(
            names = "--mb",
            paramLabel = "N",
            defaultValue = "50",
            description = "The texts are repeated until the file has N MB. Default: ${DEFAULT-VALUE}.")
    private int megabytes = 50;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each program labels the file. Default: ${DEFAULT-VALUE}.")
    private int runs = 5;

    @Option(
            names = "--against",
            paramLabel = "REPORT.json",
            description = "Print the change since an earlier report; exit 1 if ours has become slower than --factor.")
    private @Nullable Path against;

    @Option(
            names = "--factor",
            paramLabel = "F",
            defaultValue = "1.2",
            description = "How many times slower is a failure. Default: ${DEFAULT-VALUE}.")
    private double factor = 1.2;

    @Option(names = "--out", paramLabel = "DIR", description = "Where reports go. Default: bench/reports.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        if (megabytes < 1 || runs < 1 || !(factor >= 1)) {
            throw new ParameterException(spec.commandLine(), "--mb, --runs and --factor: expected at least 1");
        }
        Report before = against == null ? null : Report.read(against);
        List<LabelledText> train = data == null ? LabelledText.generated(10_000_000) : read(data);
        List<LabelledText> texts = test == null ? train : read(test);
        String input = String.format(
                Locale.ROOT,
                "trained on %s (%d rows); labelled %s, repeated to %d MB",
                data == null ? "texts generated from the seeds" : name(data),
                train.size(),
                test == null ? "the same rows" : name(test),
                megabytes);
        RunInfo info = RunInfo.here(
                "whole programs" + (data == null ? "" : ", " + name(data)),
                Reports.root(),
                "as the launcher sets them; PARASIFT_JAVA_OPTS="
                        + System.getenv().getOrDefault("PARASIFT_JAVA_OPTS", ""),
                "whole processes in turn, trained once, " + runs + " runs each; trainer " + trainer,
                input);
        Report report = EndToEnd.here(train, texts, megabytes * 1_000_000L, runs, Reports.root(), trainer)
                .run(info, what -> {
                    progress.println(what);
                    progress.flush();
                });
        String stem = "endtoend" + (data == null ? "" : "-" + name(data).replaceFirst("\\.csv$", ""));
        Reports.in(out, true).write(stem + "-jdk" + Runtime.version().feature(), report, terminal);
        terminal.flush();
        return before == null ? 0 : Reports.compare(before, report, factor, terminal);
    }

    private List<LabelledText> read(Path file) throws IOException {
        CsvColumns columns = CsvColumns.USUAL.withLabel(labelColumn).withText(textColumn);
        return CorpusReader.readCsv(file, columns).counted().stream()
                .map(example -> new LabelledText(example.label(), example.text()))
                .toList();
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName(), "a file that was read has a name")
                .toString();
    }
}
