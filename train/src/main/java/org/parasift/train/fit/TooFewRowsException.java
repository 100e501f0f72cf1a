package org.parasift.train.fit;

/** There is nothing to learn from: no row of a label, no article to make others of. The message says what there is. */
public final class TooFewRowsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooFewRowsException(String message) {
        super(message);
    }
}
