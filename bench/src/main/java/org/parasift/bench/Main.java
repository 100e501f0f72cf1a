package org.parasift.bench;

import java.io.IOException;
import org.parasift.bench.report.ReportException;
import org.parasift.train.corpus.InputException;
import picocli.CommandLine;

/** Starts {@code parasift bench}. Exit codes: 0 done, 1 slower than asked for, bad input or I/O, 2 wrong usage. */
public final class Main {
    private Main() {}

    /** Runs the program and exits. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand())
                .setParameterExceptionHandler((e, args) -> {
                    CommandLine line = e.getCommandLine();
                    String name = line.getCommandSpec().qualifiedName();
                    line.getErr().println(name + ": " + e.getMessage() + "; " + name + " --help shows the usage");
                    line.getErr().flush();
                    return 2;
                })
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof IOException
                            || e instanceof ReportException
                            || e instanceof InputException
                            || e instanceof BenchException) {
                        line.getErr().println("parasift bench: " + message(e));
                        line.getErr().flush();
                        return 1;
                    }
                    throw e;
                });
    }

    private static String message(Exception e) {
        if (e instanceof java.nio.file.NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
