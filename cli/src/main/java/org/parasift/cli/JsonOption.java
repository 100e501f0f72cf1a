package org.parasift.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parasift.train.eval.Evaluation;
import picocli.CommandLine.Option;

/** Whether figures are wanted as JSON, and where. */
final class JsonOption {
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures as JSON; - for standard output, instead of the text.")
    private @Nullable Path json;

    JsonOption() {}

    /** Whether standard output is for the JSON. */
    boolean instead() {
        return OutputOptions.isDash(json);
    }

    /** Writes the text, and the figures as they are wanted. */
    void write(Console console, String text, ObjectNode figures) throws IOException {
        if (instead()) {
            console.out().write(Evaluation.text(figures));
        } else {
            console.out().write(text);
            if (json != null) {
                OutputFile.write(json, Evaluation.text(figures));
            }
        }
        console.out().flush();
    }
}
