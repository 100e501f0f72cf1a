package org.parasift.train.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Trees;

class TreeFitterTest {
    private static final TreeSpec SPEC = new TreeSpec(20, 3, 0.3, 1, 1, 1, 1);

    /** The label is whether exactly one of the two first columns is above one half: no single column tells. */
    private static ColumnTable exclusive(long seed, int rows) {
        ColumnTable table = new ColumnTable(List.of("a", "b", "noise"));
        SplittableRandom random = new SplittableRandom(seed);
        for (int r = 0; r < rows; r++) {
            float[] row = {(float) random.nextDouble(), (float) random.nextDouble(), (float) random.nextDouble()};
            table.add(row, row[0] > 0.5f != row[1] > 0.5f, 1);
        }
        return table;
    }

    @Test
    void treesLearnWhatNoSingleColumnTells() {
        Trees trees = TreeFitter.fit(exclusive(1, 2000), SPEC, 1);
        assertThat(trees.score(new float[] {0.9f, 0.1f, 0.5f})).isGreaterThan(2);
        assertThat(trees.score(new float[] {0.1f, 0.9f, 0.5f})).isGreaterThan(2);
        assertThat(trees.score(new float[] {0.9f, 0.9f, 0.5f})).isLessThan(-2);
        assertThat(trees.score(new float[] {0.1f, 0.1f, 0.5f})).isLessThan(-2);
    }

    @Test
    void sameTableAndSeedGiveTheSameTrees() {
        Trees one = TreeFitter.fit(exclusive(1, 500), new TreeSpec(10, 4, 0.1, 0.7, 0.7, 1, 1), 7);
        Trees other = TreeFitter.fit(exclusive(1, 500), new TreeSpec(10, 4, 0.1, 0.7, 0.7, 1, 1), 7);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            float[] row = {(float) random.nextDouble(), (float) random.nextDouble(), (float) random.nextDouble()};
            assertThat(one.score(row)).isEqualTo(other.score(row));
        }
    }

    @Test
    void weightDecidesBetweenRowsThatContradictEachOther() {
        ColumnTable table = new ColumnTable(List.of("a"));
        for (int i = 0; i < 100; i++) {
            table.add(new float[] {1}, true, 3);
            table.add(new float[] {1}, false, 1);
            table.add(new float[] {0}, i % 2 == 0, 1);
            table.add(new float[] {0}, true, 0);
        }
        Trees trees = TreeFitter.fit(table, SPEC, 1);
        assertThat(table.size()).isEqualTo(300);
        assertThat(trees.score(new float[] {1})).isBetween(0.9, 1.2); // log 3 = 1.0986
        assertThat(trees.score(new float[] {0})).isBetween(-0.1, 0.1);
    }

    @Test
    void oneLabelAloneIsRefused() {
        ColumnTable table = new ColumnTable(List.of("a"));
        table.add(new float[] {1}, true, 1);
        assertThatThrownBy(() -> TreeFitter.fit(table, SPEC, 1)).hasMessageContaining("1 of 1 rows");
    }

    @Test
    void negativeWeightIsRefused() {
        assertThatThrownBy(() -> new ColumnTable(List.of("a")).add(new float[] {1}, true, -1))
                .hasMessageContaining("-1");
    }
}
