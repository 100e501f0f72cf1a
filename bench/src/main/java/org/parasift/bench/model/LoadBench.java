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

/** How long does it take to load the same weights, ours and Tribuo's? From a file in the folder for temporary files. */
@State(Scope.Thread)
@Label(value = "How often in a second can a model be loaded?", items = "models")
public class LoadBench {
    private Path ours = Path.of("");
    private Path tribuos = Path.of("");

    /** Nothing yet. */
    public LoadBench() {}

    /** Trains, saves, and forgets the model. */
    @Setup
    public void setUp() throws IOException {
        SameWeights weights = SameWeights.of(LabelledText.generatedUpTo(4_000_000));
        ours = Files.createTempFile("parasift-bench", ".psm");
        tribuos = Files.createTempFile("parasift-bench", ".tribuo");
        ModelFile.write(weights.ours(), ours);
        weights.trained().serializeToFile(tribuos);
    }

    /** Leaves nothing behind. */
    @TearDown
    public void tearDown() throws IOException {
        Files.deleteIfExists(ours);
        Files.deleteIfExists(tribuos);
    }

    /** Our model; the number of its features. */
    @Benchmark
    @Label(value = "Parasift", ours = true)
    public long parasift(Work work) throws IOException {
        work.items++;
        return ModelFile.read(ours).size();
    }

    /** Tribuo's model; the number of its features. */
    @Benchmark
    @Label("Tribuo")
    public long tribuo(Work work) throws IOException {
        work.items++;
        return org.tribuo.Model.deserializeFromFile(tribuos).getFeatureIDMap().size();
    }
}
