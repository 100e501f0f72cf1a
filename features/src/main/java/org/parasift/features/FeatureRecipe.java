package org.parasift.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.parasift.features.FeatureFamily.CharGrams;
import org.parasift.features.FeatureFamily.Cohesion;
import org.parasift.features.FeatureFamily.Cues;
import org.parasift.features.FeatureFamily.Meaning;
import org.parasift.features.FeatureFamily.Neighbours;
import org.parasift.features.FeatureFamily.Passages;
import org.parasift.features.FeatureFamily.Position;
import org.parasift.features.FeatureFamily.Repetition;
import org.parasift.features.FeatureFamily.Runs;
import org.parasift.features.FeatureFamily.Shape;
import org.parasift.features.FeatureFamily.SiteMemory;
import org.parasift.features.FeatureFamily.TextScores;
import org.parasift.features.FeatureFamily.WordGrams;
import org.parasift.token.Tailoring;

/**
 * What is extracted from a paragraph. Its text travels inside the model, so training and serving cannot differ:
 *
 * <pre>
 * recipe 1
 * tokens accent-apostrophe
 * words orders=1,2
 * shape
 * repetition
 * weighting tf=binary idf=no norm=none
 * </pre>
 *
 * {@link #parse} and {@link #toString} are inverse.
 *
 * @param tailorings of the tokenizer
 * @param families at least one, no kind twice
 * @param weighting of the bag families; columns are not weighted
 */
public record FeatureRecipe(Set<Tailoring> tailorings, List<FeatureFamily> families, Weighting weighting) {
    private static final String HEAD = "recipe 1";

