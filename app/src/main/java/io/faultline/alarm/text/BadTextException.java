package io.faultline.alarm.text;

/** A text that cannot be what it should be; the message says where and what, for people. */
public final class BadTextException extends Exception {
    private static final long serialVersionUID = 1;

    BadTextException(String message) {
        super(message);
    }
}
