package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program says of itself: help, manual pages, completion. */
class HelpTest {
    @TempDir
    Path root;

    static Stream<String> verbs() {
        return Stream.of(
                "train",
                "adapt",
                "evaluate",
                "tune",
                "compare",
                "classify",
                "clean",
                "restore",
                "explain",
                "inspect",
                "bench",
                "completion",
                "man");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpWithExamplesAndAManualPage(String verb) throws Exception {
        assertThat(Run.in(root, "", "--help").out()).containsPattern("(?m)^  " + verb + " +[A-Z]");
        Run page = Run.in(root, "", "man", verb);
        assertThat(page.code()).isZero();
        assertThat(page.out())
                .startsWith(".TH PARASIFT\\-" + verb.toUpperCase(java.util.Locale.ROOT) + " 1 ")
                .contains("\n.SH NAME\nparasift\\-" + verb + " \\- ", "\n.SH EXAMPLES\n.nf\n", "\n.SH EXIT STATUS\n")
                .doesNotContain("%%");
        Path groff = Path.of("/usr/bin/groff");
        if (Files.isExecutable(groff)) {
            Path file = Files.writeString(root.resolve("page.1"), page.out());
            Run set = process(List.of(groff.toString(), "-man", "-Tutf8", "-ww", file.toString()));
            assertThat(set.err()).as("what groff warns of").isEmpty();
            assertThat(set.out()).contains("parasift-" + verb);
        }
        if (!verb.equals("bench")) {
            Run help = Run.in(root, "", verb, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out())
                    .contains("Usage: parasift " + verb, "\nExamples:\n  ", "\nOptions:\n")
                    .doesNotContain("\u001B[", "%%");
            assertThat(help.err()).isEmpty();
        }
    }

    @Test
    void theProgramHasAManualPageOfItsVerbs() {
        String page = Run.in(root, "", "man").out();
        verbs().forEach(verb -> assertThat(page).contains("\n.TP\n.B " + verb + "\n"));
        Run none = Run.in(root, "", "man", "frobnicate");
        assertThat(none.code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(none.err()).contains("no verb 'frobnicate' (expected one of train, ");
    }

    @Test
    void benchIsListedAndSaysWhereItIs() {
        Run run = Run.in(root, "", "bench", "tokenizers", "--quick");
        assertThat(run.code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(run.err()).contains("start them with ./parasift bench").hasLineCount(1);
    }

    @Test
    void nothingAskedIsWrongUsageAndTheVersionIsKnown() {
        assertThat(Run.in(root, "").code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(Run.in(root, "").err()).contains("Usage: parasift");
        assertThat(Run.in(root, "", "--version").out()).startsWith("parasift ");
    }

    @Test
    void helpIsColouredOnATerminalOnly() {
        Run run = Run.on(new Console.Terminal(true, false), root, "", "classify", "--help");
        assertThat(run.out()).contains("\u001B[");
    }

    @Test
    void bashCompletesVerbsAndOptions() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "needs bash");
        Path script = Files.writeString(
                root.resolve("completion"),
                Run.in(root, "", "completion", "bash").out());
        assertThat(completed(script, "parasift", "cl"))
                .contains("classify", "clean")
                .doesNotContain("train");
        assertThat(completed(script, "parasift", "classify", "--res")).contains("--resume");
        assertThat(completed(script, "parasift", "clean", "--to", "")).containsIgnoringCase("jsonl");
        assertThat(completed(script, "parasift", "classify", "--to", "j")).contains("jsonl");
        assertThat(completed(script, "parasift", "classify", "--from", "w")).contains("warc");
        Run zsh = Run.in(root, "", "completion", "zsh");
        assertThat(zsh.out()).startsWith("autoload -U +X compinit").contains("complete -F _complete_parasift");
        assertThat(Run.in(root, "", "completion", "csh").code()).isEqualTo(Parasift.WRONG_USAGE);
    }

    @Test
    void zshReadsTheScript() throws Exception {
        Path zsh = Stream.of("/bin/zsh", "/usr/bin/zsh")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("zsh"));
        assumeTrue(Files.isExecutable(zsh), "needs zsh");
        Path script = Files.writeString(
                root.resolve("completion"),
                Run.in(root, "", "completion", "zsh").out());
        String setUp = "ZDOTDIR='" + root + "'; source '" + script + "'; print -r -- $_comps[parasift]";
        Run run = process(List.of(zsh.toString(), "-f", "-c", setUp));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("_bash_complete", "_complete_parasift");
    }

    private String completed(Path script, String... words) throws Exception {
        StringBuilder line = new StringBuilder("compopt() { :; }; source '" + script + "'; COMP_WORDS=(");
        for (String word : words) {
            line.append('\'').append(word).append("' ");
        }
        line.append("); COMP_CWORD=").append(words.length - 1);
        line.append("; _complete_parasift; printf '%s\\n' \"${COMPREPLY[@]}\"");
        Run run = process(List.of("/bin/bash", "-c", line.toString()));
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private Run process(List<String> words) throws IOException, InterruptedException {
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        int code = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
