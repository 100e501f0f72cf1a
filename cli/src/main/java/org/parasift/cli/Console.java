package org.parasift.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a verb has around it: three streams, the project's folder, and whether a person is looking. Results go to
 * {@link #out()}, talk to {@link #err()}; both are UTF-8 with line feeds whatever the locale.
 */
final class Console {
    /** Which streams are terminals. */
    record Terminal(boolean out, boolean err) {
        static final Terminal NONE = new Terminal(false, false);

        /** As the launcher says it: {@code 1} and {@code 2}, in any order. */
        static Terminal parse(String text) {
            return new Terminal(text.contains("1"), text.contains("2"));
        }
    }

    private final InputStream in;
    private final RecordOutput out;
    private final PrintWriter err;
    private final Path root;
    private final Terminal terminal;
    private final boolean colours;

    Console(InputStream in, RecordOutput out, OutputStream err, Path root, Terminal terminal, boolean coloursWanted) {
        this.in = in;
        this.out = out;
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.root = root.toAbsolutePath().normalize();
        this.terminal = terminal;
        this.colours = coloursWanted;
    }

    InputStream in() {
        return in;
    }

    RecordOutput out() {
        return out;
    }

    /** Flushed at the end of every line. */
    PrintWriter err() {
        return err;
    }

    /** Where seeds and models are. */
    Path root() {
        return root;
    }

    /** Whether standard output is a terminal. */
    boolean isTerminal() {
        return terminal.out();
    }

    /** Whether talk goes to a terminal. */
    boolean isTalkOnTerminal() {
        return terminal.err();
    }

    /** Whether results may be coloured. */
    boolean isColoured() {
        return colours && terminal.out();
    }

    /** A line of talk. */
    void say(String line) {
        err.print(line + "\n");
        err.flush();
    }

    /** One line that begins with the program's name: all that is ever said of an error. */
    void complain(String message) {
        say("parasift: " + message.replace('\n', ' ').replace('\r', ' '));
    }
}
