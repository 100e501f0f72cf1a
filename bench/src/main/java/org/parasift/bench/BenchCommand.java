package org.parasift.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.parasift.bench.report.JmhResults;
import org.parasift.bench.report.Report;
import org.parasift.bench.report.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Runs JMH benchmarks and makes a report of them. */
@Command(
        name = "parasift bench",
        description = "Measures Parasift against named peers and writes a report (JSON, Markdown, HTML).",
        subcommands = {
            AccuracyCommand.class,
            EndToEndCommand.class,
            QualityCommand.class,
            RenderCommand.class,
            TribuoCommands.Train.class,
            TribuoCommands.Predict.class
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Reports go to bench/reports, those of --quick to bench/target/reports.",
            "-Dbench.corpus=FILE in PARASIFT_JAVA_OPTS measures on your own text instead of the generated English,",
            "-Dbench.articles=FILE.jsonl.gz the built-in model on your own articles (lines of JSON with a text).",
            "Exit codes: 0 done, 1 slower than --factor allows, bad input or I/O, 2 wrong usage.",
            "",
            "Examples:",
            "  parasift bench --list",
            "  parasift bench tokenizers --quick",
            "  parasift bench tokenizers.lucene tokenizers.parasift --forks 3",
            "  parasift bench token --against bench/reports/token-jdk17.json"
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "What to run: a floor (token), a class (tokenizers), or one method of a class"
                    + " (tokenizers.lucene). Default: everything. --list names them.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--quick", description = "One fork, short iterations, small inputs: a smoke test, not a result.")
    private boolean quick;

    @Option(names = "--forks", paramLabel = "N", description = "Virtual machines a benchmark. Default: 5, quick 1.")
    private @Nullable Integer forks;

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

    @Option(names = "--out", paramLabel = "DIR", description = "Where reports and their history go.")
    private @Nullable Path out;

    @Option(names = "--list", description = "List what can be run, and exit.")
    private boolean list;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help, and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Catalog catalog = Catalog.load();
        if (list) {
            terminal.print(catalog.list());
            terminal.flush();
            return 0;
        }
        if (!(factor >= 1)) {
            throw usage("--factor " + factor + ": expected at least 1");
        }
        if (forks != null && forks < 1) {
            throw usage("--forks " + forks + ": expected at least 1");
        }
        List<String> includes;
        try {
            includes = catalog.includes(names);
        } catch (BenchException e) {
            throw usage(e.getMessage() == null ? "" : e.getMessage());
        }
        Report before = against == null ? null : Report.read(against); // read first: the run may overwrite it
        Report report = measure(includes);
        Reports.in(out, !quick).write(stem(), report, terminal);
        terminal.flush();
        return before == null ? 0 : Reports.compare(before, report, factor, terminal);
    }

    private Report measure(List<String> includes) throws IOException {
        Profile profile = quick ? Profile.QUICK : Profile.FULL;
        if (forks != null) {
            profile = profile.withForks(forks);
        }
        String corpus = System.getProperty("bench.corpus", "");
        String articles = System.getProperty("bench.articles", "");
        int bytes = Integer.getInteger("bench.bytes", profile.bytes());
        String input = String.format(
                        Locale.ROOT,
                        "%s, %.1f MB, one paragraph String a call; MB are 10^6 bytes of UTF-8",
                        corpus.isEmpty()
                                ? "made from the seeds by the seeded generator"
                                : Path.of(corpus).getFileName(),
                        corpus.isEmpty() ? bytes / 1e6 : Files.size(Path.of(corpus)) / 1e6)
                + (articles.isEmpty()
                        ? ""
                        : "; articles of " + Path.of(articles).getFileName());
        List<String> jvmArgs = new ArrayList<>(Profile.JVM_ARGS);
        RunInfo run = RunInfo.here(title(), Reports.root(), String.join(" ", jvmArgs), profile.text(), input);
        jvmArgs.add("-Dbench.bytes=" + bytes);
        if (!corpus.isEmpty()) {
            jvmArgs.add("-Dbench.corpus=" + corpus);
        }
        if (!articles.isEmpty()) {
            jvmArgs.add("-Dbench.articles=" + articles);
        }

        Path result = Files.createTempFile("parasift-bench", ".json");
        try {
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .mode(Mode.Throughput)
                    .timeUnit(TimeUnit.SECONDS)
                    .forks(profile.forks())
                    .warmupIterations(profile.warmups())
                    .warmupTime(profile.time())
                    .measurementIterations(profile.iterations())
                    .measurementTime(profile.time())
                    .threads(1)
                    .jvmArgs(jvmArgs.toArray(new String[0]))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .resultFormat(ResultFormatType.JSON)
                    .result(result.toString());
            includes.forEach(options::include);
            new Runner(options.build()).run();
            return JmhResults.report(run, result);
        } catch (RunnerException e) {
            throw new BenchException("the run failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(result);
        }
    }

    private String title() {
        return names.isEmpty() ? "everything" : String.join(", ", names);
    }

    /** {@code tokenizers-scripts-jdk17}: the same run overwrites its older report; the history keeps both. */
    private String stem() {
        String what = names.isEmpty() ? "all" : String.join("-", names);
        return what.toLowerCase(Locale.ROOT) + "-jdk" + Runtime.version().feature() + (quick ? "-quick" : "");
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
