package org.parasift.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Under what conditions a report was measured.
 *
 * @param title what was measured
 * @param date when the run began, ISO 8601, to the minute, UTC
 * @param commit of the project, {@code +} after it when the work tree was not clean; {@code unknown} outside a repository
 * @param cpu as the system names it
 * @param cores available to the virtual machine
 * @param memory of the machine
 * @param os name and release
 * @param load of the machine in the minute before the run; much of it makes the report worthless
 * @param jdk virtual machine and its version
 * @param flags of the measured virtual machines
 * @param method forks, iterations and the like
 * @param input what was read
 * @param versions of the peers, by name
 */
public record RunInfo(
        String title,
        String date,
        String commit,
        String cpu,
        int cores,
        String memory,
        String os,
        String load,
        String jdk,
        String flags,
        String method,
        String input,
        Map<String, String> versions) {
    public RunInfo {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** The conditions of a run that begins here and now. */
    public static RunInfo here(String title, Path root, String flags, String method, String input) throws IOException {
        var os = ManagementFactory.getOperatingSystemMXBean();
        String memory = "unknown";
        if (os instanceof com.sun.management.OperatingSystemMXBean machine) {
            memory = Math.round(machine.getTotalMemorySize() / (double) (1 << 30)) + " GB";
        }
        return new RunInfo(
                title,
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                readCommit(root),
                readCpu(),
                Runtime.getRuntime().availableProcessors(),
                memory,
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                String.format(Locale.ROOT, "%.2f", os.getSystemLoadAverage()),
                System.getProperty("java.vm.name") + " " + Runtime.version() + " (" + System.getProperty("java.vendor")
                        + ")",
                flags,
                method,
                input,
                readVersions());
    }

    private static Map<String, String> readVersions() throws IOException {
        Properties properties = new Properties();
        try (var in = RunInfo.class.getResourceAsStream("/org/parasift/bench/versions.properties")) {
            if (in == null) {
                throw new IOException("versions.properties is missing from the jar");
            }
            properties.load(in);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.forEach((name, version) -> versions.put((String) name, (String) version));
        return versions;
    }

    private static String readCpu() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuinfo)) {
            try (Stream<String> lines = Files.lines(cpuinfo)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch"); // a nicety of the report, not worth failing for
            }
        }
        return System.getProperty("os.arch");
    }

    private static String readCommit(Path root) {
        String head = git(root, "rev-parse", "--short=10", "HEAD");
        boolean dirty =
                !git(root, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return head.isEmpty() ? "unknown" : head + (dirty ? "+" : "");
    }

    /** What git says; nothing if there is no git or no repository. */
    private static String git(Path root, String... arguments) {
        List<String> command = Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(arguments))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
