package org.parasift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page in roff, made of the same words as {@code --help}, so that they never differ. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /** The page of the program or of one of its verbs. */
    static String of(CommandSpec spec) {
        ManPage page = new ManPage();
        page.write(spec);
        return page.page.toString();
    }

    private void write(CommandSpec spec) {
        String name = spec.qualifiedName("-");
        String[] description = spec.usageMessage().description();
        page.append(".TH ")
                .append(escape(name.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" \"")
                .append(escape(String.join(" ", spec.root().version())))
                .append("\"\n");
        section("NAME");
        String all = percent(String.join(" ", description));
        int end = all.indexOf(". ");
        text(name + " - " + (end < 0 ? all.replaceAll("[.]$", "") : all.substring(0, end)));
        section("SYNOPSIS");
        Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
        text(help.synopsis(0).strip().replaceAll("\\s+", " "));
        section("DESCRIPTION");
        text(all);
        verbs(spec);
        List<PositionalParamSpec> positional = spec.positionalParameters();
        if (positional.stream().anyMatch(parameter -> !parameter.hidden())) {
            section("PARAMETERS");
            positional.forEach(parameter -> item(parameter.paramLabel(), parameter.description()));
        }
        section("OPTIONS");
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
                List<String> names = new ArrayList<>(List.of(option.names()));
                item(String.join(", ", names) + value, option.description());
            }
        }
        section("EXIT STATUS");
        spec.root().usageMessage().exitCodeList().forEach((code, meaning) -> item(code, meaning));
        footer(spec.usageMessage().footer());
    }

    private void verbs(CommandSpec spec) {
        if (!spec.subcommands().isEmpty()) {
            section("COMMANDS");
            for (CommandLine verb : spec.subcommands().values()) {
                CommandSpec own = verb.getCommandSpec();
                item(own.name(), own.usageMessage().description());
            }
        }
    }

    /** Prose is filled, examples stay as they are. */
    private void footer(String[] lines) {
        boolean examples = false;
        StringBuilder notes = new StringBuilder();
        for (String line : lines) {
            String plain = percent(line);
            if (!examples && plain.startsWith("Example")) {
                section("NOTES", notes);
                section("EXAMPLES");
                page.append(".nf\n");
                examples = true;
            } else if (examples) {
                page.append(escape(plain.stripLeading())).append('\n');
            } else {
                notes.append(plain).append(' ');
            }
        }
        if (examples) {
            page.append(".fi\n");
        } else {
            section("NOTES", notes);
        }
    }

    private void section(String title, StringBuilder text) {
        if (!text.toString().isBlank()) {
            section(title);
            text(text.toString().strip());
        }
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void item(String term, String... description) {
        page.append(".TP\n.B ").append(escape(term)).append('\n');
        text(percent(String.join(" ", description)));
    }

    private void text(String text) {
        page.append(escape(text)).append('\n');
    }

    /** What picocli takes for format codes. */
    private static String percent(String text) {
        return text.replace("%%", "%").replace("%n", " ");
    }

    /** No char of the text is taken for a request. */
    private static String escape(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
