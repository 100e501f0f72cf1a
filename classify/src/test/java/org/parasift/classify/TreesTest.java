package org.parasift.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parasift.classify.Trees.Node;
import org.parasift.classify.Trees.Node.Leaf;
import org.parasift.classify.Trees.Node.Split;

class TreesTest {
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");

    @Test
    void belowOtherAndMissingGoTheirWays() {
        Node root = new Split(1, 0.5f, false, new Leaf(-1, 1), new Leaf(2, 1));
        Trees trees = Trees.builder(COLUMNS, new double[] {0.25}).tree(0, root).build();
        assertThat(score(trees, 0, 0.49999997f, 0, 0)[0]).isEqualTo(-0.75);
        assertThat(score(trees, 0, 0.5f, 0, 0)[0]).isEqualTo(2.25);
        assertThat(score(trees, 0, Float.NaN, 0, 0)[0]).isEqualTo(2.25);
        assertThat(score(trees, 0, Float.NEGATIVE_INFINITY, 0, 0)[0]).isEqualTo(-0.75);
    }

    @Test
    void agreesWithWalkingTheNodes() {
        Random random = new Random(11);
        List<Node> roots = new ArrayList<>();
        Trees.Builder builder = Trees.builder(COLUMNS, new double[] {0.5, -0.5});
        for (int i = 0; i < 60; i++) {
            roots.add(randomTree(random, 5));
            builder.tree(i % 2, roots.get(i));
        }
        Trees trees = builder.build();
        for (int n = 0; n < 500; n++) {
            float[] row = randomRow(random);
            double[] expected = {0.5, -0.5};
            for (int i = 0; i < roots.size(); i++) {
                expected[i % 2] += walk(roots.get(i), row);
            }
            double[] found = score(trees, row);
            assertThat(found).containsExactly(expected, within(1e-9));
            assertThat(score(trees.difference(), row)[0]).isEqualTo(found[1] - found[0]);
            assertThat(score(trees.times(3), row)).containsExactly(3 * found[0], 3 * found[1]);
        }
    }

    @Test
    void manyRowsAtOnceScoreAsOneByOne() {
        Random random = new Random(14);
        for (int deepest = 0; deepest <= 6; deepest++) {
            Trees.Builder builder = Trees.builder(COLUMNS, new double[] {0.5, -0.5, 0.25});
            for (int i = 0; i < 100; i++) {
                // Of the last output shallow ones only, which are grafted upon each other.
                builder.tree(i % 3, randomTree(random, i % 3 == 2 ? Math.min(2, deepest) : deepest));
            }
            Trees trees = builder.build();
            Trees.Room room = new Trees.Room(4, 3);
            for (int count = 1; count <= SlicedTrees.ROWS; count++) {
                float[][] rows = new float[count][];
                for (int r = 0; r < count; r++) {
                    rows[r] = randomRow(random, count % 4 == 0);
                }
                trees.score(rows, count, room);
                for (int r = 0; r < count; r++) {
                    assertThat(Arrays.copyOfRange(room.scores, 3 * r, 3 * r + 3))
                            .containsExactly(score(trees, rows[r]));
                }
            }
        }
    }

    /** An output whose columns are the same in all rows is found once, and only then. */
    @Test
    void whatIsTheSameInAllRowsScoresAsOneByOne() {
        Random random = new Random(15);
        Trees.Builder builder = Trees.builder(COLUMNS, new double[] {0.5, -0.5});
        for (int i = 0; i < 60; i++) {
            float threshold = random.nextInt(10);
            builder.tree(i % 2, new Split(i % 2 + i % 3, threshold, false, new Leaf(i, 1), new Leaf(-i - 1, 1)));
        }
        Trees trees = builder.build();
        Trees.Room room = new Trees.Room(4, 2);
        // The first output asks for columns 0 to 2, the second for 1 to 3.
        for (int varied = 0; varied < 4; varied++) {
            for (int count = SlicedTrees.FEWEST; count <= SlicedTrees.ROWS; count++) {
                float[][] rows = new float[count][];
                for (int r = 0; r < count; r++) {
                    rows[r] = new float[] {3, 1, 6, 4};
                    rows[r][varied] = r + 1 < count ? 5 : random.nextInt(10);
                }
                trees.score(rows, count, room);
                for (int r = 0; r < count; r++) {
                    assertThat(Arrays.copyOfRange(room.scores, 2 * r, 2 * r + 2))
                            .containsExactly(score(trees, rows[r]));
                }
            }
        }
    }

