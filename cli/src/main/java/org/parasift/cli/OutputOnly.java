package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the output of a verb goes that is written in one go. */
final class OutputOnly {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete (default: -, standard output).")
    private @Nullable Path output;

    OutputOnly() {}

    /** Writes the output. */
    interface Body {
        void write(RecordOutput out) throws IOException;
    }

    /** Whether a file was named. */
    boolean toFile() {
        return output != null && !OutputOptions.isDash(output);
    }

    /** Runs, and completes the file if there is one. */
    void write(Console console, Body body) throws IOException {
        if (output == null || !toFile()) {
            body.write(console.out());
            console.out().flush();
            return;
        }
        try (OutputFile file = OutputFile.open(output, 0)) {
            body.write(file.out());
            file.complete();
        }
    }
}
