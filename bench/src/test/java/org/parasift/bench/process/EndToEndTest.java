package org.parasift.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.bench.report.Measurement;
import org.parasift.bench.report.Report;
import org.parasift.bench.report.RunInfo;
import org.parasift.bench.text.LabelledText;

/** The experiment with a program that only pretends to be ours. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EndToEndTest {
    private static final List<LabelledText> ROWS = List.of(
            new LabelledText("world news", "Two\nlines, \"quoted\""),
            new LabelledText("sport", "A match"),
            new LabelledText("sport", "?!"));

    /** Trains by copying, labels every text as sport, as {@code parasift classify --to labels} would print it. */
    private static final String PROGRAM = """
            #!/bin/sh
            case $1 in
            train) cp "$2" "$8" ;;
            classify)
                shift 9
                while IFS= read -r line; do echo sport; done <"$1" ;;
            esac
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySystemTrainsOnceAndLabelsEveryTextAsOftenAsAsked() throws Exception {
        Report report = endToEnd(PROGRAM, 3).run(info(), what -> {});
        assertThat(report.measurements())
                .extracting(Measurement::key)
                .containsExactly("EndToEnd train.parasift", "EndToEnd predict.parasift");
        Measurement predict = report.measurements().get(1);
        assertThat(predict.low()).isLessThanOrEqualTo(predict.value());
        assertThat(predict.more()).containsEntry("right", "0.5000");
        assertThat(report.raw()).hasSize(4);
        assertThat(report.measurements().get(0).more()).containsKeys("model MB", "peak MB", "seconds");
    }

    @Test
    void textsAreOneLineEachAndThoseWithoutLettersAreLeftOut() {
        EndToEnd run = EndToEnd.here(ROWS, ROWS, 1, 1, folder, "logistic");
        assertThat(run.train())
                .containsExactly(
                        new LabelledText("world-news", "Two lines, quoted"), new LabelledText("sport", "A match"));
    }

    @Test
    void missingLabelsAreNoticed() {
        String lazy = PROGRAM.replace("shift 9", "exit 0");
        assertThatThrownBy(() -> endToEnd(lazy, 1).run(info(), what -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("parasift gave 0 labels for");
    }

    @Test
    void failureNamesTheProgramAndWhatItSaid() {
        assertThatThrownBy(() -> ProcessRun.of(List.of("sh", "-c", "echo no such model >&2; exit 3"), out()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 3: no such model");
        assertThatThrownBy(() -> ProcessRun.of(List.of("/no/such/program"), out()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void timeIsMeasuredFromStartToEnd() throws Exception {
        assertThat(ProcessRun.of(List.of("sleep", "0.3"), out()).seconds()).isBetween(0.29, 30.0);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void peakMemoryIsThatOfTheProgram() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path source = Files.writeString(
                folder.resolve("Hold.java"),
                "class Hold { public static void main(String[] a) throws Exception {"
                        + " byte[] b = new byte[200 << 20]; java.util.Arrays.fill(b, (byte) 1);"
                        + " Thread.sleep(100); System.out.println(b[b.length - 1]); } }");
        ProcessRun run = ProcessRun.of(List.of(java, "-Xmx400m", source.toString()), out());
        assertThat(run.peakBytes() / 1e6).isGreaterThan(200);
        assertThat(run.cpuSeconds()).isGreaterThan(0);
        assertThat(Files.readString(out()).strip()).isEqualTo("1");
    }

    private EndToEnd endToEnd(String program, int runs) throws IOException {
        Path launcher = Files.writeString(folder.resolve("parasift"), program);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        List<LabelledText> rows =
                EndToEnd.here(ROWS, ROWS, 1, 1, folder, "logistic").train();
        return new EndToEnd(rows, rows, 1000, runs, List.of(new Rivals.Parasift(launcher, "logistic", 1)));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static RunInfo info() {
        return new RunInfo("t", "2026-01-01T00:00:00Z", "c", "cpu", 1, "m", "os", "0", "jdk", "", "", "", Map.of());
    }
}
