package io.faultline.feed;

import io.faultline.market.InstrumentId;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for the book snapshots that synchronising books want: one at a time for each instrument, later for each attempt
 * that was in vain, and never more than the policy allows the whole venue.
 */
final class SnapshotQueue {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final FeedContext context;
    private final FeedPolicy.Snapshots policy;
    private final RestClient rest;
    private final Set<InstrumentId> underWay = ConcurrentHashMap.newKeySet();
    private final Map<InstrumentId, BackOff> failures = new HashMap<>();
    private final Deque<Long> lastMinute = new ArrayDeque<>();

    SnapshotQueue(FeedContext context, RestClient rest) {
        this.context = context;
        this.policy = context.policy().snapshots();
        this.rest = rest;
    }

    /** From any thread; while one is under way for the instrument, asking again changes nothing. */
    void wanted(InstrumentId instrument, int attempt) {
        if (underWay.add(instrument)) {
            context.loop().now(() -> schedule(instrument, attemptWait(attempt)));
        }
    }

    private long attemptWait(int attempt) {
        if (attempt <= 1) {
            return 0;
        }
        long doubled = policy.firstWait().toNanos() << Math.min(attempt - 2, 20);
        double jitter = 1 + policy.jitter() * (2 * context.random().nextDouble() - 1);
        return (long) (Math.min(doubled, policy.longestWait().toNanos()) * jitter);
    }

    private void schedule(InstrumentId instrument, long waitNanos) {
        long now = context.ports().clock().getAsLong();
        long at = now + waitNanos;
        while (!lastMinute.isEmpty() && lastMinute.getFirst() <= now - MINUTE_NANOS) {
            lastMinute.removeFirst();
        }
        if (!lastMinute.isEmpty()) {
            at = Math.max(at, lastMinute.getLast() + policy.spacing().toNanos());
        }
        if (lastMinute.size() >= policy.perMinute()) {
            // The n-th last request must be a minute old; those in between are spaced out behind it.
            long nthLast = lastMinute.stream()
                    .skip(lastMinute.size() - policy.perMinute())
                    .findFirst()
                    .orElse(now);
            at = Math.max(at, nthLast + MINUTE_NANOS);
        }
        lastMinute.addLast(at);
        context.loop().after(at - now, () -> ask(instrument));
    }

    private void ask(InstrumentId instrument) {
        RestRequest request = context.adapter().bookSnapshot(instrument.symbol());
        rest.get(request, answer -> answered(instrument, request, answer));
    }

    private void answered(InstrumentId instrument, RestRequest request, RestAnswer answer) {
        if (!answer.accepted()) {
            context.loop().now(() -> schedule(instrument, failuresOf(instrument).failed()));
            return;
        }
        context.loop().now(() -> failures.remove(instrument));
        // Before it passes: the book may find it too old, and ask for another, before this returns.
        underWay.remove(instrument);
        context.door()
                .body(request.uri().toString(), answer.body(), context.ports().sink());
    }

    private BackOff failuresOf(InstrumentId instrument) {
        return failures.computeIfAbsent(
                instrument, key -> new BackOff(context.policy().waits(), context.random()));
    }
}
