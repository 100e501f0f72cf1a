package org.parasift.train.fit;

/** An exported model does not score a training row as the trained one does. A fault in this program, never of the data. */
public final class ParityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that names the row, the label and both probabilities. */
    public ParityException(String message) {
        super(message);
    }
}
