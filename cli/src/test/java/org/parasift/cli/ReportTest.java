package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code train} and {@code evaluate} write. */
class ReportTest {
    @TempDir
    Path root;

    @Test
    void thePageIsSelfContainedAndShowsEverything() throws Exception {
        Run.trained(root);
        Path file = root.resolve("pages/report.html");
        Run run = Run.in(root, "", "train", "--report", file);
        assertThat(run.code()).as(run.err()).isZero();
        String page = Files.readString(file);
        assertThat(page)
                .doesNotContain("<script", "http://", "https://", "src=", "@import", "url(")
                .contains(
                        "default-src 'none'",
                        "prove nothing",
                        "two-line rule",
                        "The worst errors",
                        "SHA-256 of labels.csv");
        assertThat(page.split("<svg class=\"plot\"", -1)).as("three plots").hasSize(4);
        assertThat(page).doesNotContain("NaN", "Infinity", "<path class=\"curve\" d=\"\"/>");
        for (int i = 0; i < 5; i++) {
            assertThat(page).contains("<h3>00" + i + "_");
        }
    }

    @Test
    void everyTextIsEscaped() throws IOException {
        Run.trained(root);
        Path csv = Files.writeString(
                root.resolve("x.csv"),
                "article,paragraph,label,text\na<b>,0,on-topic,\"<script>alert('1')</script> & \"\"so\"\"\"\n"
                        + "a<b>,1,spam,\"<img src=x onerror=alert(1)>\"\n");
        Path file = root.resolve("x.html");
        Run run = Run.in(root, "", "evaluate", csv, "--report", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(file))
                .doesNotContain("<script", "<img", "a<b>")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;so&quot;", "a&lt;b&gt;");
    }

    @Test
    void manyLabelsHaveAPageToo() throws IOException {
        Path csv = root.resolve("t.csv");
        StringBuilder rows = new StringBuilder("label,text\n");
        for (int i = 0; i < 60; i++) {
            rows.append("abc".charAt(i % 3))
                    .append(",word")
                    .append(i % 3)
                    .append(" and ")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(csv, rows);
        Path file = root.resolve("t.html");
        Run run = Run.in(root, "", "train", csv, "-o", root.resolve("t.psm"), "--report", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(file))
                .contains("60 texts scored", "the right label")
                .doesNotContain("NaN");
    }
}
