package org.parasift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are interrupted and continued: no record is lost, none comes twice, whatever is written. */
class ResumeTest {
    private static final String PROSE = "The minister told reporters in the capital on Tuesday that talks with"
            + " Iran would go on, and that American troops would leave Iraq by the end of the month.";
    private static final String SPAM = "Walmart says higher tariffs will push prices higher -";

    @TempDir
    static Path root;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws IOException {
        Run.trained(root);
    }

    /** Twenty records, one of which is broken. */
    private static String records() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append(
                    i == 2 ? "broken" : "{\"id\":\"" + i + "\",\"text\":\"" + PROSE + " " + i + "\\n" + SPAM + "\"}");
            lines.append('\n');
        }
        return lines.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify - --from jsonl --to jsonl -o OUT",
                "classify - --from jsonl --to csv -o OUT",
                "classify - --from jsonl --to text -o OUT --threads 3",
                "clean - --from jsonl --to jsonl -o OUT",
                "clean - --from jsonl --to jsonl -o OUT --removed REMOVED",
                "clean - --from jsonl --to text -o OUT",
                "clean - --from jsonl --to text -o OUT --removed REMOVED",
                "clean - --from jsonl --to text --out-dir DIR --removed REMOVED",
            })
    void aContinuedRunWritesWhatAnUninterruptedOneDoes(String command) throws IOException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        assertThat(Run.in(root, records(), words(command, whole)).code()).isEqualTo(1);
        for (int after = 1; after < records().length(); after += 300) {
            Path here = Files.createDirectory(folder.resolve("after " + after));
            Run first = Run.interrupted(root, records(), after, words(command, here));
            assertThat(first.code()).as(first.err()).isEqualTo(1);
            assertThat(here.resolve("out")).doesNotExist();
            Run second = Run.in(root, records(), words(command + " --resume", here));
            assertThat(second.code()).as("the broken record still counts").isEqualTo(1);
            assertThat(second.err()).contains("20 records, 1 failed");
            same(whole, here);
        }
    }

    @Test
    void theContinuedRunDoesNotDoAgainWhatIsDone() throws IOException {
        Object[] args = words("clean - --from jsonl --to jsonl -o OUT", folder);
        Run.interrupted(root, records(), 1000, args);
        String note = Files.readString(folder.resolve("out.resume"));
        assertThat(note).startsWith("parasift 1\n");
        int done =
                Integer.parseInt(note.lines().skip(2).findFirst().orElseThrow().split(" ", -1)[0]);
        assertThat(done).isBetween(3, 19);
        Path partial = folder.resolve("out.partial");
        String marked = Files.readString(partial).replaceFirst("Tuesday", "TUESDAY");
        Files.writeString(partial, marked + "torn rec");
        Run.in(root, records(), words("clean - --from jsonl --to jsonl -o OUT --resume", folder));
        assertThat(Files.readString(folder.resolve("out"))).startsWith(marked).doesNotContain("torn");
        assertThat(folder.resolve("out.resume")).doesNotExist();
        assertThat(partial).doesNotExist();
    }

    @Test
    void anotherCommandCannotContinueIt() throws IOException {
        Run.interrupted(root, records(), 1000, words("clean - --from jsonl --to jsonl -o OUT", folder));
        Run other = Run.in(root, records(), words("clean - --from jsonl --to text -o OUT --resume", folder));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("out.resume: left by a run with other inputs, options or model");
        Run fresh = Run.in(root, records(), words("clean - --from jsonl --to text -o OUT", folder));
        assertThat(fresh.err()).contains("20 records");
        assertThat(folder.resolve("out.resume")).doesNotExist();
    }

    @Test
    void whatCannotBeContinuedIsSaid() {
        String[] wrong = {
            "classify - --resume",
            "clean - --resume",
            "clean - --removed -",
            "clean - --removed - --resume -o OUT",
            "clean - -o OUT --out-dir DIR"
        };
        for (String command : wrong) {
            assertThat(Run.in(root, PROSE, words(command, folder)).code())
                    .as(command)
                    .isEqualTo(Parasift.WRONG_USAGE);
        }
    }

    @Test
    void filesOfAFolderThatAreThereAreLeftAlone() throws IOException {
        Object[] args = words("clean - --from jsonl --out-dir DIR", folder);
        Run.in(root, records(), args);
        Path dir = folder.resolve("dir");
        Files.writeString(dir.resolve("3.txt"), "already done");
        Files.delete(dir.resolve("4.txt"));
        Run.in(root, records(), words("clean - --from jsonl --out-dir DIR --resume", folder));
        assertThat(dir.resolve("3.txt")).hasContent("already done");
        assertThat(dir.resolve("4.txt")).hasContent(PROSE + " 4");
        try (var files = Files.list(dir)) {
            assertThat(files).hasSize(19);
        }
    }

    @Test
    void textsOneBehindTheOtherStayOnLinesOfTheirOwnWithOneMark() {
        CleanCommand.Joint joint = new CleanCommand.Joint(true, false);
        String all = joint.next("\uFEFFa") + joint.next("") + joint.next("\uFEFFb\n") + joint.next("c\n");
        assertThat(all).isEqualTo("\uFEFFa\nb\nc\n");
        assertThat(new CleanCommand.Joint(false, true).next("\uFEFFd")).isEqualTo("\nd");
    }

    private static Object[] words(String command, Path here) {
        String[] words = command.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = switch (words[i]) {
                case "OUT" -> here.resolve("out").toString();
                case "REMOVED" -> here.resolve("removed").toString();
                case "DIR" -> here.resolve("dir").toString();
                default -> words[i];
            };
        }
        return words;
    }

    private static void same(Path expected, Path actual) throws IOException {
        try (var files = Files.walk(expected)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = actual.resolve(expected.relativize(file).toString());
                assertThat(other).as(actual + ", " + file.getFileName()).hasSameBinaryContentAs(file);
            }
        }
        try (var one = Files.walk(expected);
                var two = Files.walk(actual)) {
            assertThat(two.count()).as("nothing else is left in " + actual).isEqualTo(one.count());
        }
    }
}
