package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of its own, whose {@code mvnw} and {@code java} only tell what they were asked. The folder's
 * name has spaces.
 */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
                *-XshowSettings*) echo "    java.specification.version = ${FAKE_VERSION:-17}" >&2; exit 0 ;;
                --list-modules) echo "${FAKE_MODULE:-jdk.compiler@17}"; exit 0 ;;
            esac
            for arg; do case $arg in -jar) ;; -X* | -D*) ;; *) printf '[%s]' "$arg" ;; esac; done
            echo
            exit "${FAKE_CODE:-0}"
            """;
    private static final String MVNW = """
            #!/bin/sh
            echo "built $*" >>mvnw.log
            [ -z "${FAKE_BUILD_FAILS:-}" ] || exit 1
            case "$*" in
                *bench*) mkdir -p bench/target; echo x >bench/target/benchmarks.jar ;;
                *) mkdir -p cli/target; echo x >cli/target/parasift.jar ;;
            esac
            echo "maven talks"
            """;

    @TempDir
    Path folder;

    private Path root;
    private Path launcher;

    @BeforeEach
    void project() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        root = folder.resolve("a project/with spaces");
        launcher = root.resolve("parasift");
        for (String module : List.of("core", "features", "classify", "train", "cli", "bench")) {
            Files.createDirectories(root.resolve(module + "/src/main/java"));
            Files.createFile(root.resolve(module + "/pom.xml"));
        }
        Files.createFile(root.resolve("pom.xml"));
        Files.copy(Run.PROJECT.resolve("parasift"), launcher);
        launcher.toFile().setExecutable(true);
        script(root.resolve("mvnw"), MVNW);
        script(root.resolve("jdk/bin/java"), JAVA);
    }

    @Test
    void buildsOnceThenOnlyRuns() throws Exception {
        Run first = launch(Map.of(), "train", "my data.csv");
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .as("only the program speaks on standard output")
                .isEqualTo("[" + root.toRealPath() + "/cli/target/parasift.jar][train][my data.csv]\n");
        assertThat(first.err()).contains("building").contains("maven talks");
        assertThat(launch(Map.of(), "train").err()).isEmpty();
        assertThat(builds()).containsExactly("built -q -B -ntp -pl cli -am package -Dmaven.test.skip=true");
    }

    @Test
    void rebuildsWhenASourceOrPomIsNewerOrASourceIsGone() throws Exception {
        Path source = Files.createFile(root.resolve("core/src/main/java/A.java"));
        launch(Map.of(), "train");
        newer(source);
        launch(Map.of(), "train");
        assertThat(builds()).hasSize(2);
        age();
        newer(root.resolve("train/pom.xml"));
        launch(Map.of(), "train");
        assertThat(builds()).hasSize(3);
        age();
        Files.delete(source);
        launch(Map.of(), "train");
        assertThat(builds()).hasSize(4);
        age();
        newer(Files.createDirectories(root.resolve("core/src/test")));
        newer(root.resolve("bench/pom.xml"));
        launch(Map.of(), "train");
        assertThat(builds())
                .as("tests and benchmarks are not part of the program")
                .hasSize(4);
    }

    @Test
    void passesTheExitCode() throws Exception {
        for (int code = 0; code <= 3; code++) {
            assertThat(launch(Map.of("FAKE_CODE", Integer.toString(code)), "classify")
                            .code())
                    .isEqualTo(code);
        }
    }

    @Test
    void worksThroughSymbolicLinksFromAnyFolder() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin dir"));
        Path link = Files.createSymbolicLink(bin.resolve("one"), launcher);
        Path second = Files.createSymbolicLink(bin.resolve("two"), Path.of("one"));
        assertThat(link).exists();
        assertThat(launch(second, bin, Map.of(), "x").out()).endsWith("parasift.jar][x]\n");
    }

    @Test
    void passesBenchToTheBenchmarks() throws Exception {
        Run run = launch(Map.of(), "bench", "tokenizer");
        assertThat(run.out()).isEqualTo("[" + root.toRealPath() + "/bench/target/benchmarks.jar][tokenizer]\n");
        assertThat(builds()).containsExactly("built -q -B -ntp -pl bench -am package -Dmaven.test.skip=true");
    }

    @Test
    void saysWhichJdkItNeeds() throws Exception {
        assertThat(launch(Map.of("FAKE_VERSION", "11"), "train").err()).contains("is Java 11; a JDK 17 or newer");
        assertThat(launch(Map.of("FAKE_VERSION", "1.8"), "train").err()).contains("is Java 1; a JDK 17 or newer");
        assertThat(launch(Map.of("FAKE_MODULE", "java.base@17"), "train").err()).contains("not a JRE");
        assertThat(launch(Map.of("JAVA_HOME", "/none"), "train").err()).contains("JAVA_HOME is /none");
        assertThat(launch(
                                Map.of("JAVA_HOME", "", "PATH", Files.createDirectories(folder.resolve("empty")) + ""),
                                "train")
                        .code())
                .isNotZero();
        assertThat(launch(Map.of("FAKE_VERSION", "25"), "train").code()).isZero();
    }

    @Test
    void aFailedBuildIsAnError() throws Exception {
        Run run = launch(Map.of("FAKE_BUILD_FAILS", "yes"), "train");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).endsWith("parasift: the build failed\n");
        assertThat(root.resolve(".building")).doesNotExist();
        assertThat(launch(Map.of(), "train").code()).isZero();
    }

    @Test
    void aBuildThatDiedDoesNotBlockTheNext() throws Exception {
        Files.writeString(Files.createDirectory(root.resolve(".building")).resolve("pid"), "999999999\n");
        assertThat(launch(Map.of(), "train").code()).isZero();
    }

    @Test
    void aBuildThatDiedBeforeItSignedItsLockDoesNotBlockTheNext() throws Exception {
        Files.createFile(Files.createDirectory(root.resolve(".building")).resolve("pid"));
        Run run = launch(Map.of(), "train");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("waiting for another build", "building (the first time");
        assertThat(root.resolve(".building")).doesNotExist();
    }

    // ---- helpers

    private Run launch(Map<String, String> environment, String... args) throws Exception {
        return launch(launcher, folder, environment, args);
    }

    private Run launch(Path command, Path from, Map<String, String> environment, String... args) throws Exception {
        List<String> words = new ArrayList<>(List.of("/bin/sh", command.toString()));
        words.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(root.resolve("mvnw.log"));
    }

    /** Everything there is, the jar excepted, becomes old. */
    private void age() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
        Files.setLastModifiedTime(
                root.resolve("cli/target/parasift.jar"),
                FileTime.from(Instant.now().minusSeconds(1800)));
    }

    private static void newer(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
    }
}
