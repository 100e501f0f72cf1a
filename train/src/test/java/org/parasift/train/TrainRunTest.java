package org.parasift.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.InputException;
import org.parasift.train.eval.Evaluation;
import org.parasift.train.fit.TrainerSpec;

class TrainRunTest {
    private static final Path SEEDS = Path.of(System.getProperty("parasift.root", ".."), "seeds");

    @TempDir
    Path folder;

    @Test
    void theSeedsTrainAndScoreOnHeldOutClusters() throws IOException {
        List<String> steps = new ArrayList<>();
        TrainRun.Result result = TrainRun.run(
                TrainRun.Settings.of(SEEDS, folder.resolve("deep/er/model.psm")), (what, done, of) -> steps.add(what));
        assertThat(result.split().folds()).isEqualTo(4);
        assertThat(result.evaluation().scored()).isEqualTo(99);
        assertThat(result.evaluation().scores().accuracy()).isGreaterThan(0.75);
        assertThat(result.warnings()).singleElement().asString().startsWith("99 paragraphs prove nothing");
        assertThat(steps).startsWith("reading", "fold 1 of 4").endsWith("writing", "done");
        JsonNode metrics = new ObjectMapper().readTree(result.metricsFile().toFile());
        assertThat(metrics.get("scored").asInt()).isEqualTo(99);
        assertThat(metrics.get("baselines")
                        .get("two-line rule")
                        .get("perLabel")
                        .get("spam")
                        .get("f1")
                        .asDouble())
                .isEqualTo(0.978723);
        JsonNode manifest = new ObjectMapper().readTree(result.manifestFile().toFile());
        assertThat(manifest.get("data.sha256.labels.csv").asText()).hasSize(64);
        assertThat(manifest.get("trainer").asText()).isEqualTo(TrainerSpec.USUAL.toString());
        assertThat(manifest.get("calibration").asText()).contains("log loss on 4 held-out folds: none ");
        assertThat(manifest.get("version.tribuo").asText()).isEqualTo("4.3.2");
        assertThat(manifest.get("version.parasift").asText()).matches("\\d.*");
        assertThat(ModelFile.read(result.modelFile()).manifest())
                .containsAllEntriesOf(new ObjectMapper()
                        .convertValue(manifest, new com.fasterxml.jackson.core.type.TypeReference<>() {}));
        assertThat(ModelFile.read(result.modelFile()).names()).isNotEmpty();
    }

