package org.parasift.cli.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parasift.text.Article;
import org.parasift.text.ParagraphSplitter;
import org.parasift.train.corpus.InputException;

/** A file that is one article: plain text or a page. */
final class WholeFile implements DocumentReader {
    private final InputStream in;
    private final String name;
    private final Format format;
    private final ReadOptions options;
    private boolean done;
    private long replaced;

    WholeFile(InputStream in, String name, Format format, ReadOptions options) {
        this.in = in;
        this.name = name;
        this.format = format;
        this.options = options;
    }

    @Override
    public @Nullable Document next() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        byte[] bytes = Bytes.all(in, options.largestRecord());
        if (options.format().isEmpty()) {
            refuse(Suspicion.of(format, bytes));
        }
        String id = Format.bare(name);
        boolean mark = false;
        String text;
        if (format == Format.HTML) {
            text = Page.text(bytes, null);
        } else {
            PlainText plain = PlainText.decode(bytes, Documents.shown(name), options.lenient());
            replaced += plain.replaced();
            mark = plain.byteOrderMark();
            text = plain.text();
        }
        Document.Origin origin = new Document.Origin(name, format, mark, Optional.empty());
        return article(id, text, options.whole(), Documents.shown(name), origin);
    }

    /** A wrong suffix is found here, before a page's markup passes for prose. */
    private void refuse(Optional<Suspicion> suspicion) {
        if (suspicion.isPresent()) {
            throw new InputException(
                    Documents.shown(name),
                    0,
                    suspicion.get().found(),
                    suspicion.get().expected());
        }
    }

    /** An article from a text, or the reason why it is none. */
    static Document article(String id, String text, boolean whole, String where, Document.Origin origin) {
        String trimmed = whole ? ParagraphSplitter.trim(text) : text;
        Article article =
                whole && !trimmed.isEmpty() ? Article.of(id, List.of(trimmed)) : ParagraphSplitter.split(id, text);
        return article.paragraphs().isEmpty()
                ? new Document.Failed(id, where + ": no paragraph (expected a line that is not blank)")
                : new Document.Text(id, article, origin);
    }

    @Override
    public long replaced() {
        return replaced;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
