package org.parasift.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** JMH's JSON, turned into a report. Labels are taken from the benchmark classes, which must be on the class path. */
public final class JmhResults {
    private static final int ENOUGH_FOR_AN_INTERVAL = 6;

    private JmhResults() {}

    /**
     * Makes a report of a result file.
     *
     * @throws ReportException if the file is not what JMH writes
     */
    public static Report report(RunInfo run, Path jmhJson) throws IOException {
        JsonNode raw = new ObjectMapper().readTree(jmhJson.toFile());
        if (!raw.isArray()) {
            throw new ReportException(jmhJson + ": not a result of JMH (expected an array)");
        }
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode result : raw) {
            measurements.add(measurement(result));
        }
        return new Report(run, measurements, raw);
    }

    private static Measurement measurement(JsonNode result) {
        String benchmark = result.path("benchmark").asText();
        int dot = benchmark.lastIndexOf('.');
        if (dot < 0) {
            throw new ReportException("a result without a benchmark's name");
        }
        Class<?> type = type(benchmark.substring(0, dot));
        Method method = method(type, benchmark.substring(dot + 1));
        Label question = label(type.getAnnotation(Label.class), type.getName());
        Label label = label(method.getAnnotation(Label.class), benchmark);

        JsonNode ops = result.path("primaryMetric");
        JsonNode more = result.path("secondaryMetrics");
        double opsPerSecond = ops.path("score").asDouble();
        double textBytes = more.path("textBytes").path("score").asDouble();
        double items = more.path("items").path("score").asDouble();
        double allocated = allocated(more);
        boolean text = textBytes > 0;
        double scale = text ? textBytes / 1e6 / opsPerSecond : 1;
        double[] whisker = whisker(ops);
        return new Measurement(
                group(type, result.path("params")),
                question.value(),
                method.getName(),
                label.value(),
                label.ours(),
                text ? "MB/s" : "ops/s",
                opsPerSecond * scale,
                whisker[0] * scale,
                whisker[1] * scale,
                question.items(),
                items,
                allocated,
                items > 0 && allocated >= 0 ? allocated * opsPerSecond / items : -1,
                Map.of());
    }

    /** The 99.9 % confidence interval; of too few samples for one, the lowest and the highest. */
    private static double[] whisker(JsonNode metric) {
        double score = metric.path("score").asDouble();
        double error = metric.path("scoreError").asDouble();
        double low = score;
        double high = score;
        int samples = 0;
        for (JsonNode fork : metric.path("rawData")) {
            for (JsonNode sample : fork) {
                low = Math.min(low, sample.asDouble());
                high = Math.max(high, sample.asDouble());
                samples++;
            }
        }
        return samples < ENOUGH_FOR_AN_INTERVAL
                ? new double[] {low, high}
                : new double[] {Math.max(0, score - error), score + error};
    }

    private static double allocated(JsonNode secondary) {
        for (String name : List.of("gc.alloc.rate.norm", "·gc.alloc.rate.norm")) {
            if (secondary.has(name)) {
                return secondary.path(name).path("score").asDouble();
            }
        }
        return -1;
    }

    private static String group(Class<?> type, JsonNode params) {
        StringBuilder group = new StringBuilder(name(type));
        params.forEach(value -> group.append(' ').append(value.asText()));
        return group.toString();
    }

    /** {@code Tokenizers} for {@code TokenizersBench}. */
    public static String name(Class<?> benchmarks) {
        String name = benchmarks.getSimpleName();
        return name.endsWith("Bench") ? name.substring(0, name.length() - "Bench".length()) : name;
    }

    private static Label label(@org.jspecify.annotations.Nullable Label label, String of) {
        if (label == null) {
            throw new ReportException(of + " has no @Label");
        }
        return label;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, JmhResults.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ReportException("no class " + name + " for a result of JMH", e);
        }
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.isAnnotationPresent(Benchmark.class))
                .findFirst()
                .orElseThrow(() -> new ReportException("no benchmark " + name + " in " + type.getName()));
    }
}
