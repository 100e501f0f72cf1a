package org.parasift.features;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The menu: everything that can be extracted from a paragraph. Each family is a record of its parameters and writes
 * itself as one line of a {@link FeatureRecipe}, such as {@code words orders=1,2}.
 */
public sealed interface FeatureFamily {
    /** The line of the recipe. */
    String line();

    /** A family with as many features as the language has words; their counts are weighted by {@link Weighting}. */
    sealed interface Bag extends FeatureFamily {
        /** Adds the features of a paragraph, 1 for each time they occur. */
        void count(Page page, int paragraph, FeatureVector into);

        /** Says the names of the same features; {@code words} are the folded texts of the paragraph's tokens. */
        void names(Page page, int paragraph, List<String> words, FeatureNames into);
    }

    /** A family of named numbers: every paragraph has each of them. */
    sealed interface Columns extends FeatureFamily {
        /** The columns, always the same in the same order. */
        List<Column> columns();

        /**
         * Checks that what the family needs to have learned is there.
         *
         * @throws IllegalArgumentException saying what is missing
         */
        default void requireKnowledge(Knowledge knowledge) {}

        /** Writes the paragraph's numbers, the first to {@code into[at]}. */
        void fill(Page page, int paragraph, float[] into, int at);
    }

    /**
     * Runs of words: {@code word:united states}.
     *
     * @param orders how many words a run has
     * @param edges whether the paragraph's beginning and end count as words {@code ^} and {@code $} of longer runs
     */
    record WordGrams(Orders orders, boolean edges) implements Bag {
        /** Without edges. */
        public WordGrams(Orders orders) {
            this(orders, false);
        }

        @Override
        public String line() {
            return "words orders=" + orders + (edges ? " edges=yes" : "");
        }

        @Override
        public void count(Page page, int paragraph, FeatureVector into) {
            Grams.countWords(orders, page, paragraph, into);
            if (edges) {
                Grams.countEdges(orders, page, paragraph, into);
            }
        }

        @Override
        public void names(Page page, int paragraph, List<String> words, FeatureNames into) {
            Grams.nameWords(orders, page, paragraph, words, into);
            if (edges) {
                Grams.nameEdges(orders, page, paragraph, words, into);
            }
        }
    }

    /** Runs of chars inside words, whose edges show as {@code <} and {@code >}: {@code chars:<ira}. */
    record CharGrams(Orders orders) implements Bag {
        @Override
        public String line() {
            return "chars orders=" + orders;
        }

        @Override
        public void count(Page page, int paragraph, FeatureVector into) {
            Grams.countChars(orders, page, paragraph, into);
        }

        @Override
        public void names(Page page, int paragraph, List<String> words, FeatureNames into) {
            Grams.nameChars(orders, page, paragraph, into);
        }
    }

    /** How the paragraph looks: length, beginning, ending, capitals, digits, marks. */
    record Shape() implements Columns {
        @Override
        public String line() {
            return "shape";
        }

        @Override
        public List<Column> columns() {
            return ShapeColumns.COLUMNS;
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            ShapeColumns.fill(page, paragraph, into, at);
        }
    }

    /**
     * Where the paragraph stands in the article.
     *
     * @param blocks and where in its block; of use only if training and later texts are laid out alike
     */
    record Position(boolean blocks) implements Columns {
        /** With blocks. */
        public Position() {
            this(true);
        }

        @Override
        public String line() {
            return "position" + (blocks ? "" : " blocks=no");
        }

        @Override
        public List<Column> columns() {
            return PositionColumns.columns(blocks);
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            PositionColumns.fill(page, paragraph, blocks, into, at);
        }
    }

    /** How the paragraphs before and after it look. */
    record Neighbours() implements Columns {
        @Override
        public String line() {
            return "neighbours";
        }

        @Override
        public List<Column> columns() {
            return NeighbourColumns.COLUMNS;
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            NeighbourColumns.fill(page, paragraph, into, at);
        }
    }

    /** How many of its words are those by which sites speak for themselves: to subscribe, to watch, to credit. */
    record Cues() implements Columns {
        @Override
        public String line() {
            return "cues";
        }

        @Override
        public List<Column> columns() {
            return CueColumns.COLUMNS;
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            CueColumns.fill(page, paragraph, into, at);
        }
    }

    /** The run of headlines it stands in, if it looks like one. */
    record Runs() implements Columns {
        @Override
        public String line() {
            return "runs";
        }

        @Override
        public List<Column> columns() {
            return RunColumns.COLUMNS;
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            RunColumns.fill(page, paragraph, into, at);
        }
    }