    @Test
    void theSameCommandTwiceGivesTheSameBytes() throws IOException {
        TrainRun.run(TrainRun.Settings.of(SEEDS, folder.resolve("a/model.psm")));
        TrainRun.run(TrainRun.Settings.of(SEEDS, folder.resolve("b/model.psm")));
        for (String name : List.of("model.psm", "model.manifest.json", "model.metrics.json")) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void anyLabelledCsvTrainsAndEvaluates() throws IOException {
        StringBuilder rows = new StringBuilder("topic,body,ignored\n");
        for (int i = 0; i < 90; i++) {
            rows.append(List.of(
                            "sport,the team scored goal number ",
                            "world,the minister signed treaty ",
                            "tech,a chip of ")
                    .get(i % 3));
            rows.append(i).append(",x\n");
        }
        Path csv = Files.writeString(folder.resolve("rows.csv"), rows);
        CsvColumns columns = CsvColumns.USUAL.withLabel("topic").withText("body");
        TrainRun.Settings usual = TrainRun.Settings.of(csv, folder.resolve("m.psm"));
        TrainRun.Result result = TrainRun.run(new TrainRun.Settings(
                csv, columns, false, usual.recipe(), TrainerSpec.parse("liblinear"), 1, usual.output()));
        assertThat(result.evaluation().scores().labels()).containsExactly("sport", "tech", "world");
        assertThat(result.evaluation().scores().accuracy()).isEqualTo(1);
        assertThat(result.warnings()).singleElement().asString().startsWith("90 texts prove nothing");
        Evaluation again =
                Evaluation.of(ParagraphClassifier.load(result.modelFile()), CorpusReader.read(csv, columns, false));
        assertThat(again.scores().accuracy()).isEqualTo(1);
        TrainRun.Result compact = TrainRun.run(new TrainRun.Settings(
                csv,
                columns,
                false,
                usual.recipe(),
                TrainerSpec.parse("liblinear"),
                1,
                20,
                CalibrationMethod.AUTO,
                usual.output()));
        assertThat(compact.model().size()).isEqualTo(20);
        assertThat(compact.evaluation().scores().accuracy()).isEqualTo(1);
        assertThat(ParagraphClassifier.load(compact.modelFile()).model().names())
                .isNotEmpty();
    }

    @Test
    void aLabelTheModelDoesNotKnowIsTold() throws IOException {
        TrainRun.Result result = TrainRun.run(TrainRun.Settings.of(SEEDS, folder.resolve("m.psm")));
        Path csv = Files.writeString(folder.resolve("rows.csv"), "label,text\nspam,one\nspma,two\n");
        ParagraphClassifier classifier = ParagraphClassifier.load(result.modelFile());
        assertThatThrownBy(() -> Evaluation.of(classifier, CorpusReader.readCsv(csv, CsvColumns.USUAL)))
                .isInstanceOf(InputException.class)
                .hasMessage(csv + ":3: label 'spma' (expected a label of the model: on-topic, spam)");
    }

    @Test
    void copiesOfTrainingArticlesAreNamedAndNotScored() throws IOException {
        TrainRun.Result result = TrainRun.run(TrainRun.Settings.of(SEEDS, folder.resolve("m.psm")));
        ParagraphClassifier classifier = ParagraphClassifier.load(result.modelFile());
        String seed =
                result.corpus().articles().get(4).text().replace("\n", " ").replace("\"", "");
        Path csv = Files.writeString(
                folder.resolve("rows.csv"),
                "article,paragraph,label,text\nold,0,spam,\"" + seed + "\"\nnew,0,spam,Follow us\n"
                        + "new,1,on-topic,It rained in the north.\n");
        Evaluation evaluation = Evaluation.of(classifier, CorpusReader.readCsv(csv, CsvColumns.USUAL));
        assertThat(evaluation.leaked()).containsExactly("old");
        assertThat(evaluation.scored()).isEqualTo(2);
        assertThat(evaluation.paragraphs()).isEqualTo(3);
        assertThat(evaluation.onTrainingData()).isFalse();
        assertThat(evaluation.toJson().get("leaked").get("count").asInt()).isEqualTo(1);
    }

    @Test
    void whereAllArticlesAreCopiesTheyAreScoredAndItIsSaid() throws IOException {
        TrainRun.Result result = TrainRun.run(TrainRun.Settings.of(SEEDS, folder.resolve("m.psm")));
        Evaluation evaluation =
                Evaluation.of(ParagraphClassifier.load(result.modelFile()), CorpusReader.readSeeds(SEEDS));
        assertThat(evaluation.onTrainingData()).isTrue();
        assertThat(evaluation.leaked()).hasSize(5);
        assertThat(evaluation.scored()).isEqualTo(99);
    }

    @Test
    void nothingIsWrittenWhenTheDataIsBad() throws IOException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "label,text\nspam,one\n");
        Path output = folder.resolve("out/m.psm");
        assertThatThrownBy(() -> TrainRun.run(TrainRun.Settings.of(csv, output)))
                .isInstanceOf(InputException.class);
        assertThat(output.getParent()).doesNotExist();
    }

    @Test
    void twoArticlesWithALabelEachStillEnd() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("rows.csv"),
                "article,paragraph,label,text\na,0,spam,follow us\nb,0,on-topic,It rained.\n");
        TrainRun.Result result = TrainRun.run(TrainRun.Settings.of(csv, folder.resolve("m.psm")));
        assertThat(result.evaluation().scores().accuracy()).isZero();
        assertThat(result.warnings())
                .anyMatch(warning -> warning.equals(
                        "fold 1 holds out all rows of a label: its scores are those of a constant answer."));
    }

    @Test
    void whereNothingCanBeHeldOutItIsSaid() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("rows.csv"),
                "article,paragraph,label,text\na,0,spam,follow us\na,1,on-topic,It rained.\n");
        TrainRun.Result result = TrainRun.run(TrainRun.Settings.of(csv, folder.resolve("m.psm")));
        assertThat(result.warnings())
                .anyMatch(warning -> warning.startsWith("all 1 articles are one group, so nothing could be held out")
                        && warning.endsWith("those of a constant answer."));
    }

    @Test
    void aFolderIsNoModelFile() throws IOException {
        Path output = Files.createDirectory(folder.resolve("m.psm"));
        assertThatThrownBy(() -> TrainRun.run(TrainRun.Settings.of(SEEDS, output)))
                .isInstanceOf(InputException.class)
                .hasMessage(output + ": a folder (expected a file to write the model to)");
    }

    @Test
    void dataWithoutASureRowCannotBeScored() throws IOException {
        TrainRun.Result result = TrainRun.run(TrainRun.Settings.of(SEEDS, folder.resolve("m.psm")));
        Path csv = Files.writeString(folder.resolve("rows.csv"), "label,sure,text\nspam,no,Follow us\n");
        ParagraphClassifier classifier = ParagraphClassifier.load(result.modelFile());
        assertThatThrownBy(() -> Evaluation.of(classifier, CorpusReader.readCsv(csv, CsvColumns.USUAL)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no row that counts");
    }
}
