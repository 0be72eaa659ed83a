package io.faultline.journal;

import io.faultline.market.Frame;

/**
 * Lets time go on where a recorder's clock was set back: from there frames are stamped that much later than they were,
 * so that they follow each other as they came. Without it all that lies in the time that is gone through twice would be
 * due at once, and what it changes look as old as the step is long. Not thread-safe.
 */
final class SteadyTimes {
    /** Sockets are stamped on their own threads, a little out of order; a clock that is set steps by more. */
    static final long LEAST_STEP_NANOS = 10_000_000_000L;

    private long latestNanos;
    private long setBackNanos;

    /** By how much the last frame was stamped later than it was; 0 while no clock was set back. */
    long setBackNanos() {
        return setBackNanos;
    }

    /** The next frame, with its time as it goes on; one without a time has none. */
    Frame next(Frame frame) {
        if (frame.receivedNanos() == 0) {
            return frame;
        }
        if (frame.receivedNanos() + setBackNanos < latestNanos - LEAST_STEP_NANOS) {
            setBackNanos = latestNanos - frame.receivedNanos();
        }
        long nanos = frame.receivedNanos() + setBackNanos;
        latestNanos = Math.max(latestNanos, nanos);
        return setBackNanos == 0
                ? frame
                : new Frame(nanos, frame.venue(), frame.kind(), frame.connection(), frame.topic(), frame.text());
    }
}
