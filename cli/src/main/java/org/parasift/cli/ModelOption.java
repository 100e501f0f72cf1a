package org.parasift.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.parasift.classify.Model;
import org.parasift.classify.ModelFile;
import org.parasift.classify.ParagraphClassifier;
import org.parasift.cli.Parasift.NoModelException;
import org.parasift.cli.documents.Trouble;
import picocli.CommandLine.Option;

/** Which model: the one named, else the built-in one. */
final class ModelOption {
    /** Names the built-in model; a file of this name is {@code ./built-in}. */
    private static final Path BUILT_IN = Path.of("built-in");

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "The model, such as one that train wrote; - for standard input (default: built-in).")
    private @Nullable Path model;

    @Option(
            names = "--any-subject",
            description =
                    "Articles may be about anything: the built-in model then leaves alone what is not geopolitics.")
    private boolean anySubject;

    ModelOption() {}

    /** The one named; the built-in one if that is null. */
    ModelOption(@Nullable Path model) {
        this.model = model;
    }

    boolean isBuiltIn() {
        return model == null || model.equals(BUILT_IN);
    }

    /** What the model is called in output. */
    String shown() {
        return isBuiltIn()
                ? BUILT_IN.toString()
                : OutputOptions.isDash(model) ? "standard input" : String.valueOf(model);
    }

    /** Reads the model, for any subject if that is wanted. A person at a terminal who has named none is told which it is. */
    Model read(Console console) throws IOException {
        Model read = readAsItIs(console);
        return anySubject ? read.anySubject() : read;
    }

    private Model readAsItIs(Console console) throws IOException {
        if (model == null && console.isTalkOnTerminal()) {
            console.say("model     built-in (another one with -m)");
        }
        if (model == null || isBuiltIn()) {
            return ParagraphClassifier.builtIn().model();
        }
        try {
            return OutputOptions.isDash(model) ? ModelFile.read(console.in()) : ModelFile.read(model);
        } catch (NoSuchFileException e) {
            NoModelException none =
                    new NoModelException(model + ": no such model (run 'parasift train', or name another one with -m)");
            none.initCause(e);
            throw none;
        } catch (IOException e) {
            NoModelException failure = new NoModelException(Trouble.with(model.toString(), e));
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
}
