package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.classify.ModelFormatException;
import org.parasift.classify.ParagraphClassifier;

/** The verbs in a fresh project, where nothing has been trained. */
class BuiltInTest {
    private static final Path ARTICLE = Run.SEEDS.resolve("001_2224c2a5299d7cdb.txt");

    @TempDir
    Path fresh;

    private static void needBuiltIn() {
        assumeTrue(isBuiltIn(), "built without a built-in model");
    }

    private static boolean isBuiltIn() {
        try {
            return ParagraphClassifier.builtIn() != null;
        } catch (ModelFormatException e) {
            return false;
        }
    }

    @Test
    void withoutABuiltInModelTheVerbsSaySo() {
        assumeTrue(!isBuiltIn(), "there is a built-in model");
        Run run = Run.in(fresh, "", "classify", ARTICLE);
        assertThat(run.code()).isEqualTo(Parasift.UNUSABLE_MODEL);
        assertThat(run.err()).contains("no built-in model").hasLineCount(1);
    }

    @Test
    void classifyCleanEvaluateExplainAndInspectNeedNoTraining() {
        needBuiltIn();
        Run classified = Run.in(fresh, "", "classify", ARTICLE);
        assertThat(classified.code()).isZero();
        assertThat(classified.err()).isEmpty();
        assertThat(classified.out()).contains(",KEEP,", ",DROP,");
        assertThat(Run.in(fresh, "", "clean", ARTICLE).out())
                .startsWith("USA orders personnel")
                .doesNotContain("Walmart says");
        assertThat(Run.in(fresh, "", "evaluate", Run.SEEDS).out())
                .contains("5 articles, 99 paragraphs scored")
                .doesNotContain("left out", "warning");
        assertThat(Run.in(fresh, "", "explain", ARTICLE, "--paragraph", 20).out())
                .contains("decision DROP", "score for spam");
        assertThat(Run.in(fresh, "", "inspect").out()).startsWith("file         built-in, ");
    }

    @Test
    void itHasAName() {
        needBuiltIn();
        assertThat(Run.in(fresh, "", "classify", ARTICLE, "-m", "built-in").out())
                .isEqualTo(Run.in(fresh, "", "classify", ARTICLE).out());
        assertThat(Run.in(fresh, "", "compare", "built-in", "built-in", Run.SEEDS)
                        .out())
                .contains("A and B give every row the same verdict");
    }

    @Test
    void aPersonIsToldWhichModelItIsAndAScriptIsNot() {
        needBuiltIn();
        Console.Terminal terminal = new Console.Terminal(false, true);
        assertThat(Run.on(terminal, fresh, "", "classify", ARTICLE).err()).contains("model     built-in (another");
        assertThat(Run.on(terminal, fresh, "", "classify", ARTICLE, "-m", "built-in")
                        .err())
                .doesNotContain("model     ");
        assertThat(Run.in(fresh, "", "classify", ARTICLE).err()).isEmpty();
    }
}
