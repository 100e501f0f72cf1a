package org.parasift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parasift.bench.model.TribuoText;
import org.parasift.bench.text.LabelledText;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.util.tokens.universal.UniversalTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tribuo's text pipeline as programs, so that {@code endtoend} can measure it from outside as it measures the others. */
final class TribuoCommands {
    private TribuoCommands() {}

    /** Rows to a model file. */
    @Command(name = "tribuo-train", hidden = true, description = "Trains Tribuo's text pipeline, for endtoend.")
    static final class Train implements Callable<Integer> {
        @Option(
                names = "--trainer",
                defaultValue = "logistic",
                description = "logistic or liblinear, as Tribuo sets them.")
        private String trainer = "logistic";

        @Parameters(paramLabel = "TRAIN.csv")
        private Path rows = Path.of("");

        @Parameters(paramLabel = "MODEL")
        private Path model = Path.of("");

        @Override
        public Integer call() throws IOException {
            List<LabelledText> texts = CorpusReader.readCsv(rows, CsvColumns.USUAL).counted().stream()
                    .map(example -> new LabelledText(example.label(), example.text()))
                    .toList();
            boolean logistic = trainer.equals("logistic");
            new TribuoText(new UniversalTokenizer())
                    .train(texts, logistic ? new LogisticRegressionTrainer() : new LibLinearClassificationTrainer())
                    .serializeToFile(model);
            return 0;
        }
    }

    /** Texts, one a line, to labels, one a line. */
    @Command(name = "tribuo-predict", hidden = true, description = "Labels texts by Tribuo's model, for endtoend.")
    static final class Predict implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "MODEL")
        private Path model = Path.of("");

        @Parameters(paramLabel = "TEXTS")
        private Path texts = Path.of("");

        @Override
        public Integer call() throws IOException {
            TribuoText pipeline = new TribuoText(new UniversalTokenizer());
            var out = spec.commandLine().getOut();
            var trained = TribuoText.load(model);
            try (Stream<String> lines = Files.lines(texts)) {
                lines.forEach(line -> out.println(
                        trained.predict(pipeline.extract(line)).getOutput().getLabel()));
            }
            out.flush();
            return 0;
        }
    }
}