    public FeatureRecipe {
        EnumSet<Tailoring> sorted = EnumSet.noneOf(Tailoring.class);
        sorted.addAll(tailorings);
        tailorings = Collections.unmodifiableSet(sorted);
        families = List.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException("a recipe needs at least one feature family");
        }
        long kinds = families.stream().map(FeatureFamily::getClass).distinct().count();
        if (kinds < families.size()) {
            throw new IllegalArgumentException("a feature family stands twice in " + families);
        }
    }

    /**
     * For paragraphs in their article: words and word pairs, shape, position, neighbours, repetition. The words together
     * have length 1, so that hundreds of them do not drown the few columns where there is little to learn from.
     */
    public static FeatureRecipe articles() {
        return new FeatureRecipe(
                EnumSet.of(Tailoring.ACCENT_APOSTROPHE),
                List.of(
                        new WordGrams(Orders.of(1, 2)),
                        new Shape(),
                        new Position(),
                        new Neighbours(),
                        new Runs(),
                        new Repetition()),
                Weighting.BINARY_L2);
    }

    /** For texts that stand alone: words and word pairs. */
    public static FeatureRecipe texts() {
        return new FeatureRecipe(
                EnumSet.noneOf(Tailoring.class), List.of(new WordGrams(Orders.of(1, 2))), Weighting.BINARY);
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException naming the line and what was expected
     */
    public static FeatureRecipe parse(String text) {
        return new RecipeParser(text).parse();
    }

    /** The same with another weighting. */
    public FeatureRecipe with(Weighting other) {
        return new FeatureRecipe(tailorings, families, other);
    }

    /** What extracts by this recipe, with nothing learned: every idf is taken for 1. */
    public FeatureExtractor compile() {
        return compile(Knowledge.NONE);
    }

    /** What extracts by this recipe, with idf weights if the weighting wants them. */
    public FeatureExtractor compile(Idf idf) {
        return compile(Knowledge.NONE.with(idf));
    }

    /** What extracts by this recipe, with what its families have learned. */
    public FeatureExtractor compile(Knowledge knowledge) {
        return new FeatureExtractor(this, knowledge);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEAD).append("\ntokens");
        for (Tailoring tailoring : tailorings) {
            text.append(' ').append(named(tailoring));
        }
        for (FeatureFamily family : families) {
            text.append('\n').append(family.line());
        }
        return text.append("\nweighting tf=")
                .append(named(weighting.tf()))
                .append(" idf=")
                .append(weighting.idf() ? "yes" : "no")
                .append(" norm=")
                .append(weighting.l2() ? "l2" : "none")
                .append('\n')
                .toString();
    }

    private static String named(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the lines one by one. */
    private static final class RecipeParser {
        private static final List<FeatureFamily> WITHOUT_PARAMETERS = List.of(
                new Shape(),
                new Position(),
                new Position(false),
                new Neighbours(),
                new Runs(),
                new Repetition(),
                new Cohesion(),
                new Cues(),
                new Meaning(),
                new Passages(),
                new SiteMemory());

        private static final String EDGES = " edges=yes";

        private final List<String> lines;
        private int line;

        RecipeParser(String text) {
            lines = text.strip().lines().collect(Collectors.toUnmodifiableList());
        }

        FeatureRecipe parse() {
            if (!next("'" + HEAD + "'").equals(HEAD)) {
                throw wrong("'" + HEAD + "'");
            }
            Set<Tailoring> tailorings = tokens(next("'tokens …'"));
            List<FeatureFamily> families = new ArrayList<>();
            String text = next("a feature family");
            while (!text.startsWith("weighting ")) {
                FeatureFamily family = family(text);
                for (FeatureFamily earlier : families) {
                    if (earlier.getClass() == family.getClass()) {
                        throw wrong("each family once");
                    }
                }
                families.add(family);
                text = next("a feature family or 'weighting …'");
            }
            if (families.isEmpty()) {
                throw wrong("a feature family before the weighting");
            }
            Weighting weighting = weighting(text);
            if (line < lines.size()) {
                line++;
                throw wrong("nothing after the weighting");
            }
            return new FeatureRecipe(tailorings, families, weighting);
        }

        private String next(String expected) {
            line++;
            if (line > lines.size()) {
                throw new IllegalArgumentException("recipe line " + line + ": missing (expected " + expected + ")");
            }
            return lines.get(line - 1);
        }

        private IllegalArgumentException wrong(String expected) {
            return new IllegalArgumentException(
                    "recipe line " + line + ": '" + lines.get(line - 1) + "' (expected " + expected + ")");
        }

        private Set<Tailoring> tokens(String text) {
            List<String> words = List.of(text.split(" ", -1));
            if (!words.get(0).equals("tokens")) {
                throw wrong("'tokens' and the names of tailorings");
            }
            Set<Tailoring> found = EnumSet.noneOf(Tailoring.class);
            for (String word : words.subList(1, words.size())) {
                boolean added = false;
                for (Tailoring tailoring : Tailoring.values()) {
                    added |= named(tailoring).equals(word) && found.add(tailoring);
                }
                if (!added) {
                    throw wrong("tailorings among "
                            + EnumSet.allOf(Tailoring.class).stream()
                                    .map(FeatureRecipe::named)
                                    .collect(Collectors.joining(", "))
                            + ", each once, not '" + word + "'");
                }
            }
            return found;
        }

        private FeatureFamily family(String text) {
            for (FeatureFamily family : WITHOUT_PARAMETERS) {
                if (family.line().equals(text)) {
                    return family;
                }
            }
            try {
                if (text.startsWith("words orders=")) {
                    boolean edges = text.endsWith(EDGES);
                    int end = text.length() - (edges ? EDGES.length() : 0);
                    return new WordGrams(Orders.parse(text.substring("words orders=".length(), end)), edges);
                }
                if (text.startsWith("chars orders=")) {
                    return new CharGrams(Orders.parse(text.substring("chars orders=".length())));
                }
                if (text.startsWith("text-scores ")) {
                    return TextScores.parse(text);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("recipe line " + line + ": " + e.getMessage(), e);
            }
            throw wrong("words orders=…, chars orders=…, text-scores names=…, "
                    + WITHOUT_PARAMETERS.stream().map(FeatureFamily::line).collect(Collectors.joining(", "))
                    + " or weighting …");
        }

        private Weighting weighting(String text) {
            for (Weighting.Tf tf : Weighting.Tf.values()) {
                for (boolean idf : new boolean[] {false, true}) {
                    for (boolean l2 : new boolean[] {false, true}) {
                        Weighting weighting = new Weighting(tf, idf, l2);
                        String line = new FeatureRecipe(Set.of(), List.of(new Shape()), weighting)
                                .toString()
                                .lines()
                                .reduce((a, b) -> b)
                                .orElseThrow();
                        if (line.equals(text)) {
                            return weighting;
                        }
                    }
                }
            }
            throw wrong("weighting tf=binary|count|sublinear idf=yes|no norm=l2|none");
        }
    }
}
