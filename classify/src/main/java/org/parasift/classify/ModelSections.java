package org.parasift.classify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Knowledge;

/** The sections of a model file: what is in each, written and read side by side. */
final class ModelSections {
    private static final String[] TAGS = {
        "RECP", "LABL", "IDFS", "LEXI", "LINE", "TEXT", "LINR", "TREE", "RUNS", "CALI", "POLI", "MANI", "NAME", "GOLD"
    };
    private static final double GOLDEN_TOLERANCE = 1e-6;

    private ModelSections() {}

    static void write(Model model, DataOutputStream out) throws IOException {
        section("RECP", out, to -> to.writeText(model.recipe().toString()));
        section("LABL", out, to -> to.writeTexts(model.labels()));
        Knowledge knowledge = model.knowledge();
        if (knowledge.idf().isPresent()) {
            section("IDFS", out, to -> WeightSections.writeIdf(knowledge.idf().get(), to));
        }
        if (knowledge.lexicon().isPresent()) {
            section(
                    "LEXI",
                    out,
                    to -> MemorySections.writeLexicon(knowledge.lexicon().get(), to));
        }
        if (knowledge.memory().isPresent()) {
            section(
                    "LINE",
                    out,
                    to -> MemorySections.writeMemory(knowledge.memory().get(), to));
        }
        if (knowledge.scorer().isPresent()) {
            section(
                    "TEXT",
                    out,
                    to -> WeightSections.writeTextScores(knowledge.scorer().get(), to));
        }
        if (model.scorer() instanceof LinearWeights weights) {
            section("LINR", out, to -> {
                to.writeByte(model.link().ordinal());
                WeightSections.writeWeights(weights, knowledge.idf(), true, to);
            });
        } else if (model.scorer() instanceof TreeScorer tree) {
            section("TREE", out, to -> {
                to.writeByte(model.link().ordinal());
                TreeSection.write(tree.trees(), to);
            });
            if (tree.smoothing().isPresent()) {
                RunSmoothing smoothing = tree.smoothing().get();
                section("RUNS", out, to -> {
                    to.writeInt(smoothing.output());
                    to.writeDouble(smoothing.step());
                });
            }
        }
        section("CALI", out, to -> CalibrationSection.write(model.calibration(), to));
        section("POLI", out, to -> {
            to.writeText(model.policy().dropLabel());
            to.writeDouble(model.policy().review());
            to.writeDouble(model.policy().drop());
        });
        section("MANI", out, to -> {
            to.writeInt(model.manifest().size());
            for (Map.Entry<String, String> entry : model.manifest().entrySet()) {
                to.writeText(entry.getKey());
                to.writeText(entry.getValue());
            }
        });
        section("NAME", out, to -> {
            to.writeInt(model.names().size());
            for (Map.Entry<Long, String> entry : model.names().entrySet()) {
                to.writeLong(entry.getKey());
                to.writeText(entry.getValue());
            }
        });
        section("GOLD", out, to -> {
            to.writeInt(model.golden().size());
            for (Golden golden : model.golden()) {
                to.writeText(golden.text());
                for (double probability : golden.probabilities()) {
                    to.writeDouble(probability);
                }
            }
        });
    }

