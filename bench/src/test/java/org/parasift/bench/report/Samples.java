package org.parasift.bench.report;

import java.util.List;
import java.util.Map;

/** Reports to test with. */
final class Samples {
    private Samples() {}

    static RunInfo run(String date) {
        return new RunInfo(
                "tokenizers",
                date,
                "abc1234567",
                "Some <CPU> & Co",
                2,
                "24 GB",
                "Linux",
                "0.10",
                "OpenJDK 17",
                "-Xms2g",
                "five forks",
                "made from the seeds",
                Map.of("Lucene", "9.12.3"));
    }

    static Measurement bar(String name, boolean ours, double value) {
        return new Measurement(
                "Tokenizers",
                "How fast?",
                name,
                "The " + name,
                ours,
                "MB/s",
                value,
                value * 0.9,
                value * 1.1,
                "tokens",
                value * 160_000,
                1000,
                ours ? 0.001 : 40,
                Map.of());
    }

    static Report report(double ours, double... peers) {
        var measurements = new java.util.ArrayList<Measurement>();
        for (int i = 0; i < peers.length; i++) {
            measurements.add(bar("peer" + i, false, peers[i]));
        }
        measurements.add(bar("parasift", true, ours));
        return new Report(run("2026-01-01T00:00:00Z"), List.copyOf(measurements));
    }
}