    @Test
    void numbersAtTheEdgesGoTheSameWayInMany() {
        Trees.Builder builder = Trees.builder(List.of("a"), new double[] {0});
        float[] edges = {Float.NEGATIVE_INFINITY, -1, -0.0f, Float.MIN_VALUE, 1, Float.POSITIVE_INFINITY};
        for (int i = 0; i < edges.length; i++) {
            builder.tree(0, new Split(0, edges[i], true, new Leaf(1 << i, 1), new Leaf(0, 1)));
        }
        Trees trees = builder.build();
        float[] numbers = {
            Float.NEGATIVE_INFINITY, -1, -Float.MIN_VALUE, -0.0f, 0, Float.MIN_VALUE, Float.MAX_VALUE, 1 / 0f
        };
        float[][] rows = new float[numbers.length][];
        Arrays.setAll(rows, r -> new float[] {numbers[r]});
        for (int count = SlicedTrees.FEWEST; count <= rows.length; count++) {
            Trees.Room room = new Trees.Room(1, 1);
            trees.score(rows, count, room);
            for (int r = 0; r < count; r++) {
                assertThat(room.scores[r]).isEqualTo(trees.score(rows[r]));
            }
        }
    }

    @Test
    void contributionsAddUpExactlyInAnyOrder() {
        Random random = new Random(12);
        Trees.Builder builder = Trees.builder(COLUMNS, new double[] {0.1, 0.7});
        for (int i = 0; i < 200; i++) {
            builder.tree(i % 2, randomTree(random, 6));
        }
        Trees trees = builder.build();
        double[] contributions = new double[4];
        for (int n = 0; n < 500; n++) {
            float[] row = randomRow(random);
            for (int output = 0; output < 2; output++) {
                double rest = trees.contributions(row, output, contributions);
                double sum = contributions[3] + contributions[1] + rest + contributions[0] + contributions[2];
                assertThat(sum).isEqualTo(score(trees, row)[output]);
            }
        }
    }

    @Test
    void ensemblesCanBePutSideBySide() {
        Random random = new Random(13);
        Trees one = Trees.builder(COLUMNS, new double[] {0.5})
                .tree(0, randomTree(random, 5))
                .tree(0, randomTree(random, 5))
                .build();
        Trees other = Trees.builder(COLUMNS, new double[] {-1})
                .tree(0, randomTree(random, 4))
                .build();
        Trees both = Trees.builder(COLUMNS, new double[] {0, 0.25})
                .all(0, one)
                .all(1, other)
                .build();
        for (int n = 0; n < 200; n++) {
            float[] row = randomRow(random);
            assertThat(score(both, row)).containsExactly(score(one, row)[0], score(other, row)[0] + 0.25);
        }
    }

    @Test
    void aColumnThatIsNotAskedContributesNothing() {
        Node root = new Split(1, 0.5f, false, new Leaf(-1, 3), new Leaf(2, 1));
        Trees trees = Trees.builder(COLUMNS, new double[] {0}).tree(0, root).build();
        double[] contributions = new double[4];
        double rest = trees.contributions(new float[] {9, 1, 9, 9}, 0, contributions);
        assertThat(rest).isEqualTo(-0.25);
        assertThat(contributions).containsExactly(0, 2.25, 0, 0);
    }

    @Test
    void whatCannotBeIsRefused() {
        Trees.Builder builder = Trees.builder(COLUMNS, new double[] {0});
        assertThatThrownBy(() -> builder.tree(1, new Leaf(0, 1))).hasMessageContaining("output 1 of 1");
        assertThatThrownBy(() -> builder.tree(0, new Leaf(Float.NaN, 1))).hasMessageContaining("NaN");
        assertThatThrownBy(() -> builder.tree(0, new Split(4, 0, true, new Leaf(0, 1), new Leaf(0, 1))))
                .hasMessageContaining("column 4 of 4");
    }

    static Node randomTree(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return new Leaf((float) random.nextGaussian() / 3, 1 + random.nextInt(50));
        }
        return new Split(
                random.nextInt(4),
                random.nextInt(7) / 4f - 0.75f,
                random.nextBoolean(),
                randomTree(random, depth - 1),
                randomTree(random, depth - 1));
    }

    private static double walk(Node node, float[] row) {
        if (node instanceof Leaf leaf) {
            return leaf.value();
        }
        Split split = (Split) node;
        float number = row[split.column()];
        boolean below = Float.isNaN(number) ? split.missingBelow() : number < split.threshold();
        return walk(below ? split.below() : split.other(), row);
    }

    private static float[] randomRow(Random random) {
        return randomRow(random, true);
    }

    private static float[] randomRow(Random random, boolean someMissing) {
        float[] row = new float[4];
        for (int i = 0; i < row.length; i++) {
            row[i] = someMissing && random.nextInt(8) == 0 ? Float.NaN : random.nextInt(9) / 4f - 1;
        }
        return row;
    }

    private static double[] score(Trees trees, float... row) {
        double[] scores = new double[trees.outputs()];
        trees.score(row, new long[row.length], scores);
        return scores;
    }
}
