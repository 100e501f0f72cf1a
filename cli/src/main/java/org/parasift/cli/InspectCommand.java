package org.parasift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Calibration;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.Trees;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model file as text. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints what is in a model file: labels, thresholds, recipe, where it comes from, and its"
                + " strongest features.",
        footer = {
            "",
            "Examples:",
            "  parasift inspect",
            "  parasift inspect articles.psm --features 50",
            "  cat articles.psm | parasift inspect -"
        })
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "The model; - for standard input (default: built-in).")
    private @Nullable Path file;

    @Option(
            names = "--features",
            converter = InputOptions.Count.class,
            paramLabel = "N",
            defaultValue = "10",
            description = "How many features (default: 10).")
    private int features;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ModelOption option = new ModelOption(file);
        Model model = option.read(console);
        StringBuilder text = new StringBuilder();
        row(text, "file", option.shown() + ", " + size(model) + " bytes");
        row(text, "labels", String.join(", ", model.labels()));
        row(text, "features", Integer.toString(model.size()));
        row(text, "link", model.link().toString());
        model.smoothing()
                .ifPresent(how -> row(
                        text,
                        "runs",
                        "score " + how.output() + " of up to four paragraphs in a row, a step of " + how.step()
                                + " for each further one"));
        row(text, "calibration", calibration(model.calibration()));
        row(
                text,
                "decisions",
                model.labels().contains(model.policy().dropLabel())
                        ? "P(" + model.policy().dropLabel() + "): " + Figures.thresholds(model.policy())
                        : "none: there is no label " + model.policy().dropLabel());
        text.append("\nrecipe\n").append(model.recipe().toString().indent(2));
        text.append("\nmanifest\n");
        model.manifest().forEach((key, value) -> {
            if (!key.equals("recipe")) {
                long lines = value.strip().lines().count();
                text.append("  ")
                        .append(key)
                        .append(" = ")
                        .append(lines > 1 ? lines + " lines" : value.strip())
                        .append('\n');
            }
        });
        strongest(text, model);
        console.out().write(text);
        console.out().flush();
        return Parasift.DONE;
    }

    /** The same model gives the same bytes. */
    private static int size(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return bytes.size();
    }

    private static String calibration(Calibration calibration) {
        if (calibration instanceof Calibration.Platt platt) {
            return "Platt, slope " + Figures.score(platt.slope()) + ", intercept " + Figures.score(platt.intercept());
        }
        if (calibration instanceof Calibration.PerLabel perLabel) {
            boolean platt = perLabel.curves().get(0) instanceof Calibration.Platt;
            return (platt ? "Platt" : "isotonic") + ", a curve for each label, then shares of their sum";
        }
        return calibration instanceof Calibration.Isotonic isotonic
                ? "isotonic, " + Figures.count(isotonic.from().size(), "point")
                : "none";
    }

    private void strongest(StringBuilder text, Model model) {
        if (model.trees().isPresent()) {
            columns(text, model.trees().get());
            return;
        }
        Map<Long, Integer> rowOf = new TreeMap<>();
        for (int row = 0; row < model.size(); row++) {
            if (model.names().containsKey(model.key(row))) {
                rowOf.put(model.key(row), row);
            }
        }
        int first = model.labels().size() == 2 ? 1 : 0;
        for (int label = first; label < model.labels().size(); label++) {
            int of = label;
            List<Map.Entry<Long, Integer>> rows = rowOf.entrySet().stream()
                    .sorted(Comparator.comparingDouble(entry -> -model.weight(entry.getValue(), of)))
                    .toList();
            text.append("\nstrongest for ").append(model.labels().get(label)).append('\n');
            rows.stream().limit(features).forEach(entry -> line(text, model, entry, of));
            if (first == 1) {
                text.append("\nstrongest for ").append(model.labels().get(0)).append('\n');
                for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - features); i--) {
                    line(text, model, rows.get(i), 0);
                }
            }
        }
    }

    private void columns(StringBuilder text, Trees trees) {
        text.append("\nasked most often in ")
                .append(Figures.count(trees.size(), "tree"))
                .append('\n');
        trees.asked().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(features)
                .forEach(column -> {
                    String nodes = Figures.grouped(column.getValue());
                    text.append(" ".repeat(Math.max(0, 10 - nodes.length())))
                            .append(nodes)
                            .append("  ")
                            .append(column.getKey())
                            .append('\n');
                });
    }

    private static void line(StringBuilder text, Model model, Map.Entry<Long, Integer> entry, int label) {
        String weight = Figures.signed(model.weight(entry.getValue(), label));
        text.append(" ".repeat(Math.max(0, 10 - weight.length())))
                .append(weight)
                .append("  ")
                .append(model.names().get(entry.getKey()))
                .append('\n');
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(name)
                .append(" ".repeat(Math.max(1, 13 - name.length())))
                .append(value)
                .append('\n');
    }
}
