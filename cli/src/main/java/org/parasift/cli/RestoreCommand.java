package org.parasift.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.cli.Removed.MismatchException;
import org.parasift.cli.documents.Trouble;
import org.parasift.train.corpus.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The inverse of {@code clean --removed}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Puts what was cleaned and what was removed together again, byte for byte: text, JSONL, or the files"
                        + " of a folder.",
        footer = {
            "",
            "Examples:",
            "  parasift clean article.txt --removed removed.jsonl > clean.txt",
            "  parasift restore clean.txt --removed removed.jsonl | cmp - article.txt",
            "  parasift clean in.jsonl --to jsonl --removed removed.jsonl -o clean.jsonl",
            "  parasift restore clean.jsonl --removed removed.jsonl | cmp - in.jsonl",
            "  parasift clean articles/ --removed removed.jsonl --out-dir clean/",
            "  parasift restore clean/ --removed removed.jsonl --out-dir again/"
        })
final class RestoreCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "CLEANED",
            description = "What clean wrote: a file, the folder of --out-dir, or - for standard input.")
    private String cleaned = "-";

    @Option(
            names = "--removed",
            required = true,
            paramLabel = "FILE",
            description = "What clean --removed wrote; - for standard input.")
    private Path removed = Path.of("");

    @Mixin
    private final OutputOnly output = new OutputOnly();

    @Option(
            names = "--out-dir",
            paramLabel = "FOLDER",
            description =
                    "Write the files of a cleaned folder there, under their names (default: one after the other).")
    private @Nullable Path folder;

    private long number;
    private int code = Parasift.DONE;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean fromFolder = !cleaned.equals("-") && Files.isDirectory(Path.of(cleaned));
        check(folder == null || fromFolder, "--out-dir needs the folder that clean --out-dir wrote");
        check(folder == null || !output.toFile(), "--out-dir and -o exclude each other");
        check(!(cleaned.equals("-") && OutputOptions.isDash(removed)), "one of the two must be a file");
        if (folder != null) {
            try (OutputFolder into = OutputFolder.open(folder, "")) {
                fromFolder((name, text) -> into.write(name, text));
            }
        } else {
            output.write(console, out -> {
                if (fromFolder) {
                    fromFolder((name, text) -> out.write(text));
                } else {
                    fromFile(out);
                }
            });
        }
        return code;
    }

    private void check(boolean holds, String message) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Where the originals go. */
    private interface Sink {
        void write(String name, String original) throws IOException;
    }

    private void fromFolder(Sink sink) throws IOException {
        try (BufferedReader lines = open(removed.toString())) {
            for (JsonNode record = next(lines); record != null; record = next(lines)) {
                if (isLost(record)) {
                    continue;
                }
                String name = record.path("file").asText();
                Path file = Path.of(cleaned).resolve(name).normalize();
                if (name.isEmpty() || !file.startsWith(Path.of(cleaned).normalize())) {
                    throw mismatch("a line without the name of a file");
                }
                try {
                    String kept = Files.readString(file);
                    sink.write(
                            name,
                            isJson(record)
                                    ? Removed.originalOfLine(record, chomp(kept))
                                    : Removed.original(record, kept));
                } catch (MismatchException e) {
                    throw mismatch(String.valueOf(e.getMessage()));
                } catch (java.nio.charset.CharacterCodingException e) {
                    throw mismatch(name + " is not UTF-8");
                } catch (IOException e) {
                    throw new IOException(Trouble.with(file.toString(), e), e);
                }
            }
        }
    }

    private void fromFile(RecordOutput out) throws IOException {
        try (BufferedReader kept = open(cleaned);
                BufferedReader lines = open(removed.toString())) {
            for (JsonNode record = next(lines); record != null; record = next(lines)) {
                if (isJson(record)) {
                    String line = line(kept);
                    if (line == null) {
                        throw mismatch("fewer lines than clean has left");
                    }
                    if (record.has("source")) {
                        out.write(
                                Base64.getDecoder().decode(record.path("source").asText()));
                    } else if (!isLost(record)) {
                        out.write(Removed.originalOfLine(record, line));
                    }
                } else if (!record.has("id")) {
                    out.write(record.path("before").asText());
                } else if (!isLost(record)) {
                    out.write(Removed.original(
                            record, chars(kept, record.path("kept").asInt())));
                }
            }
            if (kept.read() >= 0) {
                throw mismatch("text that no line accounts for");
            }
        } catch (MismatchException e) {
            throw mismatch(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isJson(JsonNode record) {
        return record.path("to").asText().equals("jsonl");
    }

    /** A record that could not be read then cannot be restored now. */
    private boolean isLost(JsonNode record) {
        boolean lost = record.path("status").asText().equals("error");
        if (lost) {
            console.complain("not restored, for clean could not read it: "
                    + record.path("reason").asText());
            code = Parasift.BAD_INPUT;
        }
        return lost;
    }

    private @Nullable JsonNode next(BufferedReader lines) throws IOException {
        String line = line(lines);
        if (line == null) {
            return null;
        }
        number++;
        try {
            JsonNode record = JSON.readTree(line);
            boolean whole = record.has("kept")
                    && record.has("original")
                    && record.path("spans").isArray();
            if (whole || record.has("reason") || record.has("before")) {
                return record;
            }
        } catch (JsonProcessingException e) {
            InputException broken = mismatch("a line that clean did not write");
            broken.initCause(e);
            throw broken;
        }
        throw mismatch("a line that clean did not write");
    }

    /** The chars up to the next line feed; a carriage return may stand inside of JSON. */
    private static @Nullable String line(BufferedReader from) throws IOException {
        int c = from.read();
        if (c < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = from.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String chars(BufferedReader kept, int count) throws IOException, MismatchException {
        char[] chars = new char[Math.max(0, count)];
        for (int read = 0; read < chars.length; ) {
            int more = kept.read(chars, read, chars.length - read);
            if (more < 0) {
                throw new MismatchException("less text than clean has left");
            }
            read += more;
        }
        return new String(chars);
    }

    private static String chomp(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private InputException mismatch(String found) {
        return new InputException(removed.toString(), number, found, "the file that belongs to " + cleaned);
    }

    private BufferedReader open(String name) throws IOException {
        try {
            InputStream in = name.equals("-") ? console.in() : Files.newInputStream(Path.of(name));
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(Trouble.with(name, e), e);
        }
    }
}
