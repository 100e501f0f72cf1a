package org.parasift.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PagesTest {
    private final Report report = Samples.report(400, 100, 50);
    private final History none = new History(List.of());

    @Test
    void markdownSaysHowManyTimesAsFast() {
        assertThat(MarkdownPage.of(report))
                .contains("| **The parasift** | 400 | ±40.0 | 64.0 M | 1,000 | 0 | 1 | |\n")
                .contains("| The peer0 | 100 | ±10.0 | 16.0 M | 1,000 | 40.0 | 4.00× | 3.27–4.89× |\n")
                .contains("- Commit: abc1234567\n");
    }

    @Test
    void yardstickIsWhatIsCalledParasiftElseOurFastestElseTheFastest() {
        Measurement peer = Samples.bar("peer", false, 9);
        Measurement fast = Samples.bar("parasift2", true, 8);
        Measurement plain = Samples.bar("parasift", true, 7);
        assertThat(Report.yardstick(List.of(peer, fast, plain))).isEqualTo(plain);
        assertThat(Report.yardstick(List.of(peer, fast))).isEqualTo(fast);
        assertThat(Report.yardstick(List.of(peer))).isEqualTo(peer);
    }

    @Test
    void summaryForTheTerminalHasOneLineEach() {
        assertThat(MarkdownPage.summary(report)).containsSubsequence("* The parasift", "The peer0", "4.00×", "8.00×");
    }

    @Test
    void htmlIsOnePageWellFormedAndNeedsNothingElse() throws Exception {
        String page = HtmlPage.of(report, none);
        assertThat(page).doesNotContain("<script", "src=", "href=", "url(", "@import");
        Document document = parse(page);
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(3);
        assertThat(page).contains("Some &lt;CPU&gt; &amp; Co").contains("prefers-color-scheme: dark");
    }

    @Test
    void barsAreInProportionAndWhiskersAroundTheirEnds() throws Exception {
        Document document = parse(HtmlPage.of(report, none));
        double first = width(document, 0);
        assertThat(width(document, 1) / first).isBetween(0.249, 0.251);
        Element whisker = (Element) document.getElementsByTagName("path").item(0);
        assertThat(whisker.getAttribute("d"))
                .startsWith("M" + String.format(java.util.Locale.ROOT, "%.1f", first * 0.9));
    }

    @Test
    void earlierRunsOnTheSameMachineAreShown() {
        Report later = new Report(Samples.run("2026-02-02T00:00:00Z"), report.measurements());
        assertThat(HtmlPage.of(later, none.with(report).with(later))).contains("Earlier runs", "2026-01-01");
        assertThat(HtmlPage.of(later, none.with(later))).doesNotContain("Earlier runs");
    }

    @Test
    void furtherColumnsArePrinted() {
        Measurement process = new Measurement(
                "EndToEnd",
                "How long?",
                "parasift",
                "parasift",
                true,
                "MB/s",
                10,
                9,
                11,
                "texts",
                0,
                -1,
                -1,
                Map.of("peak RSS", "120 MB"));
        Report one = new Report(Samples.run("2026-01-01T00:00:00Z"), List.of(process));
        assertThat(MarkdownPage.of(one)).contains("| peak RSS |").contains("| 120 MB |");
        assertThat(HtmlPage.of(one, none)).contains("<th>peak RSS</th>", "<td>120 MB</td>");
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.json");
        report.write(file);
        assertThat(Report.read(file)).isEqualTo(report);
        History history = none.with(report);
        history.write(folder.resolve("history.json"));
        assertThat(History.read(folder.resolve("history.json"))).isEqualTo(history);
    }

    @Test
    void historyKeepsOneEntryARunOldestFirst() {
        Report later = new Report(Samples.run("2026-02-02T00:00:00Z"), report.measurements());
        assertThat(none.with(later).with(report).with(later).entries())
                .extracting(History.Entry::date)
                .containsExactly("2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z");
    }

    @Test
    void whatIsNoReportIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"run\": 3}");
        assertThatThrownBy(() -> Report.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("x.json: not a report of parasift bench");
        assertThatThrownBy(() -> History.read(file)).isInstanceOf(ReportException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "0.0341|0.034", "0.9997|1.00", "4.806|4.81", "48.06|48.1", "99.96|100", "4806|4,806"})
    void threeDigitsThatMatter(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    private static double width(Document document, int bar) {
        return Double.parseDouble(
                ((Element) document.getElementsByTagName("rect").item(bar)).getAttribute("width"));
    }

    /** The page without its doctype is XML but for the tags that HTML leaves open. */
    private static Document parse(String page) throws Exception {
        String xml = page.replace("<!doctype html>", "")
                .replaceAll("<meta ([^>]*)>", "<meta $1/>")
                .replace("<br>", "<br/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
