package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the news recipe refuses; that it learns is asked where its parts are tested and where the built-in model is. */
class NewsTrainingTest {
    @TempDir
    Path root;

    private Path articles(int articles, String other) throws IOException {
        StringBuilder rows = new StringBuilder("article,paragraph,label,text\n");
        for (int i = 0; i < articles; i++) {
            rows.append("a" + i + ",0,on-topic,The ministers met for the " + i + "th time.\n");
            for (int p = 1; p < 4; p++) {
                rows.append("a" + i + "," + p + "," + other + ",Buy mug " + p + " of day " + i + "\n");
            }
        }
        return Files.writeString(root.resolve("articles.csv"), rows);
    }

    @Test
    void thePresetWantsDataAndArticlesWithoutLabels() throws IOException {
        Path data = articles(12, "spam");
        assertThat(Run.in(root, "", "train", "--preset", "news", data).code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(Run.in(root, "", "train", "--preset", "news", "--unlabelled", root)
                        .code())
                .isEqualTo(Parasift.WRONG_USAGE);
        assertThat(Run.in(root, "", "train", data, "--unlabelled", root).code()).isEqualTo(Parasift.WRONG_USAGE);
        assertThat(Run.in(root, "", "train", data, "--shipped", root).code()).isEqualTo(Parasift.WRONG_USAGE);
    }

    @Test
    void tooLittleIsSaidWithWhatWouldDo() throws IOException {
        Path few = Files.createDirectories(root.resolve("few"));
        Files.writeString(few.resolve("one.txt"), "Talks go on\n\nThe ministers met again.\n");
        Run raw = Run.in(root, "", "train", "--preset", "news", articles(12, "spam"), "--unlabelled", few);
        assertThat(raw.code()).isEqualTo(Parasift.BAD_INPUT);
        assertThat(raw.err()).contains("1 articles (expected 200 or more; 'adapt' needs fewer)");
        Run labelled = Run.in(root, "", "train", "--preset", "news", articles(6, "spam"), "--unlabelled", few);
        assertThat(labelled.err()).contains("6 articles with 18 spam paragraphs (expected 10 articles");
        Run labels = Run.in(root, "", "train", "--preset", "news", articles(12, "sport"), "--unlabelled", few);
        assertThat(labels.err()).contains("the labels on-topic, sport (expected on-topic and spam)");
    }

    @Test
    void dataOfTheBuiltInModelThatIsNotThereIsNamed() throws IOException {
        Files.createDirectories(root.resolve("labels"));
        Run run = Run.in(root, "", "train", "--shipped", root.resolve("nowhere"));
        assertThat(run.code()).isEqualTo(Parasift.BAD_INPUT);
        assertThat(run.err()).contains("articles-raw.jsonl.gz");
    }
}
