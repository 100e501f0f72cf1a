package org.parasift.bench;

/** A run that cannot go on: bad input, a process that failed. The message is for people. */
final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
