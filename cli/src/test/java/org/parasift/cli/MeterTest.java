package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long seconds;

    private Console console(Console.Terminal terminal) {
        return new Console(
                new ByteArrayInputStream(new byte[0]),
                new RecordOutput(out, "standard output"),
                err,
                Path.of("."),
                terminal,
                true);
    }

    private Meter meter(Console console, boolean resultsOnStandardOutput) {
        return new Meter(console, resultsOnStandardOutput, () -> seconds * 1_000_000_000L);
    }

    private String said() {
        String text = err.toString(StandardCharsets.UTF_8);
        err.reset();
        return text;
    }

    @Test
    void aBarIsRewrittenInPlaceAndMakesWayForTalk() {
        Console console = console(new Console.Terminal(false, true));
        Meter meter = meter(console, true);
        meter.show(0.1, () -> "1 record");
        assertThat(said()).as("nothing in the first second").isEmpty();
        seconds = 10;
        meter.show(0.25, () -> "1 record");
        assertThat(said()).isEqualTo("\r\r[#####...............]  25 %  1 record, 0:30 left");
        console.complain("x");
        assertThat(said()).matches("\r +\rparasift: x\n\r\r\\[#####\\.+\\]  25 %  1 record, 0:30 left");
        seconds = 20;
        meter.show(-1, () -> "2 records");
        assertThat(said()).matches("\r +\r2 records");
        meter.close();
        assertThat(said()).isEqualTo("\r" + " ".repeat(9) + "\r");
        assertThat(out.size()).isZero();
    }

    /** A line that wrapped could not be rewritten: it would leave a trail. */
    @Test
    void aNarrowTerminalGetsTheFiguresWithoutTheBar() {
        Console console = console(new Console.Terminal(false, true, 40));
        Meter meter = meter(console, true);
        seconds = 10;
        meter.show(0.25, () -> "1 record, 1 records/s");
        assertThat(said()).isEqualTo("\r\r 25 %  1 record, 1 records/s, 0:30 left");
        seconds = 20;
        meter.show(0.5, () -> "1,234,567 records, 123,456 records/s");
        assertThat(said()).matches("\r +\r 50 %  1,234,567 records, 123,456 recor");
        assertThat(Console.Terminal.parse("2", "132")).isEqualTo(new Console.Terminal(false, true, 132));
        assertThat(Console.Terminal.parse("12", "0").columns()).isEqualTo(80);
        assertThat(Console.Terminal.parse("", "").columns()).isEqualTo(80);
    }

    @Test
    void withoutATerminalThereIsAPlainLineNowAndThen() {
        Meter meter = meter(console(Console.Terminal.NONE), true);
        for (seconds = 1; seconds <= 25; seconds++) {
            double share = seconds / 100.0;
            meter.show(share, () -> seconds + " records");
        }
        assertThat(said()).isEqualTo(" 10 %  10 records, 1:30 left\n 20 %  20 records, 1:20 left\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void noBarIsDrawnOverResultsOnTheSameTerminal() {
        Console console = console(new Console.Terminal(true, true));
        assertThat(console.hasStatus(true)).isFalse();
        assertThat(console.hasStatus(false)).isTrue();
    }

    @Test
    void timesAreReadable() {
        assertThat(Meter.clockTime(4.6)).isEqualTo("0:05");
        assertThat(Meter.clockTime(754)).isEqualTo("12:34");
        assertThat(Meter.clockTime(3723)).isEqualTo("1:02:03");
    }

    @Test
    void onATerminalTheEndIsCountedWithTheLayout(@TempDir Path root) throws IOException {
        Run.trained(root);
        String prose =
                "The minister told reporters in the capital on Tuesday that talks with Iran would go on, and that"
                        + " American troops would leave Iraq by the end of the month.\n";
        Path one = Files.writeString(root.resolve("one.txt"), "Title\n\n" + prose);
        Run run = Run.on(new Console.Terminal(true, true), root, "", "classify", one, "--to", "text");
        assertThat(run.err()).isEqualTo("done      1 record; plain text with blank lines\n");
        assertThat(run.out()).contains("\u001B[32mKEEP\u001B[0m");
        Path two = Files.writeString(root.resolve("two.txt"), "Title\nThe talks go on.\n");
        Run both = Run.in(root, "", "classify", one, two, "--to", "jsonl");
        assertThat(both.err()).isEqualTo("done      2 records; plain text with blank lines 1, bare newlines 1\n");
        assertThat(both.lines()[0]).contains("\"layout\": \"blank-lines\"");
        assertThat(both.lines()[1]).contains("\"layout\": \"bare-newlines\"");
    }
}
