package org.parasift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ModelFormatException;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.news.LabelFiles;
import org.parasift.train.news.NewsData;
import org.parasift.train.news.NewsDataReader;
import org.parasift.train.news.NewsPreset;
import org.parasift.train.news.NewsRun;
import org.parasift.train.news.NewsSettings;
import org.parasift.train.news.RawArticle;

/** News models: the built-in one once more, and its recipe on somebody's own articles. */
final class NewsTraining {
    private final Console console;
    private final long seed;
    private final Path output;

    NewsTraining(Console console, long seed, Path output) {
        this.console = console;
        this.seed = seed;
        this.output = output;
    }

    /** Makes the built-in model from its data, and says whether it is the one that is built in. */
    int shipped(Path folder) throws IOException {
        console.say("reading " + folder);
        NewsData data = NewsDataReader.read(folder, labelFiles());
        console.say(Figures.count(data.labelled().size(), "labelled paragraph") + ", "
                + Figures.count(data.raw().size(), "article") + " without labels; this takes minutes");
        Model model =
                NewsRun.run(data, NewsSettings.USUAL, seed, 1, console::say).model();
        ModelOption.write(console, model, output);
        talk(wrote(model) + "built in  " + comparison(model) + "\n");
        return Parasift.DONE;
    }

    /** The project's own label files. */
    private LabelFiles labelFiles() throws IOException {
        Path folder = console.root().resolve("labels");
        if (!Files.isDirectory(folder)) {
            throw new IOException("no folder " + folder + " (expected the project's label files)");
        }
        return LabelFiles.in(folder);
    }

    private static String comparison(Model model) throws IOException {
        try {
            boolean same = Arrays.equals(bytes(ParagraphClassifier.builtIn().model()), bytes(model));
            return same ? "the same bytes" : "another model";
        } catch (ModelFormatException e) {
            return "none to compare with";
        }
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.toByteArray();
    }

    /** The recipe of the built-in model on labelled articles and a folder of others. */
    int preset(Corpus corpus, List<String> unlabelled) throws IOException {
        List<RawArticle> raw = Unlabelled.read(console, unlabelled);
        NewsPreset.Result result = NewsPreset.run(corpus, raw, seed, console::say);
        ModelOption.write(console, result.model(), output);
        StringBuilder text = new StringBuilder();
        text.append("data      ")
                .append(corpus.name())
                .append(": ")
                .append(Figures.count(corpus.articles().size(), "article"))
                .append(", ")
                .append(Figures.count(corpus.counted().size(), "paragraph"))
                .append("; without labels ")
                .append(Figures.count(raw.size(), "article"))
                .append('\n');
        for (NewsPreset.Part part : result.parts()) {
            text.append("held out  by ")
                    .append(part.name())
                    .append(", with all near-duplicates, those without labels among them\n\n")
                    .append(ScoreTable.of(part.evaluation()))
                    .append('\n');
        }
        if (result.parts().size() == 1) {
            text.append(
                    "warning   no scores by site: the column site names too few; on sites that it has not seen the model is worse\n");
        }
        talk(text.append(wrote(result.model())).toString());
        return Parasift.DONE;
    }

    private String wrote(Model model) throws IOException {
        String to = OutputOptions.isDash(output) ? "standard output" : output.toString();
        return "wrote     " + to + " (" + Figures.grouped(bytes(model).length) + " bytes)\n";
    }

    /** Where the model goes to standard output, talk goes to standard error. */
    private void talk(String text) throws IOException {
        if (OutputOptions.isDash(output)) {
            console.say(text.stripTrailing());
        } else {
            console.out().write(text);
            console.out().flush();
        }
    }
}
