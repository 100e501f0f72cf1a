package org.parasift.classify;

/** A file is not a model that this version can use. The message says what is wrong, and where. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message. */
    public ModelFormatException(String message) {
        super(message);
    }

    /** With a message and what led to it. */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
