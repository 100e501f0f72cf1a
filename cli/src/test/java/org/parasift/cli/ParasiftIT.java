package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as people start it: the launcher, from another folder whose name has spaces. */
class ParasiftIT {
    private static final Path LAUNCHER = Run.PROJECT.resolve("parasift").toAbsolutePath();

    @TempDir
    static Path folder;

    private static Path here;

    @BeforeAll
    static void train() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        here = Files.createDirectories(folder.resolve("über all/my files"));
        Run run = launch(Map.of(), "train", Run.SEEDS.toAbsolutePath().toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("5 articles, 99 paragraphs", "two-line rule");
        assertThat(run.err()).doesNotContain("INFO", "WARNING");
    }

    @Test
    void classifiesAndCleansInAnyLocaleWithAnyName() throws Exception {
        Path article = here.resolve("Ärger im Golf.txt");
        Files.writeString(
                article,
                "Kyjiw: Präsident Selenskyj sagte ‘no’.\n\nRead more: 10 best phones –\n",
                StandardCharsets.UTF_8);
        for (String locale : new String[] {"C", "POSIX", "de_DE.ISO-8859-1", "C.UTF-8"}) {
            Run run = launch(Map.of("LC_ALL", locale), "classify", "Ärger im Golf.txt");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.lines()).hasSize(4);
            assertThat(run.lines()[1])
                    .startsWith("Ärger im Golf,0,0,")
                    .endsWith(",Kyjiw: Präsident Selenskyj sagte ‘no’.");
        }
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Path many = Files.createDirectories(here.resolve("many"));
        String text = Files.readString(Run.SEEDS.resolve("000_e9ef81e98f718a95.txt"));
        for (int i = 0; i < 200; i++) {
            Files.writeString(many.resolve(i + ".txt"), text);
        }
        Run run = shell("'" + LAUNCHER + "' classify many | head -n 2");
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(3);
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(launch(Map.of(), "classify", "none.txt").code()).isEqualTo(1);
        assertThat(launch(Map.of(), "classify", "--no-such-option").code()).isEqualTo(2);
        assertThat(launch(Map.of(), "classify", "-m", "none.psm", "-").code()).isEqualTo(3);
    }

    private static Run launch(Map<String, String> environment, String... args) throws Exception {
        List<String> words = new ArrayList<>(List.of(LAUNCHER.toString()));
        words.addAll(List.of(args));
        return process(environment, words);
    }

    private static Run shell(String line) throws Exception {
        return process(Map.of(), List.of("/bin/sh", "-c", line));
    }

    private static Run process(Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(here.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // The model goes here, not into the project's own folder.
        builder.environment().put("PARASIFT_JAVA_OPTS", "-Dparasift.root=.");
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
