package org.parasift.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a run of the program in this virtual machine gives. */
record Run(int code, String out, String err) {
    /** The project, for its seeds. */
    static final Path PROJECT = Path.of(System.getProperty("parasift.root", ".."));

    static final Path SEEDS = PROJECT.resolve("seeds");

    /**
     * These use the model that was trained in the project folder, if none is named: the tests are about verbs, whatever
     * is built in. A folder without a model shows what happens with the built-in one.
     */
    private static final Set<String> JUDGES = Set.of("classify", "clean", "evaluate", "explain", "tune");

    /** Runs a verb in a project folder with text as standard input. */
    static Run in(Path root, String input, Object... args) {
        return in(root, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args);
    }

    /** Runs a verb with a stream as standard input. */
    static Run in(Path root, InputStream input, Object... args) {
        return run(root, console -> input, Console.Terminal.NONE, args);
    }

    /** Runs a verb as on terminals. */
    static Run on(Console.Terminal terminal, Path root, String input, Object... args) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return run(root, console -> in, terminal, args);
    }

    /** Runs a verb until so many bytes of standard input are read; then what Ctrl-C sets off comes between. */
    static Run interrupted(Path root, String input, int after, Object... args) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        return run(
                root,
                console -> new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        if (pos >= after) {
                            console.get().end();
                        }
                        return super.read(into, from, Math.min(length, 50));
                    }

                    @Override
                    public synchronized int available() {
                        return 0;
                    }
                },
                Console.Terminal.NONE,
                args);
    }

    private static Run run(
            Path root, Function<Supplier<Console>, InputStream> input, Console.Terminal terminal, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console[] console = new Console[1];
        console[0] = new Console(
                input.apply(() -> console[0]), new RecordOutput(out, "standard output"), err, root, terminal, true);
        List<String> words = new ArrayList<>();
        for (Object arg : args) {
            words.add(arg.toString());
        }
        Path trained = root.resolve("model/parasift.psm");
        if (!words.isEmpty() && JUDGES.contains(words.get(0)) && !words.contains("-m") && Files.exists(trained)) {
            words.addAll(1, List.of("-m", trained.toString()));
        }
        int code = Parasift.run(console[0], words.toArray(String[]::new));
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
