package org.parasift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.cli.Parasift.NoModelException;
import org.parasift.cli.documents.Trouble;
import picocli.CommandLine.Option;

/** Which model: the one named, else the one that {@code train} wrote last. */
final class ModelOption {
    /** Holds the path of the model that was written last; relative to the project's folder where it lies in it. */
    private static final String LAST = "model/last";

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "The model; - for standard input (default: the one that train wrote last).")
    private @Nullable Path model;

    ModelOption() {}

    /** The one named. */
    ModelOption(Path model) {
        this.model = model;
    }

    /** Where the model is. */
    Path file(Path root) throws IOException {
        if (model != null) {
            return model;
        }
        Path last = root.resolve(LAST);
        if (!Files.exists(last)) {
            throw new NoModelException("no model yet (run 'parasift train', or name one with -m)");
        }
        return root.resolve(Files.readString(last, StandardCharsets.UTF_8).strip());
    }

    /** Reads the model. */
    Model read(Console console) throws IOException {
        Path file = file(console.root());
        try {
            return OutputOptions.isDash(file) ? ModelFile.read(console.in()) : ModelFile.read(file);
        } catch (NoSuchFileException e) {
            NoModelException none =
                    new NoModelException(file + ": no such model (run 'parasift train', or name another one with -m)");
            none.initCause(e);
            throw none;
        } catch (IOException e) {
            NoModelException failure = new NoModelException(Trouble.with(file.toString(), e));
            failure.initCause(e);
            throw failure;
        }
    }

    /** Writes a model to a file or, as -, to standard output. */
    static void write(Console console, Model model, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        if (OutputOptions.isDash(file)) {
            console.out().write(bytes.toByteArray());
            console.out().flush();
        } else {
            OutputFile.write(file, bytes.toByteArray());
        }
    }

    /** Tells models apart; one line. */
    static String fingerprint(Model model) {
        CRC32C sum = new CRC32C();
        String text = model.manifest() + " " + model.policy() + " " + model.calibration();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** Remembers the model that was written last. */
    static void remember(Path root, Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
        Path last = root.resolve(LAST);
        Files.createDirectories(root.resolve("model"));
        Files.writeString(last, shown.toString().replace('\\', '/') + "\n", StandardCharsets.UTF_8);
    }
}
