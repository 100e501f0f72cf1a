package org.parasift.cli.documents;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parasift.text.Article;
import org.parasift.train.corpus.InputException;

/** A text a line, each an article of one paragraph. A blank or malformed line is a failed record, and the next follows. */
final class Lines implements DocumentReader {
    private final LineBatches batches;
    private final String name;
    private final ReadOptions options;
    private @Nullable LineCursor cursor;
    private long replaced;

    Lines(LineBatches batches, String name, ReadOptions options) {
        this.batches = batches;
        this.name = name;
        this.options = options;
    }

    @Override
    public @Nullable Document next() throws IOException {
        while (cursor == null || !cursor.advance()) {
            LineBatches.Batch batch = batches.next();
            if (batch == null) {
                return null;
            }
            if (batch.failure().isPresent()) {
                String id = Format.bare(name) + (batch.line() > 0 ? ":" + batch.line() : "");
                return new Document.Failed(id, batch.failure().get());
            }
            cursor = new LineCursor(batch, options.lenient());
        }
        String id = Format.bare(name) + ":" + cursor.line();
        try {
            String text = cursor.text();
            replaced += cursor.replaced();
            Document.Origin origin = new Document.Origin(name, Format.LINES, false, Optional.empty());
            return new Document.Text(id, Article.of(id, List.of(text)), origin);
        } catch (InputException e) {
            return new Document.Failed(id, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public long replaced() {
        return replaced;
    }

    @Override
    public void close() throws IOException {
        batches.close();
    }
}
