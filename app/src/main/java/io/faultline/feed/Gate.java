package io.faultline.feed;

import java.util.function.LongConsumer;

/**
 * One order over all that the feeds of one market pass on: one frame with its events at a time, each stamped later than
 * the one before. So a desk that several venues feed sees what their journal replays, in the same order, though each
 * venue's frames may lie in a file of their own. Thread-safe.
 */
public final class Gate {
    private long lastNanos;

    /** Lets something pass in its turn; it is given its time, {@code nanos} or the least that is later than all before. */
    public synchronized void pass(long nanos, LongConsumer what) {
        what.accept(stamp(nanos));
    }

    /** Whoever calls it holds this gate's monitor until what is stamped has passed. */
    long stamp(long nanos) {
        lastNanos = Math.max(lastNanos + 1, nanos);
        return lastNanos;
    }
}
