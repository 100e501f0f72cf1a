package org.parasift.cli.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parasift.train.corpus.InputException;

/**
 * The records of files, folders and standard input, in the order they were named; folders in the order of their files'
 * names, with their sub-folders. Files are opened when their turn comes and read one record at a time, so inputs may be
 * larger than memory. Trouble with one record is a {@link Document.Failed} in its place, and the others follow; trouble
 * that ends a file is one too, and the next file follows. Owned by one thread.
 */
public final class Documents implements Iterator<Document>, Closeable {
    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** A file, and where in the folder that the user named it was found. */
    private record Source(String name, String folder) {}

    private final ReadShare share;
    private final Deque<Source> sources;
    private final ReadOptions options;
    private final InputStream standardInput;
    private String name = "";
    private String folder = "";
    private @Nullable DocumentReader reader;
    private @Nullable Document ahead;
    private String blank = "";
    private long replaced;

    private Documents(List<Source> sources, ReadOptions options, InputStream standardInput) {
        this.share = new ReadShare(sources.stream().map(Source::name).toList());
        this.sources = new ArrayDeque<>(sources);
        this.options = options;
        this.standardInput = standardInput;
    }

    /**
     * Looks into folders, opens nothing else.
     *
     * @param names files, folders and {@value #STANDARD_INPUT}
     * @throws InputException if a folder has no article
     */
    public static Documents open(List<String> names, ReadOptions options, InputStream standardInput)
            throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String name : names) {
            if (!name.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(name))) {
                sources.addAll(inFolder(name, options.format()));
            } else {
                sources.add(new Source(name, ""));
            }
        }
        return new Documents(sources, options, standardInput);
    }

    private static List<Source> inFolder(String folder, Optional<Format> asked) throws IOException {
        List<String> files;
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            files = found.filter(file -> {
                        Optional<Format> format = Format.of(file.getFileName().toString());
                        return Files.isRegularFile(file)
                                && (asked.isPresent()
                                        ? format.equals(asked)
                                        : format.isPresent() && format.get().inFolders());
                    })
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new InputException(
                    folder, 0, "a folder without articles", "*.txt, *.jsonl, *.html, *.warc or *.wet in it");
        }
        return files.stream()
                .map(file -> new Source(file, between(folder, file)))
                .toList();
    }

    private static String between(String folder, String file) {
        StringBuilder between = new StringBuilder();
        Path relative = Path.of(folder).relativize(Path.of(file));
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            between.append(relative.getName(i)).append('/');
        }
        return between.toString();
    }

    /** What messages call an input. */
    public static String shown(String name) {
        return name.equals(STANDARD_INPUT) ? "standard input" : name;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && (reader != null || !sources.isEmpty())) {
            ahead = advance();
        }
        return ahead != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more documents");
        }
        Document next = ahead;
        ahead = null;
        return next;
    }

    /** The next record of the file that is open, or of the next file; null if a file ends. */
    private @Nullable Document advance() {
        try {
            if (reader == null) {
                Source source = sources.remove();
                name = source.name();
                folder = source.folder();
                reader = openFile();
            }
            Document next = reader.next();
            if (next == null) {
                finish();
            }
            return next instanceof Document.Text text && !folder.isEmpty()
                    ? new Document.Text(text.id(), text.article(), text.origin().in(folder))
                    : next;
        } catch (InputException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            return failed(Trouble.with(shown(name), cause == null ? new IOException(e.getMessage()) : cause));
        } catch (IOException e) {
            return failed(Trouble.with(shown(name), e));
        }
    }

    private Document failed(String reason) {
        try {
            finish();
        } catch (IOException e) {
            // The file has failed already; that it does not even close adds nothing.
            reader = null;
        }
        return new Document.Failed(Format.bare(name), reason);
    }

    private void finish() throws IOException {
        DocumentReader done = reader;
        reader = null;
        if (done != null) {
            replaced += done.replaced();
            blank = done.blank();
            done.close();
        }
    }

    private DocumentReader openFile() throws IOException {
        boolean standard = name.equals(STANDARD_INPUT);
        Format format = options.format().or(() -> Format.of(name)).orElse(Format.TEXT);
        InputStream raw = standard ? standardInput : Files.newInputStream(Path.of(name));
        try {
            InputStream in = Bytes.unpacked(share.counted(raw), name, options.largestRatio());
            return switch (format) {
                case TEXT, HTML -> new WholeFile(in, name, format, options);
                case CSV, TSV -> new Table(in, name, format, options);
                case LINES -> new Lines(LineBatches.over(in, name, options), name, options);
                case JSONL -> new JsonLines(in, name, options, blank);
                case WARC -> new Crawl(in, name, options);
            };
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** How many malformed sequences have been replaced so far. */
    public long replaced() {
        return replaced;
    }

    /** Blank lines of JSONL after the last record read, as they stand in the file. */
    public String blank() {
        return blank;
    }

    /** How much of all files has been read, 0 to 1; negative if their size is not known. */
    public double share() {
        return share.share();
    }

    @Override
    public void close() throws IOException {
        sources.clear();
        finish();
    }
}
