package org.parasift.classify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parasift.features.FeatureRecipe;
import org.parasift.features.Idf;
import org.parasift.features.Knowledge;
import org.parasift.features.Lexicon;
import org.parasift.features.LineMemory;
import org.parasift.features.TextScorer;

/** The sections of a model file: what is in each, written and read side by side. */
final class ModelSections {
    private static final String[] TAGS = {
        "RECP", "LABL", "IDFS", "LEXI", "LINE", "TEXT", "LINR", "TREE", "CALI", "POLI", "MANI", "NAME", "GOLD"
    };
    /** In place of the bits of keys: they are those of the idf weights. */
    private static final int KEYS_OF_IDF = 0;

    private static final double GOLDEN_TOLERANCE = 1e-6;

    private ModelSections() {}

    static void write(Model model, DataOutputStream out) throws IOException {
        section("RECP", out, to -> text(model.recipe().toString(), to));
        section("LABL", out, to -> writeTexts(model.labels(), to));
        Knowledge knowledge = model.knowledge();
        if (knowledge.idf().isPresent()) {
            section("IDFS", out, to -> writeIdf(knowledge.idf().get(), to));
        }
        if (knowledge.lexicon().isPresent()) {
            section("LEXI", out, to -> writeLexicon(knowledge.lexicon().get(), to));
        }
        if (knowledge.memory().isPresent()) {
            section("LINE", out, to -> writeMemory(knowledge.memory().get(), to));
        }
        if (knowledge.scorer().isPresent()) {
            section("TEXT", out, to -> writeTextScores(knowledge.scorer().get(), to));
        }
        if (model.scorer() instanceof LinearWeights weights) {
            section("LINR", out, to -> {
                to.writeByte(model.link().ordinal());
                writeWeights(weights, knowledge.idf(), to);
            });
        } else if (model.scorer() instanceof TreeScorer tree) {
            section("TREE", out, to -> {
                to.writeByte(model.link().ordinal());
                writeTrees(tree.trees(), to);
            });
        }
        section("CALI", out, to -> writeCalibration(model.calibration(), to));
        section("POLI", out, to -> {
            text(model.policy().dropLabel(), to);
            to.writeDouble(model.policy().review());
            to.writeDouble(model.policy().drop());
        });
        section("MANI", out, to -> {
            to.writeInt(model.manifest().size());
            for (Map.Entry<String, String> entry : model.manifest().entrySet()) {
                text(entry.getKey(), to);
                text(entry.getValue(), to);
            }
        });
        section("NAME", out, to -> {
            to.writeInt(model.names().size());
            for (Map.Entry<Long, String> entry : model.names().entrySet()) {
                to.writeLong(entry.getKey());
                text(entry.getValue(), to);
            }
        });
        section("GOLD", out, to -> {
            to.writeInt(model.golden().size());
            for (Golden golden : model.golden()) {
                text(golden.text(), to);
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
            List<String> labels = all(sections, "LABL", from -> readTexts(from, "labels"));
            Knowledge knowledge = new Knowledge(
                    optional(sections, "IDFS", ModelSections::readIdf),
                    optional(sections, "LEXI", ModelSections::readLexicon),
                    optional(sections, "LINE", ModelSections::readMemory),
                    optional(sections, "TEXT", ModelSections::readTextScores));
            boolean trees = sections.containsKey("TREE");
            if (trees == sections.containsKey("LINR")) {
                throw new ModelFormatException("one of the sections LINR and TREE is needed, and only one");
            }
            Link[] link = new Link[1];
            Scorer scorer = all(sections, trees ? "TREE" : "LINR", from -> {
                link[0] = Link.values()[readChoice(from, Link.values().length, "link")];
                return trees ? new TreeScorer(readTrees(from)) : readWeights(from, knowledge.idf());
            });
            Model.Extras extras = new Model.Extras(
                    all(sections, "CALI", ModelSections::readCalibration),
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

    private static List<String> readTexts(ModelBytes from, String what) {
        int count = from.readCount(4, what);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(from.readText(what));
        }
        return labels;
    }

    private static void writeTexts(List<String> texts, DataOutputStream to) throws IOException {
        to.writeInt(texts.size());
        for (String text : texts) {
            text(text, to);
        }
    }

    private static void writeWeights(LinearWeights weights, Optional<Idf> idf, DataOutputStream to) throws IOException {
        to.writeInt(weights.outputs());
        for (int c = 0; c < weights.outputs(); c++) {
            to.writeDouble(weights.bias(c));
        }
        LinearWeights.Storage storage = weights.storage();
        boolean shared = !storage.equals(LinearWeights.Storage.EXACT) && idf.isPresent() && weights.sameKeys(idf.get());
        to.writeByte(shared ? KEYS_OF_IDF : storage.keyBits());
        for (int c = 0; c < weights.outputs() && !storage.scales().isEmpty(); c++) {
            to.writeFloat(storage.scales().get(c));
        }
        to.writeInt(weights.rows());
        long before = 0;
        for (int row = 0; row < weights.rows() && !shared; row++) {
            if (storage.equals(LinearWeights.Storage.EXACT)) {
                to.writeLong(weights.key(row));
            } else {
                long key = weights.key(row) >>> (Long.SIZE - storage.keyBits());
                writeShort(key - before, to);
                before = key;
            }
        }
        for (int row = 0; row < weights.rows(); row++) {
            for (int c = 0; c < weights.outputs(); c++) {
                if (storage.scales().isEmpty()) {
                    to.writeFloat(weights.weight(row, c));
                } else {
                    to.writeByte(LinearWeights.toByte(
                            weights.weight(row, c), storage.scales().get(c)));
                }
            }
        }
    }

    private static LinearWeights readWeights(ModelBytes from, Optional<Idf> idf) {
        double[] bias = from.readDoubles(from.readCount(8, "columns"), "bias");
        int keyBits = from.readByte("key bits");
        if (keyBits == Long.SIZE) {
            int rows = from.readCount(8, "features");
            long[] keys = from.readLongs(rows, "keys");
            return new LinearWeights(bias, keys, from.readFloats((long) rows * bias.length, "weights"));
        }
        float[] scales = from.readFloats(bias.length, "scales");
        List<Float> scaleList = new ArrayList<>();
        for (float scale : scales) {
            scaleList.add(scale);
        }
        boolean shared = keyBits == KEYS_OF_IDF;
        if (shared && idf.isEmpty()) {
            throw new ModelFormatException("the keys of the weights are those of idf weights, which are missing");
        }
        int bits = shared ? idf.get().steps().keyBits() : keyBits;
        LinearWeights.Storage storage = new LinearWeights.Storage(bits, scaleList);
        int rows = from.readCount(bias.length, "features");
        if (shared && rows != idf.get().size()) {
            throw new ModelFormatException(
                    rows + " features with the keys of " + idf.get().size() + " idf weights");
        }
        long[] keys;
        if (shared) {
            keys = new long[rows];
            Arrays.setAll(keys, idf.get()::key);
        } else {
            keys = readShortKeys(rows, keyBits, from);
        }
        byte[] bytes = from.readBytes((long) rows * bias.length, "weights");
        float[] weights = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            weights[i] = scales[i % scales.length] * bytes[i];
        }
        return new LinearWeights(bias, keys, weights, storage);
    }

    /** Writes a number in as few bytes as it needs, seven bits each, the low ones first. */
    private static void writeShort(long number, DataOutputStream to) throws IOException {
        long left = number;
        while (left >>> 7 != 0) {
            to.writeByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        to.writeByte((int) left);
    }

    private static void writeTextScores(TextScorer scorer, DataOutputStream to) throws IOException {
        if (!(scorer instanceof TextScores scores)) {
            throw new IllegalArgumentException("only TextScores can be written, not " + scorer.getClass());
        }
        writeTexts(scores.names(), to);
        writeWeights(scores.weights(), Optional.empty(), to);
    }

    private static TextScorer readTextScores(ModelBytes from) {
        List<String> names = readTexts(from, "names");
        return new TextScores(names, readWeights(from, Optional.empty()));
    }

    private static void writeTrees(Trees trees, DataOutputStream to) throws IOException {
        writeTexts(trees.columns(), to);
        to.writeInt(trees.outputs());
        for (int output = 0; output < trees.outputs(); output++) {
            to.writeDouble(trees.base(output));
        }
        to.writeInt(trees.size());
        for (int tree = 0; tree < trees.size(); tree++) {
            int root = trees.root(tree);
            int end = tree + 1 < trees.size() ? trees.root(tree + 1) : trees.nodes();
            to.writeInt(trees.output(tree));
            to.writeInt(end - root);
            for (int node = root; node < end; node++) {
                to.writeInt(trees.column(node));
                to.writeDouble(trees.value(node));
                if (trees.column(node) >= 0) {
                    to.writeInt(trees.thresholdBits(node));
                    to.writeByte(trees.missingBelow(node) ? 1 : 0);
                    to.writeInt(trees.other(node) - root);
                }
            }
        }
    }

    private static Trees readTrees(ModelBytes from) {
        List<String> columns = readTexts(from, "columns");
        double[] base = from.readDoubles(from.readCount(8, "outputs"), "base");
        Trees.Builder trees = Trees.builder(columns, base);
        for (int left = from.readCount(8, "trees"); left > 0; left--) {
            int root = trees.begin(from.readInt("output"));
            int size = from.readCount(12, "nodes");
            int open = 1;
            for (int node = 0; node < size; node++) {
                int column = from.readInt("column");
                double value = from.readDouble("value");
                if (column < 0) {
                    trees.leaf(value);
                    open--;
                } else {
                    float threshold = Float.intBitsToFloat(from.readInt("threshold"));
                    trees.split(column, threshold, readChoice(from, 2, "missing") == 1, value);
                    int other = from.readInt("other");
                    if (other <= node + 1 || other >= size) {
                        throw new ModelFormatException("tree node " + node + " of " + size + " leads to " + other);
                    }
                    trees.link(root + node, root + other);
                    open++;
                }
                if (open <= 0 && node + 1 < size) {
                    throw new ModelFormatException("tree of " + size + " nodes is complete after " + (node + 1));
                }
            }
            if (open != 0) {
                throw new ModelFormatException("tree of " + size + " nodes is not complete");
            }
        }
        return trees.build();
    }

    private static void writeIdf(Idf idf, DataOutputStream to) throws IOException {
        Idf.Steps steps = idf.steps();
        to.writeByte(steps.keyBits());
        if (steps.keyBits() != Long.SIZE) {
            to.writeFloat(steps.least());
            to.writeFloat(steps.step());
        }
        to.writeInt(idf.size());
        long before = 0;
        for (int i = 0; i < idf.size(); i++) {
            if (steps.keyBits() == Long.SIZE) {
                to.writeLong(idf.key(i));
            } else {
                long key = idf.key(i) >>> (Long.SIZE - steps.keyBits());
                writeShort(key - before, to);
                before = key;
            }
        }
        for (int i = 0; i < idf.size(); i++) {
            if (steps.keyBits() == Long.SIZE) {
                to.writeFloat(idf.weight(i));
            } else {
                to.writeByte(steps.count(idf.weight(i)));
            }
        }
    }

    private static Idf readIdf(ModelBytes from) {
        int keyBits = from.readByte("idf key bits");
        if (keyBits == Long.SIZE) {
            int rows = from.readCount(12, "idf");
            return Idf.of(from.readLongs(rows, "idf keys"), from.readFloats(rows, "idf weights"));
        }
        LinearWeights.Storage storage = new LinearWeights.Storage(keyBits, List.of());
        float[] range = from.readFloats(2, "idf range");
        Idf.Steps steps = new Idf.Steps(storage.keyBits(), range[0], range[1]);
        if (!Float.isFinite(steps.weight(255)) || !(steps.step() >= 0)) {
            throw new ModelFormatException("idf from " + steps.least() + " in steps of " + steps.step());
        }
        int rows = from.readCount(2, "idf");
        long[] keys = readShortKeys(rows, keyBits, from);
        byte[] counts = from.readBytes(rows, "idf weights");
        float[] weights = new float[rows];
        for (int i = 0; i < rows; i++) {
            weights[i] = steps.weight(counts[i] & 0xFF);
        }
        return Idf.compact(keys, weights, steps);
    }

    private static long[] readShortKeys(int rows, int keyBits, ModelBytes from) {
        long[] keys = new long[rows];
        long key = 0;
        for (int row = 0; row < rows; row++) {
            key += from.readShort("key");
            keys[row] = key << (Long.SIZE - keyBits);
        }
        return keys;
    }

    private static void writeLexicon(Lexicon lexicon, DataOutputStream to) throws IOException {
        to.writeInt(lexicon.dimensions());
        to.writeFloat(lexicon.unknownIdf());
        to.writeInt(lexicon.size());
        for (int i = 0; i < lexicon.size(); i++) {
            to.writeLong(lexicon.key(i));
        }
        for (int i = 0; i < lexicon.size(); i++) {
            to.writeFloat(lexicon.idf(i));
        }
        for (int i = 0; i < lexicon.size(); i++) {
            to.writeFloat(lexicon.scale(i));
        }
        for (int i = 0; i < lexicon.size(); i++) {
            to.write(lexicon.vector(i));
        }
    }

    private static Lexicon readLexicon(ModelBytes from) {
        int dimensions = from.readCount(0, "dimensions");
        float unknownIdf = from.readFloats(1, "idf of unknown words")[0];
        int size = from.readCount(16L + dimensions, "words");
        return Lexicon.of(
                dimensions,
                unknownIdf,
                from.readLongs(size, "word keys"),
                from.readFloats(size, "word idf"),
                from.readFloats(size, "word scales"),
                from.readBytes((long) size * dimensions, "word vectors"));
    }

    private static void writeMemory(LineMemory memory, DataOutputStream to) throws IOException {
        to.writeInt(memory.size());
        for (int i = 0; i < memory.size(); i++) {
            to.writeLong(memory.key(i));
        }
        for (int i = 0; i < memory.size(); i++) {
            to.writeInt(memory.articles(i));
        }
        for (int i = 0; i < memory.size(); i++) {
            to.writeInt(memory.sites(i));
        }
    }

    private static LineMemory readMemory(ModelBytes from) {
        int size = from.readCount(16, "lines");
        return LineMemory.of(
                from.readLongs(size, "line keys"),
                from.readInts(size, "line articles"),
                from.readInts(size, "line sites"));
    }

    private static void writeCalibration(Calibration calibration, DataOutputStream to) throws IOException {
        if (calibration instanceof Calibration.Platt platt) {
            to.writeByte(1);
            to.writeDouble(platt.slope());
            to.writeDouble(platt.intercept());
        } else if (calibration instanceof Calibration.Isotonic isotonic) {
            to.writeByte(2);
            to.writeInt(isotonic.from().size());
            for (int i = 0; i < isotonic.from().size(); i++) {
                to.writeDouble(isotonic.from().get(i));
                to.writeDouble(isotonic.to().get(i));
            }
        } else {
            to.writeByte(0);
        }
    }

    private static Calibration readCalibration(ModelBytes from) {
        return switch (readChoice(from, 3, "calibration")) {
            case 0 -> Calibration.NONE;
            case 1 -> new Calibration.Platt(from.readDouble("slope"), from.readDouble("intercept"));
            default -> {
                List<Double> before = new ArrayList<>();
                List<Double> after = new ArrayList<>();
                for (int points = from.readCount(16, "points"); points > 0; points--) {
                    before.add(from.readDouble("point"));
                    after.add(from.readDouble("point"));
                }
                yield new Calibration.Isotonic(before, after);
            }
        };
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

    private static int readChoice(ModelBytes from, int choices, String what) {
        int choice = from.readByte(what);
        if (choice >= choices) {
            throw new ModelFormatException(what + " " + choice + " is unknown to this version");
        }
        return choice;
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
        void write(DataOutputStream to) throws IOException;
    }

    private static void section(String tag, DataOutputStream out, Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream to = new DataOutputStream(bytes)) {
            writer.write(to);
        }
        out.write(tag.getBytes(StandardCharsets.US_ASCII));
        out.writeInt(bytes.size());
        bytes.writeTo(out);
    }

    private static void text(String text, DataOutputStream to) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(utf8.length);
        to.write(utf8);
    }
}
