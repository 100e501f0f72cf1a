package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
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

    /** Gossip is spam from its first paragraph to its last, unless articles may be about anything. */
    @Test
    void anArticleOnAnotherSubjectIsSpamUnlessAnySubjectWillDo() throws IOException {
        needBuiltIn();
        Path gossip = Files.writeString(fresh.resolve("gossip.txt"), """
                Singer stuns in silver gown at the gala

                The reality star arrived on the red carpet with her sister, wearing a floor-length silver gown and earrings.

                Fans on Instagram could not stop talking about her new hairstyle, and some wondered whether they date again.

                A friend told the magazine that the two have been spending time with the kids and her mom in Malibu.

                The singer, who released her latest album in March, will start her world tour with a new band this summer.
                """);
        String asItIs = Run.in(fresh, "", "classify", gossip, "--to", "labels").out();
        assertThat(asItIs.lines()).hasSize(5).allMatch("spam"::equals);
        Run any = Run.in(fresh, "", "classify", gossip, "--any-subject", "--to", "labels");
        assertThat(any.out().lines()).hasSize(5).filteredOn("spam"::equals).hasSizeLessThanOrEqualTo(1);
        assertThat(Run.in(fresh, "", "clean", gossip, "--any-subject").out()).contains("red carpet", "world tour");
        assertThat(Run.in(fresh, "", "explain", gossip, "-p", 1).out()).contains("sound like other-subjects");
        assertThat(Run.in(fresh, "", "explain", gossip, "-p", 1, "--any-subject")
                        .out())
                .doesNotContain("other-subjects");
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
