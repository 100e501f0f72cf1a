package org.parasift.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run of the program in this virtual machine gives. */
record Run(int code, String out, String err) {
    /** The project, for its seeds. */
    static final Path PROJECT = Path.of(System.getProperty("parasift.root", ".."));

    static final Path SEEDS = PROJECT.resolve("seeds");

    /** Runs a verb in a project folder with text as standard input. */
    static Run in(Path root, String input, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new RecordOutput(out, "standard output"),
                err,
                root,
                Console.Terminal.NONE,
                true);
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Parasift.run(console, words);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A folder with the project's seeds and a model trained on them. */
    static Path trained(Path root) throws IOException {
        Path seeds = Files.createDirectories(root.resolve("seeds"));
        try (var files = Files.list(SEEDS)) {
            for (Path file : files.toList()) {
                Files.copy(file, seeds.resolve(file.getFileName().toString()));
            }
        }
        Run run = in(root, "", "train");
        if (run.code() != 0) {
            throw new AssertionError(run.err());
        }
        return root;
    }

    /** The lines of the output. */
    String[] lines() {
        return out.split("\n", -1);
    }
}
