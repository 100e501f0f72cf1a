package org.parasift.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A report as Markdown: the conditions, then one table a question. */
public final class MarkdownPage {
    private MarkdownPage() {}

    /** The page. */
    public static String of(Report report) {
        StringBuilder page = new StringBuilder();
        page.append("# Bench: ").append(report.run().title()).append("\n\n");
        Conditions.of(report.run()).forEach((name, value) -> page.append("- ")
                .append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        report.groups().forEach((name, group) -> table(name, group, page));
        page.append("\nOnly ratios inside one table mean something: all its rows were measured in the same run.\n");
        return page.toString();
    }

    private static void table(String name, List<Measurement> group, StringBuilder page) {
        Measurement yardstick = Report.yardstick(group);
        Measurement first = group.get(0);
        Set<String> more = more(group);
        String items = first.items();
        page.append("\n## ")
                .append(name)
                .append("\n\n")
                .append(first.question())
                .append("\n\n");
        page.append("| | ")
                .append(first.unit())
                .append(" | ± | ")
                .append(items)
                .append("/s | B/op | B/")
                .append(singular(items))
                .append(" | ");
        more.forEach(title -> page.append(title).append(" | "));
        page.append(yardstick.ours() ? "we are" : "against the first").append(" | range |\n");
        page.append("|---|---:|---:|---:|---:|---:|")
                .append("---:|".repeat(more.size()))
                .append("---:|---:|\n");
        for (Measurement m : group) {
            String label = m.ours() ? "**" + m.label() + "**" : m.label();
            page.append("| ")
                    .append(label.replace("|", "\\|").replace("<", "&lt;"))
                    .append(" | ")
                    .append(Numbers.plain(m.value()))
                    .append(" | ")
                    .append(Numbers.whisker(m))
                    .append(" | ")
                    .append(Numbers.rate(m.itemsPerSecond()))
                    .append(" | ")
                    .append(Numbers.bytes(m.bytesPerOp()))
                    .append(" | ")
                    .append(Numbers.bytes(m.bytesPerItem()))
                    .append(" | ");
            more.forEach(title -> page.append(m.more().getOrDefault(title, "–")).append(" | "));
            if (m.equals(yardstick)) {
                page.append("1 | |\n");
            } else {
                page.append(Numbers.ratio(yardstick.value() / m.value()))
                        .append(" | ")
                        .append(Numbers.ratioRange(yardstick, m))
                        .append(" |\n");
            }
        }
    }

    /** The titles of the further columns of a group. */
    static Set<String> more(List<Measurement> group) {
        Set<String> titles = new TreeSet<>();
        group.forEach(measurement -> titles.addAll(measurement.more().keySet()));
        return titles;
    }

    /** {@code token} for {@code tokens}. */
    static String singular(String items) {
        return items.endsWith("s") ? items.substring(0, items.length() - 1) : items;
    }

    /** The lines for a terminal: name, speed, ratio. */
    public static String summary(Report report) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<Measurement>> entry : report.groups().entrySet()) {
            List<Measurement> group = entry.getValue();
            Measurement yardstick = Report.yardstick(group);
            text.append('\n')
                    .append(entry.getKey())
                    .append(": ")
                    .append(group.get(0).question())
                    .append('\n');
            for (Measurement m : group) {
                String mark = m.ours() ? "*" : " ";
                text.append(String.format(
                        Locale.ROOT,
                        "  %s %-44s %9s %s %-12s %9s%n",
                        mark,
                        m.label(),
                        Numbers.plain(m.value()),
                        m.unit(),
                        Numbers.whisker(m),
                        m.equals(yardstick) ? "" : Numbers.ratio(yardstick.value() / m.value())));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
