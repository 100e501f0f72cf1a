package org.parasift.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parasift.bench.quality.QualityReport;
import org.parasift.bench.report.Comparison;
import org.parasift.bench.report.History;
import org.parasift.bench.report.HtmlPage;
import org.parasift.bench.report.MarkdownPage;
import org.parasift.bench.report.Report;

/** The folder in which reports and their history lie. */
final class Reports {
    private final Path folder;

    Reports(Path folder) {
        this.folder = folder;
    }

    /** The folder asked for, else {@code bench/reports} for what is worth keeping and {@code bench/target/reports}. */
    static Reports in(@Nullable Path asked, boolean worthKeeping) {
        if (asked != null) {
            return new Reports(asked);
        }
        return new Reports(root().resolve(worthKeeping ? "bench/reports" : "bench/target/reports"));
    }

    /** The project's folder as the launcher gives it, else where we are. */
    static Path root() {
        return Path.of(System.getProperty("parasift.root", ""));
    }

    /** Writes {@code stem.json}, {@code .md} and {@code .html} and enters the run into the history. */
    void write(String stem, Report report, PrintWriter out) throws IOException {
        Files.createDirectories(folder);
        Path historyFile = folder.resolve("history.json");
        History history = History.read(historyFile).with(report);
        report.write(folder.resolve(stem + ".json"));
        history.write(historyFile);
        pages(stem, report, history);
        out.print(MarkdownPage.summary(report));
        out.println();
        out.println("report: " + folder.resolve(stem + ".html"));
    }

    /**
     * Writes {@code quality.json} and {@code quality.md}, or what else the report is called, the latter with the notes of
     * {@code quality-notes.md} if there are any, and returns the page.
     */
    String write(QualityReport report, Map<String, String> conditions) throws IOException {
        Files.createDirectories(folder);
        Path notes = folder.resolve(report.name() + "-notes.md");
        String page = report.markdown(conditions, Files.exists(notes) ? Files.readString(notes) : "");
        Files.writeString(folder.resolve(report.name() + ".md"), page);
        Files.writeString(folder.resolve(report.name() + ".json"), report.json(conditions));
        return page;
    }

    /** Writes the pages of a report again. */
    void render(String stem, Report report) throws IOException {
        Files.createDirectories(folder);
        pages(stem, report, History.read(folder.resolve("history.json")));
    }

    private void pages(String stem, Report report, History history) throws IOException {
        Files.writeString(folder.resolve(stem + ".md"), MarkdownPage.of(report));
        Files.writeString(folder.resolve(stem + ".html"), HtmlPage.of(report, history));
    }

    /**
     * Prints what has changed since {@code before}; 1 if ours has become slower by more than
     * {@code factor} or the two have nothing in common, else 0.
     */
    static int compare(Report before, Report now, double factor, PrintWriter out) {
        Comparison comparison = Comparison.of(before, now);
        out.println();
        out.println("against " + before.run().title() + ", " + before.run().date() + ", commit "
                + before.run().commit());
        out.print(comparison.text(factor));
        int slower = comparison.slowerThan(factor).size();
        if (slower > 0) {
            out.println(slower + " slower by more than " + factor + " times");
        }
        out.flush();
        return slower > 0 || comparison.changes().isEmpty() ? 1 : 0;
    }
}
