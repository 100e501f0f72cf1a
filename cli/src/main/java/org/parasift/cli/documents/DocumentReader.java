package org.parasift.cli.documents;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one file. A failure that the file survives is a record; one that ends it is thrown. */
interface DocumentReader extends Closeable {
    /** The next record; null at the end. */
    @Nullable
    Document next() throws IOException;

    /** How many malformed sequences have been replaced. */
    default long replaced() {
        return 0;
    }

    /** At the end: blank lines after the last record, as they stand in the file. */
    default String blank() {
        return "";
    }
}
