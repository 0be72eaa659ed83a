package io.faultline.venue.bitget;

import io.faultline.venue.Symbol;
import org.jspecify.annotations.Nullable;

/** What stands around the {@code data} of a frame. Used again for each frame. */
final class Push {
    /** What the data is. */
    enum Action {
        SNAPSHOT,
        UPDATE,
        /** Not said, or something else. */
        NONE
    }

    long receivedNanos;
    Action action = Action.NONE;

    /** What the data is about; null where each row says that. */
    @Nullable
    Symbol symbol;

    /** When the venue sent it, milliseconds since 1970; 0 if it does not say. */
    long sentMillis;

    void begin(long newReceivedNanos) {
        receivedNanos = newReceivedNanos;
        action = Action.NONE;
        symbol = null;
        sentMillis = 0;
    }
}
