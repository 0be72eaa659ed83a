package io.faultline.book;

/** Levels that a book cannot hold. */
final class UnusableLevelsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnusableLevelsException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Which levels and why, in words. */
    String reason() {
        return reason;
    }
}
