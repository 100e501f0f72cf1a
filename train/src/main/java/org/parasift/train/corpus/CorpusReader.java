package org.parasift.train.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;

/**
 * Reads labelled data. A folder holds one {@code .txt} file an article and {@code labels.csv}, whose every row must equal
 * the paragraph it names. A CSV file with the columns {@code article} and {@code paragraph} holds articles, its rows
 * their paragraphs; any other CSV file holds texts of their own. UTF-8 with or without byte order mark, line ends of any
 * kind, quotes by RFC 4180.
 */
public final class CorpusReader {
    private final CsvColumns columns;
    private final boolean lenient;
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private long replaced;

    private CorpusReader(CsvColumns columns, boolean lenient) {
        this.columns = columns;
        this.lenient = lenient;
    }

    /**
     * Reads a folder or a CSV file, whichever {@code path} is.
     *
     * @param columns the names of the columns
     * @param lenient whether malformed UTF-8 is replaced and counted
     * @throws InputException if the data is not as it should be
     * @throws IOException if reading fails
     */
    public static Corpus read(Path path, CsvColumns columns, boolean lenient) throws IOException {
        CorpusReader reader = new CorpusReader(columns, lenient);
        return Files.isDirectory(path) ? reader.folder(path) : reader.file(path.toString(), Utf8.bytes(path));
    }

    /**
     * Reads the bytes of a CSV file.
     *
     * @param name what messages call them
     * @throws InputException if the data is not as it should be
     */
    public static Corpus read(byte[] csv, String name, CsvColumns columns, boolean lenient) throws IOException {
        return new CorpusReader(columns, lenient).file(name, csv);
    }

    /** Reads a folder of articles with its {@code labels.csv}. */
    public static Corpus readSeeds(Path folder) throws IOException {
        return new CorpusReader(CsvColumns.USUAL, false).folder(folder);
    }

    /** Reads a CSV file. */
    public static Corpus readCsv(Path file, CsvColumns columns) throws IOException {
        return new CorpusReader(columns, false).file(file.toString(), Utf8.bytes(file));
    }

    // ---- a folder