    static Model read(ModelBytes in) {
        Map<String, ModelBytes> sections = sections(in);
        try {
            FeatureRecipe recipe = FeatureRecipe.parse(all(sections, "RECP", from -> from.readText("recipe")));
            List<String> labels = all(sections, "LABL", from -> from.readTexts("labels"));
            Knowledge knowledge = new Knowledge(
                    optional(sections, "IDFS", WeightSections::readIdf),
                    optional(sections, "LEXI", MemorySections::readLexicon),
                    optional(sections, "LINE", MemorySections::readMemory),
                    optional(sections, "TEXT", WeightSections::readTextScores));
            boolean trees = sections.containsKey("TREE");
            if (trees == sections.containsKey("LINR")) {
                throw new ModelFormatException("one of the sections LINR and TREE is needed, and only one");
            }
            Optional<RunSmoothing> smoothing = optional(
                    sections, "RUNS", from -> new RunSmoothing(from.readInt("output"), from.readDouble("step")));
            if (smoothing.isPresent() && !trees) {
                throw new ModelFormatException("section RUNS without section TREE");
            }
            Link[] link = new Link[1];
            Scorer scorer = all(sections, trees ? "TREE" : "LINR", from -> {
                link[0] = Link.values()[from.readChoice(Link.values().length, "link")];
                return trees
                        ? new TreeScorer(TreeSection.read(from), smoothing)
                        : WeightSections.readWeights(from, knowledge.idf());
            });
            Model.Extras extras = new Model.Extras(
                    all(sections, "CALI", CalibrationSection::read),
                    all(
                            sections,
                            "POLI",
                            from -> new DecisionPolicy(
                                    from.readText("drop label"), from.readDouble("review"), from.readDouble("drop"))),
                    all(sections, "MANI", ModelSections::readManifest),
                    all(sections, "NAME", ModelSections::readNames),
                    all(sections, "GOLD", from -> readGolden(from, labels.size())));
            Model model = new Model(recipe, labels, link[0], scorer, knowledge, extras);
            verify(model);
            return model;
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, ModelBytes> sections(ModelBytes in) {
        Map<String, ModelBytes> sections = new LinkedHashMap<>();
        int at = -1;
        while (in.hasMore()) {
            StringBuilder tag = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                tag.append((char) in.readByte("section tag"));
            }
            String name = tag.toString();
            int place = List.of(TAGS).indexOf(name);
            if (place <= at) {
                throw new ModelFormatException("section '" + name + "' "
                        + (place < 0 ? "is unknown to this version" : "stands twice or out of order"));
            }
            at = place;
            sections.put(name, in.slice(in.readInt("size of section " + name), "section " + name));
        }
        return sections;
    }

    private static void verify(Model model) {
        ParagraphClassifier classifier = ParagraphClassifier.of(model);
        for (Golden golden : model.golden()) {
            Probabilities now = classifier.classifyText(golden.text()).probabilities();
            for (int i = 0; i < now.labels().size(); i++) {
                double expected = golden.probabilities().get(i);
                if (!(Math.abs(now.get(i) - expected) <= GOLDEN_TOLERANCE)) {
                    throw new ModelFormatException("this program gives the golden text '" + golden.text()
                            + "' the probability " + now.get(i) + " for "
                            + now.labels().get(i)
                            + ", the model was made with " + expected);
                }
            }
        }
    }

    private static SortedMap<String, String> readManifest(ModelBytes from) {
        SortedMap<String, String> manifest = new TreeMap<>();
        int count = from.readCount(8, "manifest");
        for (int i = 0; i < count; i++) {
            manifest.put(from.readText("manifest key"), from.readText("manifest value"));
        }
        return manifest;
    }

    private static SortedMap<Long, String> readNames(ModelBytes from) {
        SortedMap<Long, String> names = new TreeMap<>();
        int count = from.readCount(12, "names");
        for (int i = 0; i < count; i++) {
            long key = from.readLongs(1, "name key")[0];
            names.put(key, from.readText("name"));
        }
        return names;
    }

    private static List<Golden> readGolden(ModelBytes from, int labels) {
        List<Golden> golden = new ArrayList<>();
        int count = from.readCount(4 + 8L * labels, "golden texts");
        for (int i = 0; i < count; i++) {
            String text = from.readText("golden text");
            List<Double> probabilities = new ArrayList<>();
            for (double probability : from.readDoubles(labels, "golden probabilities")) {
                probabilities.add(probability);
            }
            golden.add(new Golden(text, probabilities));
        }
        return golden;
    }

    private static <T> Optional<T> optional(Map<String, ModelBytes> sections, String tag, Reader<T> reader) {
        return sections.containsKey(tag) ? Optional.of(all(sections, tag, reader)) : Optional.empty();
    }

    /** Reads a whole section, no byte less or more. */
    private static <T> T all(Map<String, ModelBytes> sections, String tag, Reader<T> reader) {
        ModelBytes from = sections.get(tag);
        if (from == null) {
            throw new ModelFormatException("section " + tag + " is missing");
        }
        T read = reader.read(from);
        from.end("section " + tag);
        return read;
    }

    private interface Reader<T> {
        T read(ModelBytes from);
    }

    private interface Writer {
        void write(ModelWriter to) throws IOException;
    }

    private static void section(String tag, DataOutputStream out, Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ModelWriter to = new ModelWriter(bytes)) {
            writer.write(to);
        }
        out.write(tag.getBytes(StandardCharsets.US_ASCII));
        out.writeInt(bytes.size());
        bytes.writeTo(out);
    }
}
