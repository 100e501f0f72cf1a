package org.parasift.train.news;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.parasift.text.Article;
import org.parasift.train.corpus.Corpus;
import org.parasift.train.corpus.CorpusReader;
import org.parasift.train.corpus.CsvColumns;
import org.parasift.train.corpus.Example;
import org.parasift.train.corpus.Hashes;
import org.parasift.train.corpus.InputException;
import org.parasift.train.corpus.LabelTable;
import org.parasift.train.corpus.SubjectTable;
import org.parasift.train.corpus.Sure;

/**
 * Reads the data of the shipped model: a folder with {@code articles-dev.csv}, {@code articles-other.csv},
 * {@code pages-train.csv}, {@code headlines.csv} and {@code articles-raw.jsonl.gz}, and label files without text, which
 * name paragraphs of the raw articles.
 */
public final class NewsDataReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Below the domains of countries these are registered by many. */
    private static final Set<String> SECOND_LEVEL = Set.of("ac", "co", "com", "edu", "gov", "net", "org");

    private static final List<Topics> SUBJECTS = List.of(Topics.GEOPOLITICS, Topics.MIXED, Topics.OTHER);

    private final TreeMap<String, String> hashes = new TreeMap<>();

    private NewsDataReader() {}

    /**
     * Reads everything.
     *
     * @param folder where the data is
     * @param labels of raw articles
     * @throws InputException if something is not as it should be
     * @throws IOException if reading fails
     */
    public static NewsData read(Path folder, LabelFiles labels) throws IOException {
        return new NewsDataReader().all(folder, labels);
    }

    private NewsData all(Path folder, LabelFiles labelFiles) throws IOException {
        List<RawArticle> raw = raw(folder.resolve("articles-raw.jsonl.gz"));
        if (labelFiles.subjects().isPresent()) {
            raw = filed(raw, labelFiles.subjects().get());
        }
        List<Example> labelled = new ArrayList<>();
        Set<String> chosen = new HashSet<>();
        labelled.addAll(csv(folder.resolve("articles-dev.csv"), CsvColumns.USUAL));
        labelled.addAll(csv(folder.resolve("articles-other.csv"), CsvColumns.USUAL));
        for (Path file : labelFiles.paragraphs()) {
            List<Example> rows = labels(file, raw, chosen);
            labelled.addAll(rows);
            rows.forEach(row -> chosen.add(row.article().id()));
        }
        CsvColumns bySource = new CsvColumns("article", "paragraph", "label", "text", "kind", "sure", "source");
        List<Example> pages = csv(folder.resolve("pages-train.csv"), bySource).stream()
                .map(NewsDataReader::withDomain)
                .toList();
        List<Example> headlines = csv(folder.resolve("headlines.csv"), CsvColumns.USUAL.withLabel("kind"));
        Set<String> clickbait = headlines.stream()
                .filter(row -> row.label().equals("clickbait"))
                .map(Example::text)
                .collect(Collectors.toSet());
        return new NewsData(
                labelled,
                pages,
                raw,
                headlines.stream().map(Example::text).toList(),
                clickbait,
                NewsData.clusters(labelled, pages, raw),
                chosen,
                hashes);
    }

    private static void check(Path file, LabelTable.Row row, RawArticle article) {
        int size = article.article().paragraphs().size();
        if (row.paragraph() >= size) {
            throw new InputException(file.toString(), row.line(), "paragraph " + row.paragraph(), "0 to " + (size - 1));
        }
        if (!NewsTrainer.LABELS.contains(row.label())) {
            throw new InputException(
                    file.toString(), row.line(), "label " + row.label(), String.join(" or ", NewsTrainer.LABELS));
        }
    }

    private List<Example> csv(Path file, CsvColumns columns) throws IOException {
        Corpus corpus = CorpusReader.readCsv(file, columns);
        hashes.putAll(corpus.hashes());
        return corpus.examples();
    }

    /** Of a source such as {@code cleaneval www.example.org} the domain. */
    private static Example withDomain(Example row) {
        String source = row.site();
        String last = source.substring(source.lastIndexOf(' ') + 1);
        return new Example(
                row.article(), row.paragraph(), row.label(), row.kind(), row.sure(), domain(last), row.line());
    }

    /** Of a host such as {@code news.example.co.uk} what its owner has registered. */
    static String domain(String host) {
        String[] parts = host.split("\\.", -1);
        int last = parts.length - 1;
        boolean country = last >= 2 && parts[last].length() == 2 && SECOND_LEVEL.contains(parts[last - 1]);
        int from = Math.max(0, country ? last - 2 : last - 1);
        return String.join(".", List.of(parts).subList(from, parts.length));
    }

    private List<RawArticle> raw(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        hashes.put(file.getFileName().toString(), Hashes.sha256(bytes));
        List<RawArticle> articles = new ArrayList<>();
        long line = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8.newDecoder()))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                JsonNode json = JSON.readTree(text);
                if (!json.path("id").isTextual() || !json.path("text").isTextual()) {
                    throw new InputException(file.toString(), line, "no id or no text", "an object with both a line");
                }
                List<String> paragraphs = json.path("text")
                        .asText()
                        .lines()
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList();
                if (!paragraphs.isEmpty()) {
                    articles.add(new RawArticle(
                            Article.of(json.path("id").asText(), paragraphs),
                            json.path("site").asText(),
                            json.path("topic").asText(),
                            json.path("title").asText().strip()));
                }
            }
        } catch (CharacterCodingException e) {
            throw new InputException(file.toString(), line + 1, "not UTF-8", "UTF-8");
        } catch (JacksonException e) {
            throw new InputException(file.toString(), line, "not JSON", "an object a line");
        }
        return articles;
    }

    /** The same articles with the subjects that somebody has read them for. */
    private List<RawArticle> filed(List<RawArticle> raw, Path file) throws IOException {
        List<String> known = SUBJECTS.stream().map(Topics::text).toList();
        SubjectTable table = SubjectTable.read(file, known);
        hashes.put(file.getFileName().toString(), table.hash());
        Set<String> ids = raw.stream().map(article -> article.article().id()).collect(Collectors.toSet());
        for (String id : table.subjects().keySet()) {
            if (!ids.contains(id)) {
                throw new InputException(file.toString(), 0, "article " + id, "the id of a raw article");
            }
        }
        return raw.stream()
                .map(article -> {
                    String subject = table.subjects().get(article.article().id());
                    return subject == null ? article : article.on(SUBJECTS.get(known.indexOf(subject)));
                })
                .toList();
    }

    /**
     * Labels without text, joined with the articles that they name.
     *
     * @param others articles of label files read before
     */
    private List<Example> labels(Path file, List<RawArticle> raw, Set<String> others) throws IOException {
        Map<String, RawArticle> byId = new HashMap<>();
        raw.forEach(article -> byId.put(article.article().id(), article));
        LabelTable table = LabelTable.read(file);
        hashes.put(file.getFileName().toString(), table.hash());
        Map<String, Map<Integer, LabelTable.Row>> byArticle = new LinkedHashMap<>();
        for (LabelTable.Row row : table.rows()) {
            byArticle.computeIfAbsent(row.article(), id -> new TreeMap<>()).put(row.paragraph(), row);
        }
        List<Example> examples = new ArrayList<>();
        byArticle.forEach((id, rows) -> {
            RawArticle article = byId.get(id);
            if (article == null) {
                throw new InputException(file.toString(), 0, "article " + id, "the id of a raw article");
            }
            if (others.contains(id)) {
                throw new InputException(file.toString(), 0, "article " + id, "an article of one label file only");
            }
            rows.values().forEach(row -> check(file, row, article));
            for (int p = 0; p < article.article().paragraphs().size(); p++) {
                LabelTable.Row row = rows.get(p);
                examples.add(
                        row == null
                                ? new Example(article.article(), p, "", "", Sure.NO, article.site(), 0)
                                : new Example(
                                        article.article(),
                                        p,
                                        row.label(),
                                        row.kind(),
                                        row.sure(),
                                        article.site(),
                                        row.line()));
            }
        });
        return examples;
    }
}
