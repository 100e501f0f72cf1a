package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
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
            Run run = launch(Map.of("LC_ALL", locale), "classify", "-m", "model/parasift.psm", "Ärger im Golf.txt");
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
        Run run = shell("'" + LAUNCHER + "' classify -m model/parasift.psm many | head -n 2");
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(3);
    }

    /** The whole of a file that grows; then the signal. */
    private static void until(Path file, Process process) throws Exception {
        for (int i = 0; i < 600 && process.isAlive() && (!Files.exists(file) || Files.size(file) == 0); i++) {
            Thread.sleep(100);
        }
        assertThat(file).as("in time, before the process ended").exists();
    }

    private static String record(int i) {
        return "{\"id\":\"" + i + "\",\"text\":\"The talks of day " + i + " go on.\\nFollow us on Twitter\"}\n";
    }

    private static String records(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(record(i));
        }
        return lines.toString();
    }

    /** Feeds records until the run has noted how far it is. */
    private static void feed(Process process, Path note) throws Exception {
        OutputStream in = process.getOutputStream();
        for (int i = 0; i < 600 && !Files.exists(note); i++) {
            in.write(record(i).getBytes(StandardCharsets.UTF_8));
            in.flush();
            Thread.sleep(50);
        }
        assertThat(note).exists();
    }

    @Test
    void ctrlCEndsWithWholeRecords() throws Exception {
        Path many = here.resolve("many.jsonl");
        Files.writeString(many, records(200_000));
        Path out = here.resolve("interrupted.csv");
        Process process = start(out, "classify", many.toString());
        until(out, process);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor()).isEqualTo(130);
        String written = Files.readString(out);
        assertThat(written).endsWith("\n");
        List<String> lines = written.lines().toList();
        assertThat(lines.size()).isBetween(3, 400_000);
        assertThat(lines.get(lines.size() - 1)).matches("\\d+,[01],\\d+,\\d+,[a-z-]+,[01]\\.\\d{6},[A-Z]+,.*");
    }

    @Test
    void killedAndInterruptedRunsContinue() throws Exception {
        Path input = here.resolve("records.jsonl");
        Files.writeString(input, records(700));
        Path whole = here.resolve("whole.csv");
        String[] command = {"classify", "-", "--from", "jsonl", "-o"};
        assertThat(shell("'" + LAUNCHER + "' classify - --from jsonl -o '" + whole + "' < '" + input + "'")
                        .code())
                .isZero();
        for (String signal : new String[] {"-KILL", "-INT"}) {
            Path out = here.resolve("continued" + signal + ".csv");
            Path note = here.resolve("continued" + signal + ".csv.resume");
            Process process = start(
                    here.resolve("nothing"), command[0], command[1], command[2], command[3], command[4], out + "");
            feed(process, note);
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor()).isEqualTo(signal.equals("-KILL") ? 137 : 130);
            assertThat(out).doesNotExist();
            Run resumed =
                    shell("'" + LAUNCHER + "' classify - --from jsonl --resume -o '" + out + "' < '" + input + "'");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(out).hasSameBinaryContentAs(whole);
            assertThat(note).doesNotExist();
        }
    }

    @Test
    void twoProcessesCannotWriteTheSameFile() throws Exception {
        Path out = here.resolve("same.csv");
        Process first = start(here.resolve("nothing"), "classify", "-", "--from", "jsonl", "-o", out.toString());
        for (int i = 0; i < 600 && !Files.exists(here.resolve("same.csv.partial")); i++) {
            Thread.sleep(50);
        }
        Run second = shell("echo Follow us | '" + LAUNCHER + "' classify - -o '" + out + "'");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).isEqualTo("parasift: " + out + ": another run is writing it\n");
        try (OutputStream in = first.getOutputStream()) {
            in.write(record(1).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(first.waitFor()).isZero();
        assertThat(out).content().hasLineCount(3);
    }

    @Test
    void aFullDiskBehindStandardOutputIsSaid() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "needs /dev/full");
        Run run = shell("echo Follow us | '" + LAUNCHER + "' classify - > /dev/full");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("parasift: standard output: No space left on device\n");
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(launch(Map.of(), "classify", "-m", "model/parasift.psm", "none.txt")
                        .code())
                .isEqualTo(1);
        assertThat(launch(Map.of(), "classify", "--no-such-option").code()).isEqualTo(2);
        assertThat(launch(Map.of(), "classify", "-m", "none.psm", "-").code()).isEqualTo(3);
    }

    /** Starts the launcher, which becomes the program; its standard input is ours. */
    private static Process start(Path out, String... args) throws IOException {
        List<String> words = new ArrayList<>(List.of(LAUNCHER.toString()));
        words.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(here.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PARASIFT_JAVA_OPTS", "-Dparasift.root=.");
        return builder.start();
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
