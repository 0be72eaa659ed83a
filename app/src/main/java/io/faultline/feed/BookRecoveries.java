package io.faultline.feed;

import io.faultline.market.InstrumentId;
import io.faultline.venue.VenueAdapter.BookRecovery;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gets the snapshots that synchronising books want, by request, by subscribing again or on another connection, as the
 * venue has it: one at a time for each instrument, later for each attempt that was in vain.
 */
final class BookRecoveries {
    /** One snapshot that is wanted. */
    private static final class Recovery {
        private final InstrumentId instrument;
        private int attempt;
        private Loop.@Nullable Timer deadline;

        Recovery(InstrumentId instrument, int attempt) {
            this.instrument = instrument;
            this.attempt = attempt;
        }

        /** On the loop's thread. */
        void end() {
            if (deadline != null) {
                deadline.cancel();
            }
        }
    }

    private final FeedContext context;
    private final FeedPolicy.Snapshots policy;
    private final RestClient rest;
    private final List<Connection> connections;
    private final Map<InstrumentId, Recovery> underWay = new ConcurrentHashMap<>();
    private final Map<InstrumentId, BackOff> failures = new HashMap<>();
    private final Map<InstrumentId, Deque<Long>> resubscriptions = new HashMap<>();

    /** @param connections those of the feed; it may grow, on the loop's thread */
    BookRecoveries(FeedContext context, RestClient rest, List<Connection> connections) {
        this.context = context;
        this.policy = context.policy().snapshots();
        this.rest = rest;
        this.connections = connections;
    }

    /** From any thread; while one is under way for the instrument, asking again changes nothing. */
    void wanted(InstrumentId instrument, int attempt) {
        Recovery recovery = new Recovery(instrument, attempt);
        if (underWay.putIfAbsent(instrument, recovery) == null) {
            context.loop().now(() -> schedule(recovery, attemptWait(attempt)));
        }
    }

    /**
     * A snapshot has come on a socket, asked for or not; to be called before it passes, since the book may find it
     * useless and ask for another at once.
     */
    void arrived(InstrumentId instrument) {
        Recovery recovery = underWay.remove(instrument);
        if (recovery != null) {
            context.loop().now(recovery::end);
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

    private void schedule(Recovery recovery, long waitNanos) {
        BookRecovery way = context.adapter().recoverBook(recovery.instrument.symbol(), recovery.attempt);
        if (way instanceof BookRecovery.Request asked) {
            long wait = context.access().reserveSnapshot(waitNanos);
            context.loop().after(wait, () -> ask(recovery, asked.request()));
        } else if (way instanceof BookRecovery.Resubscribe again) {
            context.loop().after(waitNanos, () -> resubscribe(recovery, again.frames()));
        } else {
            context.loop().after(waitNanos, () -> reconnect(recovery));
        }
    }

    private void ask(Recovery recovery, RestRequest request) {
        rest.get(request, answer -> answered(recovery, request, answer));
    }

    private void answered(Recovery recovery, RestRequest request, RestAnswer answer) {
        InstrumentId instrument = recovery.instrument;
        if (!answer.accepted()) {
            context.loop().now(() -> again(recovery, failuresOf(instrument).failed()));
            return;
        }
        // Before it passes: the book may find it too old, and ask for another, before this returns.
        underWay.remove(instrument, recovery);
        boolean read = context.door()
                .body(request.uri().toString(), answer.body(), context.ports().sink());
        if (read) {
            context.loop().now(() -> failures.remove(instrument));
        } else {
            Recovery next = new Recovery(instrument, recovery.attempt);
            if (underWay.putIfAbsent(instrument, next) == null) {
                context.loop().now(() -> again(next, failuresOf(instrument).failed()));
            }
        }
    }

    private void again(Recovery recovery, long waitNanos) {
        if (underWay.get(recovery.instrument) == recovery) {
            recovery.attempt++;
            schedule(recovery, waitNanos);
        }
    }

    private void resubscribe(Recovery recovery, List<String> frames) {
        Connection carrier = carrier(recovery.instrument);
        if (carrier == null || underWay.get(recovery.instrument) != recovery) {
            underWay.remove(recovery.instrument, recovery); // the next socket brings one unasked
            return;
        }
        Deque<Long> recent = resubscriptions.computeIfAbsent(recovery.instrument, key -> new ArrayDeque<>());
        long oldest = context.now() - policy.resubscriptionWindow().toNanos();
        recent.removeIf(sent -> sent < oldest);
        if (recent.size() >= policy.mostResubscriptions() || !carrier.request(frames)) {
            recent.clear();
            reconnect(recovery);
            return;
        }
        recent.addLast(context.now());
        awaitSnapshot(recovery);
    }

    private void reconnect(Recovery recovery) {
        Connection carrier = carrier(recovery.instrument);
        if (carrier == null || underWay.get(recovery.instrument) != recovery) {
            underWay.remove(recovery.instrument, recovery);
            return;
        }
        carrier.giveUp("the book of " + recovery.instrument.symbol() + " came into step no more");
        awaitSnapshot(recovery);
    }

    private void awaitSnapshot(Recovery recovery) {
        recovery.deadline = context.loop()
                .after(policy.answerWithin().toNanos(), () -> again(recovery, attemptWait(recovery.attempt + 1)));
    }

    private @Nullable Connection carrier(InstrumentId instrument) {
        return connections.stream()
                .filter(connection -> connection.carriesBook(instrument.symbol()))
                .findFirst()
                .orElse(null);
    }

    private BackOff failuresOf(InstrumentId instrument) {
        return failures.computeIfAbsent(
                instrument, key -> new BackOff(context.policy().waits(), context.random()));
    }
}
