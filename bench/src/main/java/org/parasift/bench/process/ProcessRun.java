package org.parasift.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of a program.
 *
 * @param seconds from start to end by the clock
 * @param cpuSeconds of all its threads, as far as the system tells
 * @param peakBytes the most memory it held at a time (VmHWM); 0 where the system does not tell
 */
public record ProcessRun(double seconds, double cpuSeconds, long peakBytes) {
    private static final long POLL_MILLIS = 5;

    /**
     * Runs a program to its end.
     *
     * @param out takes what it prints
     * @throws IOException if it cannot be started or fails; the message has the end of what it complained
     */
    public static ProcessRun of(List<String> command, Path out) throws IOException {
        Path complaints = Files.createTempFile("parasift-bench", ".err");
        Process process = null;
        try {
            long began = System.nanoTime();
            process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            long peak = 0;
            Duration cpu = Duration.ZERO;
            // The last look before the end may be one poll old; memory peaks are held long enough, CPU time is not
            // exact.
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peakBytes(process.pid()));
                cpu = process.info().totalCpuDuration().orElse(cpu);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue() + ": "
                        + lastLines(complaints));
            }
            return new ProcessRun(seconds, cpu.toNanos() / 1e9, peak);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            if (process != null) {
                process.destroy();
            }
            Files.deleteIfExists(complaints);
        }
    }

    private static long peakBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it ended between two looks, or this is no Linux
        }
    }

    private static String lastLines(Path file) throws IOException {
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                .strip();
        return text.length() > 500 ? "…" + text.substring(text.length() - 500) : text;
    }
}
