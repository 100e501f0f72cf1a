package org.parasift.bench.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.parasift.bench.report.Label;
import org.parasift.bench.text.LabelledText;
import org.parasift.bench.text.Work;
import org.parasift.classify.ModelFile;

/** How long does it take to save the same weights, ours and Tribuo's? To a file in the folder for temporary files. */
@State(Scope.Thread)
@Label(value = "How often in a second can a model be saved?", items = "models")
public class SaveBench {
    private final SameWeights weights = SameWeights.of(LabelledText.generatedUpTo(4_000_000));
    private Path file = Path.of("");

    /** Trains. */
    public SaveBench() {}

    /** A file to write over. */
    @Setup
    public void setUp() throws IOException {
        file = Files.createTempFile("parasift-bench", ".model");
    }

    /** Leaves nothing behind. */
    @TearDown
    public void tearDown() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Our model; the size of the file. */
    @Benchmark
    @Label(value = "Parasift", ours = true)
    public long parasift(Work work) throws IOException {
        ModelFile.write(weights.ours(), file);
        work.items++;
        return Files.size(file);
    }

    /** Tribuo's model, as protobuf; the size of the file. */
    @Benchmark
    @Label("Tribuo")
    public long tribuo(Work work) throws IOException {
        weights.trained().serializeToFile(file);
        work.items++;
        return Files.size(file);
    }
}
