package io.faultline.history;

/** The history cannot be used; the message says why, in words for people. */
final class HistoryException extends Exception {
    private static final long serialVersionUID = 1;

    HistoryException(String message) {
        super(message);
    }

    HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