    private Corpus folder(Path folder) throws IOException {
        Map<String, Article> articles = new LinkedHashMap<>();
        for (Path file : textFiles(folder)) {
            String name = file.getFileName().toString();
            String id = name.substring(0, name.length() - ".txt".length());
            Article article = ParagraphSplitter.split(id, text(file.toString(), Utf8.bytes(file)));
            if (article.paragraphs().isEmpty()) {
                throw new InputException(file.toString(), 0, "no paragraph", "at least one line that is not blank");
            }
            articles.put(id, article);
        }
        if (articles.isEmpty()) {
            throw new InputException(folder.toString(), 0, "a folder without articles", "*.txt and labels.csv");
        }
        Path labels = folder.resolve("labels.csv");
        Table table = table(labels.toString(), Utf8.bytes(labels), true);
        Map<String, List<Row>> rows = byArticle(table);
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, List<Row>> entry : rows.entrySet()) {
            List<Row> own = entry.getValue();
            Article article = articles.get(entry.getKey());
            if (article == null) {
                throw table.error(
                        own.get(0).line(),
                        "article " + InputException.quote(entry.getKey()),
                        "the name of a .txt file beside it");
            }
            for (Row row : own) {
                int paragraph = row.paragraph();
                if (paragraph >= article.paragraphs().size()) {
                    throw table.error(
                            row.line(),
                            "paragraph " + paragraph + " of article " + article.id(),
                            "at most " + (article.paragraphs().size() - 1) + ", its last paragraph");
                }
                if (!article.text(paragraph).equals(row.text())) {
                    throw table.error(
                            row.line(),
                            "text " + InputException.quote(row.text()),
                            "paragraph " + paragraph + " of " + article.id() + ".txt, "
                                    + InputException.quote(article.text(paragraph)));
                }
                examples.add(row.example(article, paragraph));
            }
            if (own.size() < article.paragraphs().size()) {
                throw table.error(
                        own.get(own.size() - 1).line(),
                        own.size() + " rows of article " + article.id(),
                        article.paragraphs().size() + ", one a paragraph");
            }
        }
        for (String id : articles.keySet()) {
            if (!rows.containsKey(id)) {
                throw new InputException(labels.toString(), 0, "no row of article " + id, "one a paragraph");
            }
        }
        List<Article> ordered = rows.keySet().stream().map(articles::get).toList();
        return new Corpus(folder.toString(), labels.toString(), false, ordered, examples, hashes, replaced);
    }

    private static List<Path> textFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    // ---- a CSV file

    private Corpus file(String name, byte[] bytes) throws IOException {
        Table table = table(name, bytes, false);
        List<Article> articles = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        boolean plain = !(table.has(columns.article()) && table.has(columns.paragraph()));
        if (plain) {
            for (Row row : table.rows) {
                Article article = Article.of(Integer.toString(articles.size() + 1), List.of(row.text()));
                articles.add(article);
                examples.add(row.example(article, 0));
            }
        } else {
            for (Map.Entry<String, List<Row>> entry : byArticle(table).entrySet()) {
                List<Row> own = entry.getValue();
                Article article =
                        Article.of(entry.getKey(), own.stream().map(Row::text).toList());
                articles.add(article);
                for (Row row : own) {
                    examples.add(row.example(article, row.paragraph()));
                }
            }
        }
        return new Corpus(name, name, plain, articles, examples, hashes, replaced);
    }

    /** The rows of each article, paragraph 0 first, none missing, none twice. */
    private static Map<String, List<Row>> byArticle(Table table) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (Row row : table.rows) {
            rows.computeIfAbsent(row.article(), id -> new ArrayList<>()).add(row);
        }
        for (List<Row> own : rows.values()) {
            own.sort(Comparator.comparingInt(Row::paragraph).thenComparingLong(Row::line));
            for (int i = 0; i < own.size(); i++) {
                Row row = own.get(i);
                String found = "paragraph " + row.paragraph() + " of article " + InputException.quote(row.article());
                if (row.paragraph() < i) {
                    throw table.error(
                            row.line(),
                            found + " a second time",
                            "each paragraph once; first in line "
                                    + own.get(i - 1).line());
                }
                if (row.paragraph() > i) {
                    throw table.error(row.line(), found, "paragraph " + i + " before it: numbers from 0 without gaps");
                }
            }
        }
        return rows;
    }

    // ---- rows

    private record Row(
            long line, String article, int paragraph, String label, String text, String kind, Sure sure, String site) {
        Example example(Article of, int index) {
            return new Example(of, index, label, kind, sure, site, line);
        }
    }

    private static final class Table {
        private final String file;
        private final Map<String, Integer> header = new HashMap<>();
        private final List<Row> rows = new ArrayList<>();

        Table(String file) {
            this.file = file;
        }

        boolean has(String column) {
            return header.containsKey(column);
        }

        InputException error(long line, String value, String expected) {
            return new InputException(file, line, value, expected);
        }

        InputException unknownColumn(String name) {
            return error(
                    1,
                    "no column " + InputException.quote(name),
                    "it among the columns "
                            + String.join(
                                    ", ", header.keySet().stream().sorted().toList()));
        }
    }

    private Table table(String name, byte[] bytes, boolean articles) throws IOException {
        String text = text(name, bytes);
        Table table = new Table(name);
        if (text.isBlank()) {
            throw table.error(0, "an empty file", "CSV with a header line");
        }
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            try {
                header(records.next(), table, articles);
                line = parser.getCurrentLineNumber() + 1;
                while (records.hasNext()) {
                    CSVRecord record = records.next();
                    if (record.size() > 1 || !record.get(0).isEmpty()) {
                        table.rows.add(row(record, line, table));
                    }
                    line = parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException e) {
                throw malformed(table, line, e);
            }
        }
        if (table.rows.isEmpty()) {
            throw table.error(0, "a header without rows", "at least one row");
        }
        return table;
    }

    private static InputException malformed(Table table, long line, UncheckedIOException e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        boolean unclosed = message.toLowerCase(Locale.ROOT).contains("eof");
        InputException malformed = unclosed
                ? table.error(line, "a quoted value that never ends", "a closing quote before the end of the file")
                : table.error(line, "text after a closing quote", "a comma or the end of the line");
        malformed.initCause(e);
        return malformed;
    }

    private void header(CSVRecord record, Table table, boolean articles) {
        for (int i = 0; i < record.size(); i++) {
            if (table.header.putIfAbsent(record.get(i), i) != null) {
                throw table.error(1, "column " + InputException.quote(record.get(i)) + " twice", "each column once");
            }
        }
        require(table, columns.label(), "");
        require(table, columns.text(), "");
        require(table, columns.article(), articles ? "" : CsvColumns.USUAL.article());
        require(table, columns.paragraph(), articles ? "" : CsvColumns.USUAL.paragraph());
        require(table, columns.kind(), CsvColumns.USUAL.kind());
        require(table, columns.sure(), CsvColumns.USUAL.sure());
        require(table, columns.site(), CsvColumns.USUAL.site());
    }

    /** A column must exist unless it bears its usual name and is optional. */
    private static void require(Table table, String name, String optional) {
        if (!name.equals(optional) && !table.has(name)) {
            throw table.unknownColumn(name);
        }
    }

    private Row row(CSVRecord record, long line, Table table) {
        if (record.size() != table.header.size()) {
            throw table.error(line, record.size() + " columns", table.header.size() + ", as in the header");
        }
        Sure sure = sure(value(record, table, columns.sure()), line, table);
        String label = value(record, table, columns.label());
        if (label.isBlank() && sure != Sure.NO) {
            throw table.error(line, "no label", "a label in column " + InputException.quote(columns.label()));
        }
        String text = ParagraphSplitter.trim(value(record, table, columns.text()));
        if (text.isEmpty()) {
            throw table.error(line, "a blank text", "text in column " + InputException.quote(columns.text()));
        }
        boolean inArticle = table.has(columns.article()) && table.has(columns.paragraph());
        return new Row(
                line,
                inArticle ? value(record, table, columns.article()) : "",
                inArticle ? number(value(record, table, columns.paragraph()), line, table) : 0,
                label,
                text,
                columns.kind().equals(columns.label()) ? "" : value(record, table, columns.kind()),
                sure,
                value(record, table, columns.site()));
    }

    private static String value(CSVRecord record, Table table, String column) {
        Integer index = table.header.get(column);
        return index == null ? "" : record.get(index);
    }

    private static int number(String value, long line, Table table) {
        @Nullable NumberFormatException cause = null;
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            cause = e;
        }
        InputException error =
                table.error(line, "paragraph " + InputException.quote(value), "its number, counted from 0");
        if (cause != null) {
            error.initCause(cause);
        }
        throw error;
    }

    private Sure sure(String value, long line, Table table) {
        return switch (value) {
            case "", "yes" -> Sure.YES;
            case "mixed" -> Sure.MIXED;
            case "no" -> Sure.NO;
            default ->
                throw table.error(
                        line, columns.sure() + " " + InputException.quote(value), "yes, mixed, no or nothing");
        };
    }

    // ---- bytes

    private String text(String name, byte[] bytes) {
        hashes.put(Path.of(name).getFileName().toString(), Hashes.sha256(bytes));
        Utf8.Decoded decoded = Utf8.decode(bytes, name, lenient);
        replaced += decoded.replaced();
        return decoded.text();
    }
}
