package org.parasift.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parasift.cli.documents.Documents;
import org.parasift.cli.documents.Format;
import org.parasift.cli.documents.LineBatches;
import org.parasift.cli.documents.ReadOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What a verb that reads documents is given. */
final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders (their articles, sorted) or - for standard input; each may be gzipped.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description =
                    "text, lines (a text a line), csv, tsv, jsonl, html or warc (WET too); default: by suffix, else text.")
    private @Nullable Format from;

    @Option(
            names = {"--text-column", "--text-field"},
            paramLabel = "NAME",
            defaultValue = "text",
            description = "Column or field with the text (default: text).")
    private String text = "text";

    @Option(
            names = {"--id-column", "--id-field"},
            paramLabel = "NAME",
            defaultValue = "id",
            description = "Column or field that names the record (default: id; without it, file and line).")
    private String id = "id";

    @Option(
            names = "--article-column",
            paramLabel = "NAME",
            defaultValue = "article",
            description = "Column that names the article, in tables with a row a paragraph (default: article).")
    private String article = "article";

    @Option(
            names = "--paragraph-column",
            paramLabel = "NAME",
            defaultValue = "paragraph",
            description = "Column with the paragraph's number (default: paragraph).")
    private String paragraph = "paragraph";

    @Option(names = "--whole", description = "Each text is one paragraph, line breaks and all.")
    private boolean whole;

    @Option(
            names = "--lenient",
            description =
                    "Replace malformed UTF-8 and NUL by U+FFFD, count them, and end with 0 although records failed.")
    private boolean lenient;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Classify on N threads; the output is the same (default: 1).")
    private int threads = 1;

    @Option(
            names = "--largest-record",
            paramLabel = "SIZE",
            converter = Size.class,
            defaultValue = "256m",
            description = "Refuse records that are larger, unpacked (default: 256m).")
    private long largestRecord = ReadOptions.USUAL.largestRecord();

    @Option(
            names = "--largest-ratio",
            paramLabel = "N",
            defaultValue = "200",
            description = "Refuse gzip that unpacks to more than N times its size (default: 200).")
    private int largestRatio = ReadOptions.USUAL.largestRatio();

    InputOptions() {}

    /** A number that is not negative. */
    static final class Count implements ITypeConverter<Integer> {
        Count() {}

        @Override
        public Integer convert(String value) {
            try {
                int count = Integer.parseInt(value);
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is no count (expected 0 or more)");
            }
            throw new TypeConversionException("'" + value + "' is no count (expected 0 or more)");
        }
    }

    /** Reads {@code 64k}, {@code 256m}, {@code 1g}. */
    static final class Size implements ITypeConverter<Long> {
        Size() {}

        @Override
        public Long convert(String value) {
            String lower = value.toLowerCase(Locale.ROOT);
            int unit = lower.isEmpty() ? -1 : "kmg".indexOf(lower.charAt(lower.length() - 1));
            try {
                long number = Long.parseLong(unit < 0 ? lower : lower.substring(0, lower.length() - 1));
                if (number > 0 && number < 1L << 33) {
                    return number << (10 * (unit + 1));
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is no size (expected 65536, 64k, 256m or 1g)");
            }
            throw new TypeConversionException("'" + value + "' is no size (expected 65536, 64k, 256m or 1g)");
        }
    }

    boolean lenient() {
        return lenient;
    }

    /** At least one. */
    int threads() {
        return Math.max(1, threads);
    }

    /** What is read and how: an interrupted run is continued with the same only. */
    String text() {
        return names + " " + options();
    }

    Documents open(Console console) throws IOException {
        return Documents.open(names, options(), console.in());
    }

    /** Whether every line is a text. */
    boolean isLines() {
        return from == Format.LINES;
    }

    LineBatches openLines(Console console) {
        return LineBatches.open(names, options(), console.in());
    }

    private ReadOptions options() {
        return new ReadOptions(
                Optional.ofNullable(from),
                lenient,
                article,
                paragraph,
                text,
                id,
                whole,
                largestRecord,
                Math.max(1, largestRatio));
    }
}
