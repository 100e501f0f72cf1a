package org.parasift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Names the verb that the launcher hands to a program of its own, so that help and completion know it. */
@Command(
        name = "bench",
        description = "Measures tokenizer, features and model against named peers, and writes a report.",
        footer = {
            "",
            "The benchmarks are a program of their own, bench/target/benchmarks.jar, which ./parasift builds and starts.",
            "",
            "Examples:",
            "  ./parasift bench --help",
            "  ./parasift bench --list"
        })
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Unmatched
    @SuppressWarnings({"UnusedVariable", "MismatchedQueryAndUpdateOfCollection"
    }) // whatever is asked, the answer is one
    private List<String> asked = new ArrayList<>();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.complain("the benchmarks are not in this jar (start them with ./parasift bench)");
        return Parasift.WRONG_USAGE;
    }
}
