package io.faultline.feed;

import java.util.ArrayDeque;
import java.util.Deque;

/** When the next snapshot may be asked for: so far after the one before, and only so many in any minute. */
final class SnapshotBudget {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final long spacingNanos;
    private final int perMinute;
    private final Deque<Long> granted = new ArrayDeque<>();

    SnapshotBudget(FeedPolicy.Snapshots policy) {
        spacingNanos = policy.spacing().toNanos();
        perMinute = policy.perMinute();
    }

    /** Takes a place in the queue: the first moment from {@code earliestNanos} on at which it may be sent. */
    long reserve(long earliestNanos) {
        long at = earliestNanos;
        if (!granted.isEmpty()) {
            at = Math.max(at, granted.getLast() + spacingNanos);
        }
        if (granted.size() == perMinute) {
            at = Math.max(at, granted.removeFirst() + MINUTE_NANOS);
        }
        granted.addLast(at);
        return at;
    }
}
