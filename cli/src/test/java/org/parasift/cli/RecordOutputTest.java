package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordOutputTest {
    @Test
    void whatIsWrittenAfterTheEndIsNotWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordOutput out = new RecordOutput(bytes, "x");
        out.write("whole\n");
        out.end();
        out.write("late\n");
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("whole\n");
    }

    @Test
    void writesOnlyWholeRecordsAtATime() throws IOException {
        StringBuilder ends = new StringBuilder();
        RecordOutput out = new RecordOutput(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new AssertionError("byte by byte");
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        ends.append((char) bytes[from + length - 1]);
                    }
                },
                "x");
        for (int i = 0; i < 50_000; i++) {
            out.write("record " + i + "\n");
        }
        out.flush();
        assertThat(ends.toString()).matches("\n+").hasSizeLessThan(20);
    }

    @Test
    void aClosedPipeEndsTheRunWithoutAWord(@TempDir Path root) {
        assertThat(runInto(root, "Broken pipe")).isEqualTo("0 ");
    }

    @Test
    void aFullDiskIsSaid(@TempDir Path root) {
        assertThat(runInto(root, "No space left on device"))
                .isEqualTo("1 parasift: standard output: No space left on device\n");
    }

    private static String runInto(Path root, String failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new RecordOutput(broken, "standard output"),
                err,
                root,
                Console.Terminal.NONE,
                false);
        int code = Parasift.run(console, "--version");
        assertThatThrownBy(() -> {
                    RecordOutput out = new RecordOutput(broken, "disk");
                    out.write("x");
                    out.flush();
                })
                .isInstanceOf(IOException.class);
        return code + " " + err.toString(StandardCharsets.UTF_8);
    }
}
