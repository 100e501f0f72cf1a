package org.parasift.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.bench.quality.QualityReport;
import org.parasift.bench.quality.QualityRun;
import org.parasift.bench.quality.Variants;
import org.parasift.bench.report.RunInfo;
import org.parasift.train.news.LabelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how right the news model is. */
@Command(
        name = "quality",
        description =
                "Fits news models without a fifth of the data, by article and by site, and scores them on that fifth;"
                        + " spliced articles, other topics, the seeds and pages of other collections as well. Prints and writes"
                        + " quality.md and quality.json.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  parasift bench quality --data ../shared/data",
            "  parasift bench quality --data ../shared/data --quick --out quick/"
        })
final class QualityCommand implements Callable<Integer> {
    private static final int FOLDS = 5;
    private static final int QUICK_FOLDS = 2;
    private static final int THREADS = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The folder of the data.")
    private Path data = Path.of("");

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Label files without text, which name paragraphs of articles-raw; subjects.csv says what its articles"
                            + " are about. Default: those of labels/.")
    private List<Path> labels = new ArrayList<>();

    @Option(names = "--quick", description = "Two folds and few trees: a smoke test, not a result.")
    private boolean quick;

    @Option(names = "--ablation", description = "Also without each part of the recipe; takes several times as long.")
    private boolean ablation;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of folds, training, splices and bootstraps. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes. Default: bench/reports, with --quick bench/target/reports.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        if (!Files.isDirectory(data)) {
            throw new ParameterException(spec.commandLine(), "--data " + data + ": no such folder");
        }
        QualityRun run = new QualityRun(
                data, labelFiles(), Reports.root().resolve("seeds"), quick ? QUICK_FOLDS : FOLDS, THREADS, seed);
        RunInfo info = RunInfo.here("quality", Reports.root(), "", "", "");
        Variants variants = Variants.of(seed, quick);
        QualityReport report =
                run.run(variants.usual(), sets -> ablation ? variants.others(sets) : new TreeMap<>(), what -> {
                    progress.println(what);
                    progress.flush();
                });
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("Measured", info.date());
        conditions.put("Commit", info.commit());
        conditions.put("JDK", info.jdk());
        conditions.put("Recipe", variants.text());
        String page = Reports.in(out, !quick).write(report, conditions);
        terminal.print(page);
        terminal.flush();
        return 0;
    }

    private LabelFiles labelFiles() throws IOException {
        return labels.isEmpty() ? LabelFiles.in(Reports.root().resolve("labels")) : LabelFiles.of(labels);
    }
}
