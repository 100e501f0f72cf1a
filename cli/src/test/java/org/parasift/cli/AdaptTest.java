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

class AdaptTest {
    @TempDir
    Path root;

    /** Articles of a site, each with an offer of its own in the middle. */
    private Path site(int articles) throws IOException {
        Path folder = Files.createDirectories(root.resolve("site"));
        for (int i = 0; i < articles; i++) {
            Files.writeString(
                    folder.resolve(i + ".txt"),
                    "Round " + i + " of the talks ends\n\nMinisters of both countries said on Monday that round " + i
                            + " of the talks had ended without a treaty.\n\nThe mug of the week is number " + i
                            + ", and it is blue.\n\nThe delegations will meet again in " + (i + 2) + " weeks.\n");
        }
        return folder;
    }

    private Path labels(int articles) throws IOException {
        StringBuilder rows = new StringBuilder("article,paragraph,label,text\n");
        for (int i = 0; i < articles; i++) {
            int n = 100 + i;
            rows.append("l" + i + ",0,on-topic,Round " + n + " of the talks ends\n");
            rows.append("l" + i + ",1,on-topic,Ministers of both countries said that round " + n + " had ended.\n");
            rows.append("l" + i + ",2,spam,\"The mug of the week is number " + n + ", and it is blue.\"\n");
        }
        return Files.writeString(root.resolve("labels.csv"), rows);
    }

    private static void needBuiltIn() {
        try {
            ParagraphClassifier.builtIn();
        } catch (ModelFormatException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @Test
    void aSiteTakesArticlesAndAModelOfNews() throws IOException {
        Path linear = root.resolve("linear.psm");
        assertThat(Run.in(root, "", "train", Run.SEEDS, "-o", linear).code()).isZero();
        Run wrong = Run.in(root, "", "adapt", "--unlabelled", site(6), "-m", linear, "-o", root.resolve("x.psm"));
        assertThat(wrong.code()).isEqualTo(Parasift.UNUSABLE_MODEL);
        assertThat(wrong.err()).contains("no model of news articles").hasLineCount(1);
        assertThat(Run.in(root, "", "adapt", "-o", root.resolve("x.psm")).code())
                .isEqualTo(Parasift.WRONG_USAGE);
        assertThat(root.resolve("x.psm")).doesNotExist();
    }

    @Test
    void fourArticlesAreTooFew() throws IOException {
        needBuiltIn();
        Run few = Run.in(root, "", "adapt", "--unlabelled", site(4), "-o", root.resolve("x.psm"));
        assertThat(few.code()).isEqualTo(Parasift.BAD_INPUT);
        assertThat(few.err()).contains("4 articles (expected 5 or more)");
    }

    @Test
    void labelsAreLearnedAndWhatChangedIsSaid() throws IOException {
        needBuiltIn();
        Path adapted = root.resolve("site.psm");
        Run run = Run.in(root, "", "adapt", "--unlabelled", site(8), labels(6), "-o", adapted);
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "18 labelled paragraphs of 6 articles",
                        "of 8 articles without labels",
                        "changed   the decision on")
                .contains("held out  by article, before and after", "F1 of spam", "wrote     " + adapted);
        assertThat(Run.in(root, "", "inspect", adapted).out()).contains("adapted.labelled = 18");
    }

    @Test
    void withoutLabelsItIsSaidThatNobodyKnows() throws IOException {
        needBuiltIn();
        Path adapted = root.resolve("site.psm");
        Run run = Run.in(root, "", "adapt", "--unlabelled", site(8), "-o", adapted);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("whether it is better nobody knows", "wrote     " + adapted);
    }
}
