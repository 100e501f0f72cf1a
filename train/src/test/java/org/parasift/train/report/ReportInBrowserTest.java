package org.parasift.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parasift.train.TrainRun;

/**
 * The page in a real browser. A page of ours holds the report in a frame as wide as a phone and measures it; both come
 * from a server that writes down what is asked for.
 */
class ReportInBrowserTest {
    private static final String MEASURE = """
            <!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><pre id="out"></pre>
            <iframe id="page" width="360" height="740" style="border:0"></iframe><script>
            const frame = document.getElementById('page');
            frame.onload = () => {
              const doc = frame.contentDocument;
              const lines = ['overflow=' + (doc.documentElement.scrollWidth - doc.documentElement.clientWidth),
                'window=' + frame.contentWindow.innerWidth,
                'resources=' + frame.contentWindow.performance.getEntriesByType('resource').length,
                'elements=' + doc.querySelectorAll('*').length];
              for (const figure of doc.querySelectorAll('figure')) {
                const box = figure.querySelector('svg').getBoundingClientRect();
                const marks = figure.querySelectorAll('svg .curve, svg .model, svg .yes').length;
                lines.push(figure.id + '=' + Math.round(box.width) + 'x' + Math.round(box.height) + ',' + marks);
              }
              document.getElementById('out').textContent = lines.join('\\n');
            };
            frame.src = 'report.html';
            </script></body>
            """;

    @TempDir
    Path folder;

    @Test
    void loadsWithAllPlotsWithoutRequestsAndFitsAPhone() throws IOException, InterruptedException {
        Path seeds = Path.of(System.getProperty("parasift.root", ".."), "seeds");
        measure(ReportTest.trained(TrainRun.Settings.of(seeds, folder.resolve("m.psm")), "parasift train"), false);
    }

    @Test
    void hostileTextNeitherRunsNorAsksNorWidensThePage() throws IOException, InterruptedException {
        Path csv = ReportTest.hostile(folder);
        measure(
                ReportTest.trained(TrainRun.Settings.of(csv, folder.resolve("m.psm")), "parasift " + "x".repeat(999)),
                true);
    }

    private void measure(Report report, boolean learning) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no chromium on the PATH: the report is not tried in a browser");
        byte[] page = report.html().getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = Map.of("/", MEASURE.getBytes(StandardCharsets.UTF_8), "/report.html", page);
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = files.getOrDefault(path, new byte[0]);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(files.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Path out = folder.resolve("dom.html");
        Path err = folder.resolve("browser.log");
        try {
            Process process = new ProcessBuilder(
                            arguments(browser.get(), server.getAddress().getPort()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            assertThat(ended).as("the browser ends").isTrue();
        } finally {
            server.stop(0);
        }
        String dom = Files.readString(out);
        assertThat(asked).containsExactly("/", "/report.html");
        assertThat(Files.readString(err)).doesNotContain("CONSOLE");
        assertThat(figure(dom, "window")).isEqualTo("360");
        assertThat(figure(dom, "overflow")).isEqualTo("0");
        assertThat(figure(dom, "resources")).isEqualTo("0");
        assertThat(Integer.parseInt(figure(dom, "elements"))).isGreaterThan(200);
        List<String> plots = new ArrayList<>(List.of("precision-recall", "reliability", "histogram"));
        if (learning) {
            plots.add("learning-curve");
        }
        for (String plot : plots) {
            Matcher box = Pattern.compile("(\\d+)x(\\d+),(\\d+)").matcher(figure(dom, plot));
            assertThat(box.matches()).as(plot).isTrue();
            assertThat(Integer.parseInt(box.group(1))).as(plot).isBetween(280, 360);
            assertThat(Integer.parseInt(box.group(2))).as(plot).isGreaterThan(180);
            assertThat(Integer.parseInt(box.group(3))).as(plot).isPositive();
        }
    }

    private List<String> arguments(Path browser, int port) {
        return List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--no-first-run",
                "--no-proxy-server",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=10000",
                "--dump-dom",
                "http://127.0.0.1:" + port + "/");
    }

    private static String figure(String dom, String name) {
        Matcher matcher = Pattern.compile("(?:^|[\\n>])" + Pattern.quote(name) + "=([^\\n<]+)")
                .matcher(dom);
        assertThat(matcher.find())
                .as(name + " in " + dom.substring(0, Math.min(2000, dom.length())))
                .isTrue();
        return matcher.group(1);
    }

    private static Optional<Path> browser() {
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path file = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
