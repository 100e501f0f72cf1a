package org.parasift.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.parasift.cli.documents.Documents;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a verb that reads documents is given. */
final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders (every .txt in them, sorted) or - for standard input.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--lenient",
            description =
                    "Replace malformed UTF-8 and NUL by U+FFFD, count them, and end with 0 although records failed.")
    private boolean lenient;

    InputOptions() {}

    boolean lenient() {
        return lenient;
    }

    Documents open(Console console) throws IOException {
        return Documents.open(names, lenient, console.in());
    }
}
