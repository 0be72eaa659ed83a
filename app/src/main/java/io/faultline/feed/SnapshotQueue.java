package io.faultline.feed;

import io.faultline.market.InstrumentId;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for the book snapshots that synchronising books want: one at a time for each instrument, later for each attempt
 * that was in vain, and never more than the policy allows the whole venue.
 */
final class SnapshotQueue {
    private final FeedContext context;
    private final FeedPolicy.Snapshots policy;
    private final RestClient rest;
    private final Set<InstrumentId> underWay = ConcurrentHashMap.newKeySet();
    private final Map<InstrumentId, BackOff> failures = new HashMap<>();
    private final SnapshotBudget budget;

    SnapshotQueue(FeedContext context, RestClient rest) {
        this.context = context;
        this.policy = context.policy().snapshots();
        this.rest = rest;
        budget = new SnapshotBudget(policy);
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
        long at = budget.reserve(now + waitNanos);
        context.loop().after(at - now, () -> ask(instrument));
    }

    private void ask(InstrumentId instrument) {
        BookRecovery recovery = context.adapter().recoverBook(instrument.symbol(), 1);
        if (recovery instanceof BookRecovery.Request asked) {
            RestRequest request = asked.request();
            rest.get(request, answer -> answered(instrument, request, answer));
        }
    }

    private void answered(InstrumentId instrument, RestRequest request, RestAnswer answer) {
        if (!answer.accepted()) {
            context.loop().now(() -> schedule(instrument, failuresOf(instrument).failed()));
            return;
        }
        // Before it passes: the book may find it too old, and ask for another, before this returns.
        underWay.remove(instrument);
        boolean read = context.door()
                .body(request.uri().toString(), answer.body(), context.ports().sink());
        if (read) {
            context.loop().now(() -> failures.remove(instrument));
        } else if (underWay.add(instrument)) {
            context.loop().now(() -> schedule(instrument, failuresOf(instrument).failed()));
        }
    }

    private BackOff failuresOf(InstrumentId instrument) {
        return failures.computeIfAbsent(
                instrument, key -> new BackOff(context.policy().waits(), context.random()));
    }
}
