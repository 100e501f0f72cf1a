package org.parasift.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a verb has around it: three streams, the project's folder, and whether a person is looking. Results go to
 * {@link #out()}, talk to {@link #err()}; both are UTF-8 with line feeds whatever the locale.
 */
final class Console {
    /**
     * Which streams are terminals, and how wide.
     *
     * @param out standard output
     * @param err standard error
     * @param columns chars in a line
     */
    record Terminal(boolean out, boolean err, int columns) {
        static final Terminal NONE = new Terminal(false, false);

        private static final int USUAL = 80;

        /** As wide as most. */
        Terminal(boolean out, boolean err) {
            this(out, err, USUAL);
        }

        /** As the launcher says it: {@code 1} and {@code 2}, in any order; and the width, if it knows that. */
        static Terminal parse(String streams, String width) {
            boolean known = width.matches("[1-9][0-9]{0,3}");
            return new Terminal(streams.contains("1"), streams.contains("2"), known ? Integer.parseInt(width) : USUAL);
        }
    }

    private static final int HELP = 100;

    private final InputStream in;
    private final RecordOutput out;
    private final PrintWriter err;
    private final Path root;
    private final Terminal terminal;
    private final boolean colours;
    private String status = "";
    private @Nullable OutputFiles files;

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

    /** Whether a line of talk may be rewritten in place: nobody else writes to that terminal. */
    boolean hasStatus(boolean resultsOnStandardOutput) {
        return terminal.err() && !(resultsOnStandardOutput && terminal.out());
    }

    /** The most chars of a line that is rewritten in place: the last column stays free, or the line would wrap. */
    int width() {
        return Math.max(1, terminal.columns() - 1);
    }

    /** The most chars of a line of help. */
    int helpWidth() {
        return terminal.out() ? Math.max(60, Math.min(HELP, terminal.columns())) : HELP;
    }

    /** Whether talk goes to a terminal. */
    boolean isTalkOnTerminal() {
        return terminal.err();
    }

    /** Whether results on standard output may be coloured. */
    boolean isColoured() {
        return colours && terminal.out();
    }

    /** A line of talk. */
    synchronized void say(String line) {
        String kept = status;
        status("");
        err.print(line + "\n");
        status(kept);
        err.flush();
    }

    /** A line that stays the last one and is rewritten in place; an empty one goes away. */
    synchronized void status(String line) {
        String shown = line.length() <= width() ? line : line.substring(0, width());
        if (!shown.equals(status)) {
            err.print("\r" + " ".repeat(status.length()) + "\r" + shown);
            err.flush();
            status = shown;
        }
    }

    /** One line that begins with the program's name: all that is ever said of an error. */
    void complain(String message) {
        say("parasift: " + message.replace('\n', ' ').replace('\r', ' '));
    }

    /** The files that are being written; {@link #end} leaves them so that they can be continued. */
    void writing(OutputFiles open) {
        files = open;
    }

    /** The machine goes down: no record is cut in two, and what is done is kept. */
    void end() {
        out.end();
        OutputFiles open = files;
        if (open != null) {
            open.interrupt();
        }
        status("");
    }
}
