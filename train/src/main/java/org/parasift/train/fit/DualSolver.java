package org.parasift.train.fit;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * LibLinear's two problems for one label against the rest, by coordinate descent in the dual over {@link SolverRows}.
 *
 * <pre>
 * minimize  |w|² / 2 + sum over rows i of C(i) * loss(y(i) * (w · x(i)))      y(i) = 1 or -1; w has the bias in it
 *           loss(z) = max(0, 1 - z)²        squared hinge   (LibLinear's L2R_L2LOSS_SVC_DUAL)
 *           loss(z) = ln(1 + exp(-z))       logistic        (LibLinear's L2R_LR)
 * </pre>
 *
 * Both are strictly convex, so there is one answer, whoever finds it. In the dual each row has one number {@code a(i)},
 * and {@code w = sum of a(i) y(i) x(i)}; a step solves for one {@code a(i)} with the others held, at the price of one walk over
 * the row to know {@code w · x(i)} and one to change {@code w}. Columns of one row only need no weight: what they add to
 * {@code y(i) (w · x(i))} is {@code a(i)} times the square of their length.
 *
 * <ul>
 *   <li>Squared hinge: C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan, A dual coordinate descent method
 *       for large-scale linear SVM, ICML 2008, with their shrinking, and LibLinear's rule when to stop: all projected
 *       gradients lie within {@code eps}.
 *   <li>Logistic: H.-F. Yu, F.-L. Huang, C.-J. Lin, Dual coordinate descent methods for logistic regression and maximum
 *       entropy models, Machine Learning 85, 2011. The step is solved for {@code t = ln(a / (C - a))} instead of {@code a},
 *       where the equation is nearly a straight line and has no poles. It stops by the rule of LibLinear's primal solver,
 *       ten times as strict, for that takes few passes more: the gradient of the objective is
 *       {@code eps / 10 * min(positive, negative) / rows} times what it was at {@code w = 0}.
 *   <li>Both: R.-E. Fan, K.-W. Chang, C.-J. Hsieh, X.-R. Wang, C.-J. Lin, LIBLINEAR: A library for large linear
 *       classification, JMLR 9, 2008.
 * </ul>
 *
 * Owned by one thread. Deterministic.
 */
final class DualSolver {
    /** LibLinear too gives up after so many passes over the rows and turns to another method. */
    static final int MOST_PASSES = 300;

    private static final double NOTHING = 1e-12;
    private static final double STRICT = 0.1;

    private final SolverRows rows;
    private final double[] squares;
    private final double[] ownSquares;
    private final double eps;
    private final boolean logistic;

    /** The sign and the cost of each row; cost 0 leaves a row out. */
    private final boolean[] positive;

    private final double[] cost;
    private final SplittableRandom random;

    /** What is found: {@code a(i)}, and {@code w} in shared columns and bias. */
    private final double[] dual;

    private final double[] weights;
    private double bias;
    private int passes;

    /**
     * @param squares the square of the length of each row, bias included
     * @param ownSquares that of its columns which no other row has
     * @param dual where to start; is changed
     */
    DualSolver(
            SolverRows rows,
            double[] squares,
            double[] ownSquares,
            TrainerSpec.LibLinear spec,
            boolean[] positive,
            double[] cost,
            double[] dual,
            long seed) {
        this.rows = rows;
        this.squares = squares;
        this.ownSquares = ownSquares;
        this.eps = spec.eps();
        this.logistic = spec.loss() == TrainerSpec.LibLinear.Loss.LOGISTIC;
        this.positive = positive;
        this.cost = cost;
        this.dual = dual;
        this.weights = new double[rows.shared];
        this.random = new SplittableRandom(seed);
        for (int r = 0; r < dual.length; r++) {
            if (cost[r] == 0) {
                dual[r] = 0;
            } else if (dual[r] != 0) {
                change(r, dual[r]);
            }
        }
    }

    /** The dual numbers of the rows. */
    double[] dual() {
        return dual;
    }

    double[] weights() {
        return weights;
    }

    double bias() {
        return bias;
    }

    /** How many times the rows have been passed over. */
    int passes() {
        return passes;
    }

    /** Finds the answer; false if it is not found in {@value #MOST_PASSES} passes. */
    boolean solve() {
        return logistic ? logistic() : hinge();
    }

    /** The weights of groups: {@code a(i) y(i)} times their value. */
    double[] groupWeights() {
        double[] own = new double[rows.groups()];
        for (int r = 0; r < dual.length; r++) {
            double factor = positive[r] ? dual[r] : -dual[r];
            for (int g = rows.groupStart[r]; g < rows.groupStart[r + 1]; g++) {
                own[g] = factor * rows.groupValue[g];
            }
        }
        return own;
    }

    private void change(int row, double by) {
        double factor = positive[row] ? by : -by;
        rows.add(row, factor, weights);
        bias += factor;
    }

    /** {@code y(i) (w · x(i))}. */
    private double agreement(int row) {
        double score = rows.dot(row, weights) + bias;
        return (positive[row] ? score : -score) + dual[row] * ownSquares[row];
    }

    private int[] active() {
        int[] active = new int[dual.length];
        int count = 0;
        for (int r = 0; r < active.length; r++) {
            if (cost[r] > 0) {
                active[count++] = r;
            }
        }
        return Arrays.copyOf(active, count);
    }

    private void shuffle(int[] order, int size) {
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(size - i);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private boolean hinge() {
        int[] order = active();
        int size = order.length;
        double highest = Double.POSITIVE_INFINITY;
        for (passes = 0; passes < MOST_PASSES; passes++) {
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            shuffle(order, size);
            for (int s = 0; s < size; s++) {
                int row = order[s];
                double diagonal = 0.5 / cost[row];
                double gradient = agreement(row) - 1 + dual[row] * diagonal;
                double projected = gradient;
                if (dual[row] == 0) {
                    if (gradient > highest) {
                        // Far from the margin, on the right side: stays at 0, is not looked at again until the end.
                        size--;
                        order[s] = order[size];
                        order[size] = row;
                        s--;
                        continue;
                    }
                    projected = Math.min(0, gradient);
                }
                most = Math.max(most, projected);
                least = Math.min(least, projected);
                if (Math.abs(projected) > NOTHING) {
                    double before = dual[row];
                    dual[row] = Math.max(before - gradient / (squares[row] + diagonal), 0);
                    change(row, dual[row] - before);
                }
            }
            if (!(most - least > eps)) {
                if (size == order.length) {
                    passes++;
                    return true;
                }
                size = order.length;
                highest = Double.POSITIVE_INFINITY;
            } else {
                highest = most > 0 ? most : Double.POSITIVE_INFINITY;
            }
        }
        return false;
    }

    private boolean logistic() {
        int[] order = active();
        int positives = 0;
        double[] zero = new double[dual.length];
        for (int row : order) {
            positives += positive[row] ? 1 : 0;
            zero[row] = -cost[row] / 2;
        }
        double share = (double) Math.max(1, Math.min(positives, order.length - positives)) / order.length;
        double enough = STRICT * eps * share * norm(zero);
        // A row whose part in the gradient is below this one's share does not move: that saves half of its walk.
        double still = 0.01 * enough * enough / order.length;
        double[] part = zero;
        double promising = enough;
        for (passes = 0; passes < MOST_PASSES; passes++) {
            shuffle(order, order.length);
            double sum = 0;
            for (int row : order) {
                double agreement = agreement(row);
                double difference = dual[row] - cost[row] / (1 + Math.exp(agreement));
                double own = difference * difference * squares[row];
                sum += own;
                if (own > still) {
                    double before = dual[row];
                    dual[row] = step(before, agreement, squares[row], cost[row]);
                    change(row, dual[row] - before);
                }
            }
            // If rows had nothing in common the gradient would be the root of the sum. It is worth measuring then.
            if (Math.sqrt(sum) <= promising) {
                for (int row : order) {
                    part[row] = dual[row] - cost[row] / (1 + Math.exp(agreement(row)));
                }
                double gradient = norm(part);
                if (gradient <= enough) {
                    passes++;
                    return true;
                }
                // What many rows have in common adds up: then smaller parts count too.
                promising = Math.sqrt(sum) * Math.min(0.7, enough / gradient);
                still *= 0.01;
            }
        }
        return false;
    }

    /** The length of {@code sum of part(i) y(i) x(i)}. */
    private double norm(double[] part) {
        double[] sum = new double[rows.shared];
        double sumBias = 0;
        double length = 0;
        for (int r = 0; r < part.length; r++) {
            if (part[r] != 0) {
                double factor = positive[r] ? part[r] : -part[r];
                rows.add(r, factor, sum);
                sumBias += factor;
                length += part[r] * part[r] * ownSquares[r];
            }
        }
        for (double of : sum) {
            length += of * of;
        }
        return Math.sqrt(length + sumBias * sumBias);
    }

    /**
     * The {@code a} that solves {@code square * (a - before) + agreement + ln(a / (cost - a)) = 0}: Newton's method for
     * {@code t = ln(a / (cost - a))}, held between bounds that come from {@code 0 < a < cost}.
     */
    static double step(double before, double agreement, double square, double cost) {
        double high = square * before - agreement;
        double low = high - square * cost;
        double t = before > 0 && before < cost ? Math.log(before / (cost - before)) : -agreement;
        t = Math.min(high, Math.max(low, t));
        double a = cost / (1 + Math.exp(-t));
        for (int i = 0; i < 50; i++) {
            double error = square * (a - before) + agreement + t;
            if (error > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = t - error / (1 + square * a * (1 - a / cost));
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            double moved = next - t;
            t = next;
            a = cost / (1 + Math.exp(-t));
            if (Math.abs(moved) < 1e-6) {
                break;
            }
        }
        return a;
    }
}
