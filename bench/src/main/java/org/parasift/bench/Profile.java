package org.parasift.bench;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long and how often is measured.
 *
 * <p>The heap is fixed and touched before the run and the collector is a plain one: without that, errors of tokenizer
 * benchmarks reached 50 to 290 %. Five forks, because one virtual machine differs from the next by how it happened to
 * compile; few iterations, because inside one they differ little.
 *
 * @param forks virtual machines a benchmark
 * @param warmups iterations thrown away, each {@code millis} long
 * @param iterations iterations kept
 * @param millis of one iteration
 * @param bytes of text read a call
 */
record Profile(int forks, int warmups, int iterations, int millis, int bytes) {
    static final List<String> JVM_ARGS = List.of(
            "-Xms2g", "-Xmx2g", "-Xmn400m", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch", "-Dfile.encoding=UTF-8");

    /** What reports are made of. */
    static final Profile FULL = new Profile(5, 2, 3, 1000, org.parasift.bench.text.BenchText.STANDARD_BYTES);

    /** To see whether something has gone badly wrong: half a percent of the care, a tenth of the time. */
    static final Profile QUICK = new Profile(1, 2, 3, 300, 2_000_000);

    Profile withForks(int number) {
        return new Profile(number, warmups, iterations, millis, bytes);
    }

    TimeValue time() {
        return TimeValue.milliseconds(millis);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "JMH throughput, %d fork%s, %d warm-up and %d measured iterations of %s s each, one thread",
                forks,
                forks == 1 ? "" : "s",
                warmups,
                iterations,
                millis % 1000 == 0 ? Integer.toString(millis / 1000) : Double.toString(millis / 1000.0));
    }
}
