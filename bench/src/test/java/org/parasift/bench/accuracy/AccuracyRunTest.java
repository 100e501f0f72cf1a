package org.parasift.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.bench.quality.QualityReport;

class AccuracyRunTest {
    @TempDir
    private Path folder;

    @Test
    void everybodyGetsARowAndSmallerModelsWhatTheyLose() throws IOException {
        write("t-train.csv", 40);
        write("t-test.csv", 200);
        Contestant.Result whole = new Contestant.Result("somebody", "cost=1", "given", 180, 12.3, 4_000_000);
        Contestant.Result small = new Contestant.Result("somebody, small", "cost=1", "given", 179, 12.3, 400_000);
        AccuracyRun run = new AccuracyRun(folder, List.of("t"), List.of());
        QualityReport nobody = run.run(what -> {});
        assertThat(nobody.tables()).singleElement().satisfies(table -> {
            assertThat(table.rows()).isEmpty();
            assertThat(table.text()).isEqualTo("40 rows to learn from, 200 to answer.");
        });
        assertThat(nobody.hashes()).containsOnlyKeys("t-train.csv", "t-test.csv");
        List<String> row = AccuracyRun.row(small, whole, 200).stream()
                .map(cell -> cell.markdown())
                .toList();
        assertThat(row).startsWith("somebody, small", "89.50 (84.40–93.38)", "0.50", "12", "0.40");
        assertThat(AccuracyRun.row(whole, whole, 200).get(2).markdown()).isEmpty();
        assertThat(nobody.markdown(Map.of("Measured", "today"), ""))
                .startsWith("# How often words tell the label")
                .contains("bench accuracy", "Measured: today", "## t");
    }

    @Test
    void theFifthHeldOutIsOfTheTrainingPartAndHasNoCopies() throws IOException {
        write("t-train.csv", 100);
        write("t-test.csv", 10);
        var split = Texts.read(folder, "t").fifths();
        assertThat(split.folds()).isEqualTo(5);
        List<String> held =
                split.test(0).stream().map(example -> example.text()).toList();
        assertThat(held).hasSize(20);
        assertThat(split.train(0)).hasSize(80).noneMatch(example -> held.contains(example.text()));
    }

    @Test
    void textsAreWrittenAsFastTextWantsThemAndLabelsAreCounted() throws IOException {
        write("t-train.csv", 2);
        write("t-test.csv", 2);
        Texts texts = Texts.read(folder, "t");
        Path file = Texts.write(texts.train(), true, Texts::forFastText, folder.resolve("ft.txt"));
        assertThat(Files.readAllLines(file).get(0)).isEqualTo("__label__a-0 it ' s word0 , again .");
        assertThat(Texts.oneLine("One\u00A0 two\r\nthree ")).isEqualTo("One two three");
        assertThat(Texts.right(texts.train(), List.of("a-0", "a-0"))).isEqualTo(1);
        assertThatThrownBy(() -> Texts.right(texts.train(), List.of("a-0")))
                .isInstanceOf(IOException.class)
                .hasMessage("1 labels for 2 texts");
    }

    @Test
    void peersAreThoseThatCanBeRun() {
        AccuracyRun run = AccuracyRun.here(folder, List.of("t"), true, folder, folder.resolve("none.jar"));
        Stream<String> names = run.contestants().stream().map(Contestant::name);
        assertThat(new ArrayList<>(names.toList())).contains("Parasift").doesNotContain("Tribuo, logistic");
    }

    /** Labels "a 0" and "a 1" in turn, no text twice. */
    private void write(String name, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("label,text\n");
        for (int i = 0; i < rows; i++) {
            csv.append("a ").append(i % 2).append(",\"It's word").append(i).append(", again.\"\n");
        }
        Files.writeString(folder.resolve(name), csv);
    }
}
