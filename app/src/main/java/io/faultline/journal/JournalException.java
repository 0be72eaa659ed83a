package io.faultline.journal;

import java.io.IOException;

/** A journal that cannot be read or written at all. The message names the file and what is wrong, in words. */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, IOException cause) {
        super(message, cause);
    }
}
