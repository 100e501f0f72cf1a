package org.parasift.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Documents;
import org.parasift.cli.documents.JsonLine;
import org.parasift.cli.documents.ReadOptions;
import org.parasift.text.Article;
import org.parasift.train.news.RawArticle;

/** Reads articles without labels from whatever holds documents. */
final class Unlabelled {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Unlabelled() {}

    /**
     * The articles, numbered, since files of several folders may bear the same name. Site and title are those of the
     * JSON record; the site else is the sub-folder that the file stands in. What cannot be read is said and left out.
     *
     * @param names of files and folders
     */
    static List<RawArticle> read(Console console, List<String> names) throws IOException {
        List<RawArticle> articles = new ArrayList<>();
        try (Documents documents = Documents.open(names, ReadOptions.USUAL, console.in())) {
            while (documents.hasNext()) {
                Document document = documents.next();
                if (document instanceof Document.Failed failed) {
                    console.complain(failed.reason() + " (left out)");
                } else if (document instanceof Document.Text text
                        && !text.article().paragraphs().isEmpty()) {
                    articles.add(article(text, articles.size()));
                }
            }
        }
        return articles;
    }

    private static RawArticle article(Document.Text document, int number) throws IOException {
        Article own = document.article();
        Article numbered = new Article("unlabelled " + number + " " + own.id(), own.text(), own.paragraphs());
        Optional<JsonLine> line = document.origin().json();
        if (line.isPresent()) {
            try {
                JsonNode json = JSON.readTree(line.get().line());
                return new RawArticle(
                        numbered,
                        json.path("site").asText(),
                        "",
                        json.path("title").asText().strip());
            } catch (JsonProcessingException e) {
                throw new IOException(document.id() + ": broken JSON", e);
            }
        }
        String folder = document.origin().folder();
        return new RawArticle(numbered, folder.isEmpty() ? "" : folder.substring(0, folder.indexOf('/')), "", "");
    }
}
