package org.parasift.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.bench.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the pages of a report again, or holds two reports against each other, without measuring. */
@Command(
        name = "render",
        description = "Writes the pages of a report again beside it; with --against, compares two reports.",
        sortOptions = false,
        footer = {"", "Examples:", "  parasift bench render new.json --against old.json"})
final class RenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "REPORT.json", description = "A report of an earlier run.")
    private Path file = Path.of("");

    @Option(names = "--against", paramLabel = "REPORT.json", description = "An older report to compare with.")
    private @Nullable Path against;

    @Option(
            names = "--factor",
            paramLabel = "F",
            defaultValue = "1.2",
            description = "How many times slower is a failure. Default: ${DEFAULT-VALUE}.")
    private double factor = 1.2;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Report report = Report.read(file);
        Path name = Objects.requireNonNull(file.getFileName(), "a file that was read has a name");
        String stem = name.toString().replaceFirst("\\.json$", "");
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file that was read has a folder");
        new Reports(folder).render(stem, report);
        return against == null ? 0 : Reports.compare(Report.read(against), report, factor, terminal);
    }
}
