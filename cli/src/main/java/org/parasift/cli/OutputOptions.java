package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the records of a verb go. */
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete (default: -, standard output).")
    private @Nullable Path output;

    @Option(
            names = "--resume",
            description = "Continue the interrupted run that was writing this output; no record twice, none lost.")
    private boolean resume;

    OutputOptions() {}

    /** Whether an interrupted run is continued. */
    boolean resume() {
        return resume;
    }

    /** Whether a file was named. */
    boolean toFile() {
        return output != null && !isDash(output);
    }

    /** The file, or nothing for standard output. */
    List<Path> files() {
        return output != null && toFile() ? List.of(output) : List.of();
    }

    /** Whether a path stands for standard input or output. */
    static boolean isDash(@Nullable Path path) {
        return path != null && path.toString().equals("-");
    }

    /** What is done with the outputs of a run. */
    interface Body {
        /** Writes to the files, or to standard output where there are none; returns the exit code. */
        int write(@Nullable OutputFiles files) throws IOException;
    }

    /**
     * Opens output and further files, runs, and completes them.
     *
     * @param others files beside the output
     * @param command what must be the same when the run is continued
     */
    int run(Console console, List<Path> others, String command, Body body) throws IOException {
        List<Path> paths = new ArrayList<>(files());
        paths.addAll(others);
        if (paths.isEmpty()) {
            return body.write(null);
        }
        try (OutputFiles files = OutputFiles.open(paths, resume, command)) {
            console.writing(files);
            int code = body.write(files);
            files.complete();
            return code;
        }
    }
}
