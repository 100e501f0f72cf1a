package org.parasift.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A script that completes verbs and options in a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script with which bash or zsh completes verbs, options and their values.",
        footer = {
            "",
            "Examples:",
            "  source <(parasift completion bash)",
            "  parasift completion bash > ~/.local/share/bash-completion/completions/parasift",
            "  parasift completion zsh >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    /** A shell that understands the script. */
    enum Shell {
        /** GNU bash. */
        BASH,
        /** Z shell, which reads bash's scripts once it is told to. */
        ZSH
    }

    private static final Pattern VALUES = Pattern.compile("(\\w+_args)=\\(.*\\)");

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash (default) or zsh.")
    private Shell shell = Shell.BASH;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String script = AutoComplete.bash(
                "parasift", Objects.requireNonNull(spec).root().commandLine());
        if (shell == Shell.ZSH) {
            console.out().write("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");
        }
        console.out().write(lowerCaseValues(script.replace("\r\n", "\n")));
        console.out().flush();
        return Parasift.DONE;
    }

    /** The values of options as the help writes them; picocli offers them as Java's constants are called. */
    private static String lowerCaseValues(String script) {
        return VALUES.matcher(script)
                .replaceAll(list -> Matcher.quoteReplacement(
                        list.group().toLowerCase(Locale.ROOT).replaceFirst("^[a-z_]+", list.group(1))));
    }
}
