package org.parasift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parasift.train.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether a page is wanted, and where. */
final class ReportOption {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write a page about it: one file, readable anywhere, with the texts of the data in it; - for"
                    + " standard output, the scores go to standard error then.")
    private @Nullable Path file;

    ReportOption() {}

    boolean isWanted() {
        return file != null;
    }

    /** Whether standard output is for the page. */
    boolean instead() {
        return OutputOptions.isDash(file);
    }

    /** Writes the page and says so. */
    void write(Console console, Report report) throws IOException {
        if (instead()) {
            console.out().write(report.html());
            console.out().flush();
        } else if (file != null) {
            OutputFile.write(file, report.html());
            console.say("report    " + file);
        }
    }

    /** What was typed, as a shell would take it again. */
    static String command(CommandSpec verb) {
        List<String> words = verb.root().commandLine().getParseResult().originalArgs();
        StringBuilder command = new StringBuilder("parasift");
        for (String word : words) {
            boolean bare = !word.isEmpty() && word.matches("[A-Za-z0-9_@%+=:,./-]+");
            command.append(' ').append(bare ? word : "'" + word.replace("'", "'\\''") + "'");
        }
        return command.toString();
    }
}
