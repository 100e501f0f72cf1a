package org.parasift.token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parasift.token.WordBreakRules.Left;

/**
 * The rules as a table: state and class give the next state and what to do, so that a text is segmented in one forward
 * pass. Derived from {@link WordBreakRules} by asking it about every reachable combination.
 *
 * <p>Some rules look one character ahead (WB6: {@code don't} joins, {@code don'} does not). There the machine leaves the
 * place open ({@link #OPEN}) and goes on; the next character that WB4 does not skip settles it: a boundary at the open
 * place ({@link #BREAK_OPEN}) or none ({@link #JOIN_OPEN}). At most one place is open at a time, which {@link #derive} checks.
 */
final class WordMachine {
    /** There is a boundary before this character. */
    static final int BREAK = 1;
    /** Whether there is one is open until later. */
    static final int OPEN = 2;
    /** There is one at the place left open. */
    static final int BREAK_OPEN = 4;
    /** There is none at the place left open. */
    static final int JOIN_OPEN = 8;
    /** The actions' bits; the rest of an entry is the next state's row. */
    static final int ACTIONS = 15;

    static final int NEXT_SHIFT = 4;

    /** A row of the table: room for the classes, and the entries of a row are found by {@code row | class}. */
    static final int ROW = 32;

    /** Where a text starts. */
    static final int START = 0;

    private WordMachine() {}

    /** {@code table[row | class] = nextRow << NEXT_SHIFT | actions}, a row being a state times {@link #ROW}. */
    static int[] derive(Set<Tailoring> tailorings) {
        return new Derivation(new WordBreakRules(tailorings)).table();
    }

    /** A place in a text: what is before it, and the place still open, as what was before that and the class behind. */
    private record State(Left left, @Nullable Left open, WordClass openRight) {
        static final State START = new State(Left.START, null, WordClass.EDGE);
    }

    private static final class Derivation {
        private static final WordClass[] CLASSES = WordClass.values();

        private final WordBreakRules rules;
        private final Map<State, Integer> rows = new HashMap<>();
        private final Deque<State> unseen = new ArrayDeque<>();

        Derivation(WordBreakRules rules) {
            this.rules = rules;
        }

        int[] table() {
            Map<Integer, int[]> entries = new HashMap<>();
            rowOf(State.START);
            while (!unseen.isEmpty()) {
                State state = unseen.remove();
                int[] row = new int[ROW];
                for (WordClass right : CLASSES) {
                    row[right.ordinal()] = entry(state, right);
                }
                entries.put(rowOf(state), row);
            }
            int[] table = new int[entries.size() * ROW];
            entries.forEach((row, values) -> System.arraycopy(values, 0, table, row, ROW));
            return table;
        }

        private int rowOf(State state) {
            Integer known = rows.get(state);
            if (known == null) {
                known = rows.size() * ROW;
                rows.put(state, known);
                unseen.add(state);
            }
            return known;
        }

        private int entry(State state, WordClass right) {
            Left left = state.left();
            if (state.open() != null && right.isSkipped()) {
                return rowOf(new State(left.then(right), state.open(), state.openRight())) << NEXT_SHIFT;
            }
            int actions = 0;
            if (state.open() != null) {
                actions = rules.breaks(state.open(), state.openRight(), right) ? BREAK_OPEN : JOIN_OPEN;
            }
            Left after = left.then(right);
            State next = new State(after, null, WordClass.EDGE);
            // No switch: it would make a class of its own.
            Answer answer = answer(left, right);
            if (answer == Answer.YES) {
                actions |= BREAK;
            } else if (answer == Answer.DEPENDS) {
                if (state.open() != null) {
                    throw new IllegalStateException("two open places at " + state + " before " + right);
                }
                actions |= OPEN;
                next = new State(after, /* open= */ left, right);
            }
            return rowOf(next) << NEXT_SHIFT | actions;
        }

        private enum Answer {
            YES,
            NO,
            DEPENDS
        }

        /** Whether there is a boundary, if that can be told without the next character. */
        private Answer answer(Left left, WordClass right) {
            boolean yes = false;
            boolean no = false;
            for (WordClass next : CLASSES) {
                boolean breaks = !next.isSkipped() && rules.breaks(left, right, next);
                yes |= breaks;
                no |= !breaks && !next.isSkipped();
            }
            return yes && no ? Answer.DEPENDS : yes ? Answer.YES : Answer.NO;
        }
    }
}
