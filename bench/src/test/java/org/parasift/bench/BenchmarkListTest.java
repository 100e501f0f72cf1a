package org.parasift.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.Work;

/** JMH's generator ran, and over every class: when it does not, builds stay green and nothing is measured. */
class BenchmarkListTest {
    @Test
    void listNamesEveryBenchmarkOfEveryClass() throws Exception {
        Set<String> written = new TreeSet<>();
        for (Class<?> type : benchmarkClasses()) {
            BenchmarkMethods.of(type).forEach(method -> written.add(type.getName() + "." + method));
        }
        assertThat(written).isNotEmpty();
        assertThat(listed()).isEqualTo(written);
    }

    @Test
    void everyClassWhoseNameSaysBenchHasBenchmarksAndOnlyThose() {
        assertThat(benchmarkClasses()).allSatisfy(type -> assertThat(BenchmarkMethods.of(type))
                .as(type.getSimpleName())
                .isNotEmpty());
    }

    @Test
    void everyClassAsksAQuestionAndEveryMethodHasAName() throws Exception {
        for (Class<?> type : benchmarkClasses()) {
            Label question = type.getAnnotation(Label.class);
            assertThat(question).as(type.getSimpleName()).isNotNull();
            assertThat(question.value()).endsWith("?");
            for (String name : BenchmarkMethods.of(type)) {
                assertThat(type.getMethod(name, Work.class).getAnnotation(Label.class))
                        .as(type.getSimpleName() + "." + name)
                        .isNotNull();
            }
        }
    }

    private static Set<String> listed() {
        return BenchmarkList.fromResource(BenchmarkList.BENCHMARK_LIST)
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), java.util.List.of())
                .stream()
                .map(entry -> entry.getUsername())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The compiled classes named {@code …Bench}. */
    private static Set<Class<?>> benchmarkClasses() {
        Path root = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(root.resolve("org/parasift/bench"))) {
            return files.filter(file -> file.toString().endsWith("Bench.class"))
                    .map(file -> load(root.relativize(file)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        String name = file.toString().replace(java.io.File.separatorChar, '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, BenchmarkListTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
