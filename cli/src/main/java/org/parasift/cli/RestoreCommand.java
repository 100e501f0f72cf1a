package org.parasift.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parasift.cli.documents.Trouble;
import org.parasift.train.corpus.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The inverse of {@code clean --removed}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Puts cleaned text and what was removed together again, byte for byte.",
        footer = {
            "",
            "Example:",
            "  parasift clean article.txt --removed removed.jsonl > clean.txt",
            "  parasift restore clean.txt --removed removed.jsonl | cmp - article.txt"
        })
final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "What clean wrote; - for standard input.")
    private String cleaned = "-";

    @Option(names = "--removed", required = true, paramLabel = "FILE", description = "What clean --removed wrote.")
    private Path removed = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete (default: standard output).")
    private @Nullable Path output;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (output == null || output.toString().equals("-")) {
            restore(console.out());
            return Parasift.DONE;
        }
        try (OutputFile file = OutputFile.open(output, false)) {
            restore(file.out());
            file.complete();
        }
        return Parasift.DONE;
    }

    private void restore(RecordOutput out) throws IOException {
        try (BufferedReader kept = open(cleaned);
                BufferedReader lines = open(removed.toString())) {
            ObjectMapper json = new ObjectMapper();
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                out.write(original(json, line, number, kept));
            }
            if (kept.read() >= 0) {
                throw mismatch(number, "text that no line accounts for");
            }
        }
        out.flush();
    }

    private String original(ObjectMapper json, String line, long number, BufferedReader kept) throws IOException {
        List<JsonNode> spans = new ArrayList<>();
        int rest;
        int length;
        try {
            JsonNode record = json.readTree(line);
            rest = record.required("kept").asInt();
            length = record.required("original").asInt();
            record.required("spans").forEach(spans::add);
        } catch (IOException | IllegalArgumentException e) {
            InputException broken = mismatch(number, "a line that clean did not write");
            broken.initCause(e);
            throw broken;
        }
        char[] chars = new char[rest];
        for (int read = 0; read < rest; ) {
            int more = kept.read(chars, read, rest - read);
            if (more < 0) {
                throw mismatch(number, "less text than clean has left");
            }
            read += more;
        }
        StringBuilder original = new StringBuilder(length);
        int at = 0;
        for (JsonNode span : spans) {
            int start = span.path("start").asInt();
            int before = start - original.length();
            if (before < 0 || at + before > rest) {
                throw mismatch(number, "spans that do not fit the text");
            }
            original.append(chars, at, before).append(span.path("text").asText());
            at += before;
        }
        // A line end that clean added to a text without one goes again.
        original.append(chars, at, Math.max(0, Math.min(rest - at, length - original.length())));
        if (original.length() != length) {
            throw mismatch(number, "a text of " + original.length() + " instead of " + length + " chars");
        }
        return original.toString();
    }

    private InputException mismatch(long line, String found) {
        return new InputException(removed.toString(), line, found, "the file that belongs to " + cleaned);
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
