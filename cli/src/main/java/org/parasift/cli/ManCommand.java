package org.parasift.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The help as a manual page. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = "Prints the manual page of the program or of a verb, in the form that man reads.",
        footer = {
            "",
            "Examples:",
            "  parasift man | man -l -",
            "  parasift man classify > ~/.local/share/man/man1/parasift-classify.1"
        })
final class ManCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "VERB", description = "A verb (default: the program itself).")
    private @Nullable String verb;

    @Spec
    private @Nullable CommandSpec spec;

    ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec own = Objects.requireNonNull(spec);
        CommandSpec shown = own.root();
        if (verb != null) {
            CommandLine named = shown.subcommands().get(verb);
            if (named == null) {
                throw new ParameterException(
                        own.commandLine(),
                        "no verb '" + verb + "' (expected one of "
                                + String.join(", ", shown.subcommands().keySet()) + ")");
            }
            shown = named.getCommandSpec();
        }
        console.out().write(ManPage.of(shown));
        console.out().flush();
        return Parasift.DONE;
    }
}