    /** Whether it says again what an earlier paragraph of the article has said. */
    record Repetition() implements Columns {
        @Override
        public String line() {
            return "repetition";
        }

        @Override
        public List<Column> columns() {
            return RepetitionColumns.COLUMNS;
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            RepetitionColumns.fill(page, paragraph, into, at);
        }
    }

    /** What it has in common with the rest of the article, by its content words; with idf if there is a lexicon. */
    record Cohesion() implements Columns {
        @Override
        public String line() {
            return "cohesion";
        }

        @Override
        public List<Column> columns() {
            return CohesionColumns.COLUMNS;
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            CohesionColumns.fill(page, paragraph, into, at);
        }
    }

    /** What it has in common with the rest of the article, by vectors of words. */
    record Meaning() implements Columns {
        @Override
        public String line() {
            return "meaning";
        }

        @Override
        public List<Column> columns() {
            return MeaningColumns.COLUMNS;
        }

        @Override
        public void requireKnowledge(Knowledge knowledge) {
            if (knowledge.lexicon().map(Lexicon::dimensions).orElse(0) == 0) {
                throw new IllegalArgumentException("the recipe wants a lexicon with vectors");
            }
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            page.meaningTies().fill(page, paragraph, into, at);
        }
    }

    /** The passage of some paragraphs around it that has least in common with the rest of the article. */
    record Passages() implements Columns {
        @Override
        public String line() {
            return "passages";
        }

        @Override
        public List<Column> columns() {
            return PassageTies.COLUMNS;
        }

        @Override
        public void requireKnowledge(Knowledge knowledge) {
            new Meaning().requireKnowledge(knowledge);
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            page.passages().fill(page, paragraph, into, at);
        }
    }

    /** Whether it was seen on other pages. */
    record SiteMemory() implements Columns {
        @Override
        public String line() {
            return "site-memory";
        }

        @Override
        public List<Column> columns() {
            return MemoryColumns.COLUMNS;
        }

        @Override
        public void requireKnowledge(Knowledge knowledge) {
            if (knowledge.memory().isEmpty()) {
                throw new IllegalArgumentException("the recipe wants a memory of lines");
            }
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            MemoryColumns.fill(page, paragraph, page.knowledge().memory().orElseThrow(), into, at);
        }
    }

    /**
     * What linear models of the words alone say of the paragraph, of the article and of the paragraphs around.
     *
     * @param names of the scores, as {@link TextScorer#names()} has them; letters, digits and hyphens
     * @param article those whose mean over the article is a column too, how far the paragraph is from it, the lower
     *     quartile of the article's prose and the mean over its beginning
     * @param around those that are columns of the paragraphs before and after too, pressed into -1 to 1
     */
    record TextScores(List<String> names, List<String> article, List<String> around) implements Columns {
        private static final Pattern LINE =
                Pattern.compile("text-scores names=([^ ]+)(?: article=([^ ]+))?(?: around=([^ ]+))?");

        public TextScores {
            names = List.copyOf(names);
            article = List.copyOf(article);
            around = List.copyOf(around);
            for (String name : names) {
                if (!name.matches("[A-Za-z0-9-]+")) {
                    throw new IllegalArgumentException("text score '" + name + "' (expected letters, digits, hyphens)");
                }
            }
            if (names.isEmpty() || !names.containsAll(article) || !names.containsAll(around)) {
                throw new IllegalArgumentException("text scores " + names + ", of them " + article + " and " + around
                        + " (expected at least one)");
            }
        }

        @Override
        public String line() {
            return "text-scores names=" + String.join(",", names)
                    + (article.isEmpty() ? "" : " article=" + String.join(",", article))
                    + (around.isEmpty() ? "" : " around=" + String.join(",", around));
        }

        /** The inverse of {@link #line()}. */
        static TextScores parse(String line) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + line + "' (expected text-scores names=A,B article=A around=B, the last two if wanted)");
            }
            return new TextScores(list(matcher.group(1)), list(matcher.group(2)), list(matcher.group(3)));
        }

        private static List<String> list(@Nullable String names) {
            return names == null ? List.of() : List.of(names.split(",", -1));
        }

        @Override
        public List<Column> columns() {
            return TextScoreColumns.columns(this);
        }

        @Override
        public void requireKnowledge(Knowledge knowledge) {
            List<String> known = knowledge.scorer().map(TextScorer::names).orElse(List.of());
            if (!known.equals(names)) {
                throw new IllegalArgumentException(
                        "the recipe wants the text scores " + names + ", there are " + known);
            }
        }

        @Override
        public void fill(Page page, int paragraph, float[] into, int at) {
            TextScoreColumns.fill(page, paragraph, this, into, at);
        }
    }
}
