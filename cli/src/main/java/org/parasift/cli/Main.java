package org.parasift.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(name = "parasift", mixinStandardHelpOptions = true, version = "0.1.0")
public final class Main {
    Main() {}

    /** Runs. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
