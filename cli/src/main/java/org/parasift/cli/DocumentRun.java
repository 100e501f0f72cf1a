package org.parasift.cli;

import java.io.IOException;
import org.parasift.cli.documents.Document;
import org.parasift.cli.documents.Documents;

/** Documents through a verb: what is the same for all that write one record for each they read. */
final class DocumentRun {
    /** What a verb makes of a record. */
    interface Verb {
        /** The record of an article; written as a whole. */
        String of(Document.Text document);

        /** The record of what cannot be processed; may be empty. */
        String of(Document.Failed document);
    }

    private final Console console;
    private final InputOptions input;

    DocumentRun(Console console, InputOptions input) {
        this.console = console;
        this.input = input;
    }

    /** Runs to the end of the documents and returns the exit code. */
    int run(RecordOutput out, Verb verb) throws IOException {
        long failed = 0;
        try (Documents documents = input.open(console)) {
            while (documents.hasNext()) {
                Document document = documents.next();
                if (document instanceof Document.Text text) {
                    out.write(verb.of(text));
                } else if (document instanceof Document.Failed failure) {
                    failed++;
                    console.complain(failure.reason());
                    out.write(verb.of(failure));
                }
            }
            if (documents.replaced() > 0) {
                console.complain(Figures.count(documents.replaced(), "malformed sequence") + " replaced by U+FFFD");
            }
        }
        out.flush();
        return failed > 0 && !input.lenient() ? Parasift.BAD_INPUT : Parasift.DONE;
    }
}
