package org.parasift.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. Bars are inline SVG
 * with error whiskers; names and numbers stand beside them as text, so that they wrap on a phone and can be copied.
 */
public final class HtmlPage {
    private static final int EARLIER_RUNS = 6;
    private static final int BAR_UNITS = 1000;

    private final Report report;
    private final History history;
    private final StringBuilder page = new StringBuilder(1 << 16);

    private HtmlPage(Report report, History history) {
        this.report = report;
        this.history = history;
    }

    /** The page; runs of the history that compare are shown at its end. */
    public static String of(Report report, History history) {
        return new HtmlPage(report, history).page();
    }

    private String page() {
        String title = escape(report.run().title());
        line("<!doctype html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<title>Parasift bench: " + title + "</title>");
        line("<style>\n" + style() + "</style>");
        line("</head>");
        line("<body>");
        line("<main>");
        line("<header><p class=\"brand\">Parasift bench</p><h1>" + title + "</h1>");
        line("<p class=\"lead\">" + escape(day(report.run().date())) + " · "
                + escape(report.run().cpu()) + " · "
                + escape(report.run().jdk()) + " · commit <code>"
                + escape(report.run().commit()) + "</code></p></header>");
        report.groups().forEach(this::group);
        earlier();
        conditions();
        line("</main>");
        line("</body>");
        line("</html>");
        return page.toString();
    }

    private void group(String name, List<Measurement> group) {
        Measurement first = group.get(0);
        Measurement yardstick = Report.yardstick(group);
        double top = group.stream().mapToDouble(Measurement::high).max().orElse(1) * 1.01;
        line("<section>");
        line("<h2>" + escape(name) + "</h2>");
        line("<p class=\"question\">" + escape(first.question()) + "</p>");
        line("<div class=\"bars\">");
        for (Measurement m : group) {
            String ratio = m.equals(yardstick) ? "" : Numbers.ratio(yardstick.value() / m.value());
            line("<div class=\"bar" + (m.ours() ? " ours" : "") + "\"><span class=\"name\">" + escape(m.label())
                    + "</span><span class=\"value\">" + Numbers.plain(m.value()) + " <small>" + m.unit()
                    + "</small></span>" + bar(m, top) + "<span class=\"ratio\">" + ratio + "</span></div>");
        }
        line("</div>");
        String note = yardstick.ours()
                ? "Factors say how many times as fast " + yardstick.label() + " is. "
                : "Factors are against the first row. ";
        line("<p class=\"note\">" + escape(note) + "Whiskers: " + whiskers() + ". Longer is better.</p>");
        table(group, yardstick);
        line("</section>");
    }

    private String whiskers() {
        return report.raw().path(0).has("primaryMetric")
                ? "99.9 % confidence, in a short run the lowest and the highest sample"
                : "slowest and fastest run";
    }

    /** One bar as wide as its cell; the whisker keeps its line width however the cell is stretched. */
    private static String bar(Measurement m, double top) {
        double value = m.value() / top * BAR_UNITS;
        double low = m.low() / top * BAR_UNITS;
        double high = m.high() / top * BAR_UNITS;
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d 20\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s %s, %s\">"
                        + "<rect width=\"%.1f\" height=\"20\"/>"
                        + "<path d=\"M%.1f 10H%.1fM%.1f 5V15M%.1f 5V15\"/></svg>",
                BAR_UNITS,
                Numbers.plain(m.value()),
                m.unit(),
                Numbers.whisker(m),
                value,
                low,
                high,
                low,
                high);
    }

    private void table(List<Measurement> group, Measurement yardstick) {
        Measurement first = group.get(0);
        line("<details><summary>Numbers</summary><div class=\"scroll\"><table>");
        page.append("<thead><tr><th></th><th>")
                .append(first.unit())
                .append("</th><th>±</th><th>")
                .append(escape(first.items()))
                .append("/s</th><th>B/op</th><th>B/")
                .append(escape(MarkdownPage.singular(first.items())))
                .append("</th>");
        MarkdownPage.more(group)
                .forEach(title -> page.append("<th>").append(escape(title)).append("</th>"));
        line("<th>factor</th><th>range</th></tr></thead><tbody>");
        for (Measurement m : group) {
            page.append(m.ours() ? "<tr class=\"ours\"><th>" : "<tr><th>")
                    .append(escape(m.label()))
                    .append("</th>");
            List<String> cells = new ArrayList<>(List.of(
                    Numbers.plain(m.value()),
                    Numbers.whisker(m),
                    Numbers.rate(m.itemsPerSecond()),
                    Numbers.bytes(m.bytesPerOp()),
                    Numbers.bytes(m.bytesPerItem())));
            MarkdownPage.more(group).forEach(title -> cells.add(m.more().getOrDefault(title, "–")));
            boolean self = m.equals(yardstick);
            cells.add(self ? "1" : Numbers.ratio(yardstick.value() / m.value()));
            cells.add(self ? "" : Numbers.ratioRange(yardstick, m));
            cells.forEach(cell -> page.append("<td>").append(escape(cell)).append("</td>"));
            line("</tr>");
        }
        line("</tbody></table></div></details>");
    }

    private void earlier() {
        List<History.Entry> runs = history.comparable(report);
        List<Measurement> ours =
                report.measurements().stream().filter(Measurement::ours).toList();
        if (runs.size() < 2 || ours.isEmpty()) {
            return;
        }
        List<History.Entry> last = runs.subList(Math.max(0, runs.size() - EARLIER_RUNS), runs.size());
        line("<section><h2>Earlier runs</h2>");
        line("<p class=\"question\">Have we become slower? Same CPU, JDK and method; machines still differ from day to"
                + " day.</p>");
        line("<div class=\"scroll\"><table><thead><tr><th></th>");
        last.forEach(
                run -> line("<th>" + escape(day(run.date())) + "<br><code>" + escape(run.commit()) + "</code></th>"));
        line("</tr></thead><tbody>");
        for (Measurement m : ours) {
            page.append("<tr><th>").append(escape(m.group() + ": " + m.label())).append("</th>");
            for (History.Entry run : last) {
                Double value = run.values().get(m.key());
                page.append("<td>")
                        .append(value == null ? "–" : Numbers.plain(value))
                        .append("</td>");
            }
            line("</tr>");
        }
        line("</tbody></table></div></section>");
    }

    private void conditions() {
        line("<section><h2>Conditions</h2><dl>");
        for (Map.Entry<String, String> entry : Conditions.of(report.run()).entrySet()) {
            line("<dt>" + escape(entry.getKey()) + "</dt><dd>" + escape(entry.getValue()) + "</dd>");
        }
        line(
                "</dl><p class=\"note\">Only ratios inside one table mean something: all its rows were measured in the same"
                        + " run.</p></section>");
    }

    private static String day(String date) {
        return date.replaceFirst("T.*", "");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String style() {
        try (InputStream in =
                Objects.requireNonNull(HtmlPage.class.getResourceAsStream("/org/parasift/bench/report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
