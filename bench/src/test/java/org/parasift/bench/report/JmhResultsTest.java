package org.parasift.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhResultsTest {
    private static final String RESULT = """
            [{"benchmark": "org.parasift.bench.token.ScriptsBench.lucene",
              "params": {"script": "RUSSIAN"},
              "primaryMetric": {"score": 10.0, "scoreError": %s, "rawData": %s},
              "secondaryMetrics": {
                "gc.alloc.rate.norm": {"score": 3000.0},
                "items": {"score": 15000000.0},
                "textBytes": {"score": 1.0E8}}}]
            """;

    @Test
    void callsBecomeMegabytesAndTokens(@TempDir Path folder) throws Exception {
        Measurement bar = only(folder, RESULT.formatted("0.5", "[[9,10,11],[9,10,11]]"));
        assertThat(bar.key()).isEqualTo("Scripts RUSSIAN.lucene");
        assertThat(bar.label()).isEqualTo("Lucene StandardTokenizer");
        assertThat(bar.unit()).isEqualTo("MB/s");
        assertThat(bar.value()).isCloseTo(100, within(1e-9));
        assertThat(bar.low()).isCloseTo(95, within(1e-9));
        assertThat(bar.high()).isCloseTo(105, within(1e-9));
        assertThat(bar.bytesPerItem()).as("3000 B a call, 1.5 M tokens a call").isCloseTo(0.002, within(1e-9));
    }

    @Test
    void fewSamplesGiveTheirRangeAsWhisker(@TempDir Path folder) throws Exception {
        Measurement bar = only(folder, RESULT.formatted("\"NaN\"", "[[8, 10, 12]]"));
        assertThat(bar.low()).isCloseTo(80, within(1e-9));
        assertThat(bar.high()).isCloseTo(120, within(1e-9));
    }

    @Test
    void strangeFilesAreRefused(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> only(folder, "{}")).isInstanceOf(ReportException.class);
        assertThatThrownBy(() -> only(folder, "[{\"benchmark\": \"no.such.Bench.x\"}]"))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("no.such.Bench");
    }

    private static Measurement only(Path folder, String json) throws Exception {
        Path file = Files.writeString(folder.resolve("jmh.json"), json);
        return JmhResults.report(Samples.run("2026-01-01T00:00:00Z"), file)
                .measurements()
                .get(0);
    }
}
