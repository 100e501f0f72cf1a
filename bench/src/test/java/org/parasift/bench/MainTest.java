package org.parasift.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-benchmark",
                "tokenizers.noSuchMethod",
                "--no-such-option",
                "--factor 0.5",
                "--factor x",
                "--forks 0",
                "render",
                "--against"
            })
    void wrongUsageIsTwoAndOneLine(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("--help shows the usage");
    }

    @Test
    void helpIsZero() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--against").contains("--quick").contains("Exit codes");
    }

    @Test
    void everyHelpHasExamples() {
        List<CommandLine> all = new ArrayList<>(List.of(Main.commandLine()));
        all.addAll(all.get(0).getSubcommands().values());
        assertThat(all).hasSizeGreaterThan(3);
        for (CommandLine command : all) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                assertThat(command.getUsageMessage())
                        .contains("--help", "\nExamples:\n  parasift bench ")
                        .as(command.getCommandName());
            }
        }
        assertThat(run("render", "--help")).isZero();
        assertThat(out.toString()).contains("Examples:");
    }

    @Test
    void listNamesFloorsClassesAndTheirQuestions() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString())
                .contains("model\n")
                .contains("token\n")
                .contains("tokenizers     How fast do the tokenizers");
    }

    @Test
    void missingReportIsOne(@TempDir Path folder) {
        String missing = folder.resolve("none.json").toString();
        assertThat(run("tokenizers", "--against", missing)).isEqualTo(1);
        assertThat(err.toString()).contains("none.json: no such file");
    }

    @Test
    void brokenReportIsOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), "[1");
        assertThat(run("render", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("broken.json: not a report");
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
