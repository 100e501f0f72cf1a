package org.parasift.train.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * LibLinear's one-against-the-rest over {@link Rows}: one {@link DualSolver} for each label, for two labels a single one in
 * favour of the second. Labels are solved side by side on the cores there are; none knows of the others, so the result is the
 * same on any number.
 */
final class OneVsRest {
    private final Rows rows;
    private final SolverRows packed;
    private final TrainerSpec.LibLinear spec;
    private final long seed;
    private final double[] squares;
    private final double[] ownSquares;

    OneVsRest(Rows rows, TrainerSpec.LibLinear spec, long seed) {
        this.rows = rows;
        this.spec = spec;
        this.seed = seed;
        this.packed = SolverRows.of(rows);
        this.squares = new double[rows.size()];
        this.ownSquares = new double[rows.size()];
        for (int r = 0; r < squares.length; r++) {
            ownSquares[r] = packed.ownSquares(r);
            squares[r] = packed.sharedSquares(r) + ownSquares[r] + 1;
        }
    }

    /** The answers, one for each problem. */
    final class Solved {
        private final DualSolver[] solvers;

        private Solved(DualSolver[] solvers) {
            this.solvers = solvers;
        }

        /** Solves again without some rows, from here: most of the answer stays. */
        Optional<Solved> without(boolean[] left) {
            return solve(left, Optional.of(this));
        }

        /** The scores of a row for all labels. Of a row that was left out, columns of its own have no weight. */
        double[] scores(int row) {
            double[] scores = new double[rows.labels.size()];
            for (int p = 0; p < solvers.length; p++) {
                DualSolver solver = solvers[p];
                double own = solver.dual()[row] * ownSquares[row];
                double score = packed.dot(row, solver.weights()) + solver.bias();
                scores[solvers.length == 1 ? 1 : p] = score + (positive(p, row) ? own : -own);
            }
            if (solvers.length == 1) {
                scores[0] = -scores[1];
            }
            return scores;
        }

        /** How many passes over the rows each problem took. */
        List<Integer> passes() {
            return Arrays.stream(solvers).map(DualSolver::passes).toList();
        }

        double[] bias() {
            double[] bias = Arrays.stream(solvers).mapToDouble(DualSolver::bias).toArray();
            return bias.length == 1 ? new double[] {-bias[0], bias[0]} : bias;
        }

        /** Column by column, for each label. */
        double[] weights() {
            int labels = rows.labels.size();
            double[] weights = new double[Math.multiplyExact(rows.columns(), labels)];
            for (int p = 0; p < solvers.length; p++) {
                double[] shared = solvers[p].weights();
                double[] own = solvers[p].groupWeights();
                int label = solvers.length == 1 ? 1 : p;
                for (int c = 0; c < rows.columns(); c++) {
                    weights[c * labels + label] = packed.weight(c, shared, own);
                }
            }
            for (int c = 0; c < rows.columns() && solvers.length == 1; c++) {
                weights[2 * c] = -weights[2 * c + 1];
            }
            return weights;
        }
    }

    /** Empty if a problem was not solved in {@link DualSolver#MOST_PASSES} passes. */
    Optional<Solved> solve() {
        return solve(new boolean[rows.size()], Optional.empty());
    }

    private Optional<Solved> solve(boolean[] left, Optional<Solved> from) {
        DualSolver[] solvers = new DualSolver[rows.labels.size() == 2 ? 1 : rows.labels.size()];
        boolean solved = IntStream.range(0, solvers.length)
                        .parallel()
                        .map(p -> {
                            double[] start = from.isPresent()
                                    ? from.get().solvers[p].dual().clone()
                                    : new double[rows.size()];
                            solvers[p] = solver(p, left, start);
                            return solvers[p].solve() ? 1 : 0;
                        })
                        .sum()
                == solvers.length;
        return solved ? Optional.of(new Solved(solvers)) : Optional.empty();
    }

    private DualSolver solver(int problem, boolean[] left, double[] start) {
        double[] balance = spec.balanced() ? Tribuo.balance(rows) : new double[0];
        boolean[] positive = new boolean[rows.size()];
        double[] cost = new double[rows.size()];
        for (int r = 0; r < cost.length; r++) {
            positive[r] = positive(problem, r);
            // As in LibLinear: one weight for each of two labels; of more labels only the one, not the rest, is
            // weighed.
            boolean weighed = spec.balanced() && (positive[r] || rows.labels.size() == 2);
            cost[r] = left[r] ? 0 : spec.cost() * (weighed ? balance[rows.label[r]] : 1);
        }
        return new DualSolver(packed, squares, ownSquares, spec, positive, cost, start, seed);
    }

    private boolean positive(int problem, int row) {
        return rows.label[row] == (rows.labels.size() == 2 ? 1 : problem);
    }
}
