package org.parasift.bench.report;

/** A file that should be a report and is not; the message names it. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReportException(String message, Throwable cause) {
        super(message, cause);
    }

    ReportException(String message) {
        super(message);
    }
}
