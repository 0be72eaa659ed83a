package io.faultline.feed;

import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueLimits;
import java.util.function.LongSupplier;

/**
 * One program's access to one venue, which counts by address: what all of its feeds together may ask for, and the pauses
 * that bind them all. Thread-safe.
 */
public final class VenueAccess {
    private final VenueAdapter adapter;
    private final FeedPolicy policy;
    private final LongSupplier clock;
    private final Hold hold;
    private final RateLimit requests;
    private final RateLimit connections;
    private final SnapshotBudget snapshots;

    /** By the computer's clock. */
    public VenueAccess(VenueAdapter adapter, FeedPolicy policy) {
        this(adapter, policy, System::nanoTime);
    }

    /** @param clock nanoseconds that never go back; the feeds' own where that is a market's */
    public VenueAccess(VenueAdapter adapter, FeedPolicy policy, LongSupplier clock) {
        this.adapter = adapter;
        this.policy = policy;
        this.clock = clock;
        hold = new Hold(clock);
        VenueLimits limits = adapter.limits();
        requests = new RateLimit(limits.requests(), policy.share(), clock.getAsLong());
        connections = new RateLimit(limits.connections(), policy.share(), clock.getAsLong());
        snapshots = new SnapshotBudget(policy.snapshots());
    }

    VenueAdapter adapter() {
        return adapter;
    }

    FeedPolicy policy() {
        return policy;
    }

    Hold hold() {
        return hold;
    }

    /** Nanoseconds to wait before a request of that weight. */
    long reserveRequest(int weight) {
        return requests.reserve(weight, clock.getAsLong());
    }

    /** The venue has said how much of its limit of requests is used up, 0 to 1. */
    void used(double share) {
        if (share > 0) {
            requests.learn(share, clock.getAsLong());
        }
    }

    /** Nanoseconds to wait before opening a socket. */
    long reserveConnection() {
        return connections.reserve(1, clock.getAsLong());
    }

    /** Nanoseconds to wait before asking for a snapshot of a book, {@code waitNanos} or more. */
    synchronized long reserveSnapshot(long waitNanos) {
        long now = clock.getAsLong();
        return snapshots.reserve(now + waitNanos) - now;
    }
}
