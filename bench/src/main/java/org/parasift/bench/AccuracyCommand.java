package org.parasift.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.bench.accuracy.AccuracyRun;
import org.parasift.bench.quality.QualityReport;
import org.parasift.bench.report.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how often linear models over words are right. */
@Command(
        name = "accuracy",
        description =
                "Trains parasift, fasttext (if installed) and Tribuo's text pipeline on NAME-train.csv, settings chosen"
                        + " on training rows only, and counts right labels on NAME-test.csv. Prints and writes accuracy.md and"
                        + " accuracy.json.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  parasift bench accuracy --data ../shared/data",
            "  parasift bench accuracy --data ../shared/data --sets agnews --out agnews/"
        })
final class AccuracyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder of the data.")
    private Path data = Path.of("");

    @Option(
            names = "--sets",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "agnews,newsgroups",
            description = "Which sets. Default: ${DEFAULT-VALUE}.")
    private List<String> sets = List.of();

    @Option(names = "--quick", description = "One setting for each: a smoke test, not a result.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes. Default: bench/reports, with --quick bench/target/reports.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter progress = spec.commandLine().getErr();
        for (String set : sets) {
            for (String part : List.of("-train.csv", "-test.csv")) {
                if (!Files.isRegularFile(data.resolve(set + part))) {
                    throw new ParameterException(
                            spec.commandLine(), "--data " + data + ": there is no " + set + part + " in it");
                }
            }
        }
        RunInfo info = RunInfo.here("accuracy", Reports.root(), "", "", "");
        QualityReport report = AccuracyRun.here(
                        data, sets, quick, Reports.root(), Path.of(System.getProperty("java.class.path")))
                .run(what -> {
                    progress.println(what);
                    progress.flush();
                });
        String page = Reports.in(out, !quick)
                .write(report, Map.of("Measured", info.date() + ", commit " + info.commit() + ", " + info.jdk()));
        spec.commandLine().getOut().print(page);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
