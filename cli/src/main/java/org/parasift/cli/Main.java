package org.parasift.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Objects;

/** Where the program starts and ends. What it does is {@link Parasift}'s business; this class knows the machine. */
public final class Main {
    private Main() {}

    /** Runs a verb and ends the virtual machine with its exit code. */
    public static void main(String[] args) {
        // Not System.out, which would keep a closed pipe to itself.
        Console console = new Console(
                System.in,
                new RecordOutput(new FileOutputStream(FileDescriptor.out), "standard output"),
                System.err,
                Path.of(System.getProperty("parasift.root", ".")),
                Console.Terminal.parse(
                        System.getProperty("parasift.terminal", ""), System.getProperty("parasift.columns", "")),
                Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty());
        // Ctrl-C: no record is cut in two, and what is done can be continued.
        Runtime.getRuntime().addShutdownHook(new Thread(console::end, "end of output"));
        int code = Parasift.run(console, args);
        System.exit(code);
    }
}
