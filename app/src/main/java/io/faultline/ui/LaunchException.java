package io.faultline.ui;

/** The workspace could not be shown; the message is for the user. */
public final class LaunchException extends Exception {
    private static final long serialVersionUID = 1;

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
