package org.parasift.cli.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.train.corpus.InputException;

/**
 * The records of files, folders and standard input, in the order they were named; folders in the order of their files'
 * names, with their sub-folders. Files are opened when their turn comes and read one record at a time. Trouble with one
 * record is a {@link Document.Failed} in its place; the others follow. Owned by one thread.
 */
public final class Documents implements Iterator<Document>, Closeable {
    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private final Deque<String> names;
    private final boolean lenient;
    private final InputStream standardInput;
    private long replaced;

    private Documents(List<String> names, boolean lenient, InputStream standardInput) {
        this.names = new ArrayDeque<>(names);
        this.lenient = lenient;
        this.standardInput = standardInput;
    }

    /**
     * Looks into folders, opens nothing else.
     *
     * @param names files, folders and {@value #STANDARD_INPUT}
     * @param lenient whether malformed UTF-8 and NUL are replaced and counted
     * @throws InputException if a folder has no article
     */
    public static Documents open(List<String> names, boolean lenient, InputStream standardInput) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : names) {
            if (!name.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(name))) {
                files.addAll(articles(name));
            } else {
                files.add(name);
            }
        }
        return new Documents(files, lenient, standardInput);
    }

    private static List<String> articles(String folder) throws IOException {
        List<String> files;
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            files = found.filter(file -> file.getFileName().toString().endsWith(".txt") && Files.isRegularFile(file))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new InputException(folder, 0, "a folder without articles", "*.txt in it");
        }
        return files;
    }

    @Override
    public boolean hasNext() {
        return !names.isEmpty();
    }

    @Override
    public Document next() {
        if (names.isEmpty()) {
            throw new NoSuchElementException("no more documents");
        }
        String name = names.remove();
        String id = id(name);
        try {
            boolean standard = name.equals(STANDARD_INPUT);
            String shown = standard ? "standard input" : name;
            byte[] bytes = standard ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(name));
            PlainText text = PlainText.decode(bytes, shown, lenient);
            replaced += text.replaced();
            Article article = ParagraphSplitter.split(id, text.text());
            if (article.paragraphs().isEmpty()) {
                return new Document.Failed(id, shown + ": no paragraph (expected a line that is not blank)");
            }
            return new Document.Text(id, article, new Document.Origin(name, text.byteOrderMark()));
        } catch (InputException e) {
            return new Document.Failed(id, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Document.Failed(id, Trouble.with(name, e));
        }
    }

    /** The name of the file without folders and suffix. */
    private static String id(String name) {
        Path file = Path.of(name).getFileName();
        String last = file == null ? name : file.toString();
        return last.endsWith(".txt") ? last.substring(0, last.length() - ".txt".length()) : last;
    }

    /** How many malformed sequences have been replaced so far. */
    public long replaced() {
        return replaced;
    }

    @Override
    public void close() {
        names.clear();
    }
}
