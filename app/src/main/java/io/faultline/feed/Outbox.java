package io.faultline.feed;

import io.faultline.venue.VenueLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What we say on one socket: in order, and no faster than its venue allows. On the loop's thread. */
final class Outbox {
    private final VenueSocket socket;
    private final FeedContext context;
    private final long apartNanos;
    private final RateLimit requests;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean pausing;

    Outbox(VenueSocket socket, FeedContext context) {
        this.socket = socket;
        this.context = context;
        VenueLimits limits = context.adapter().limits();
        double share = context.policy().share();
        apartNanos = (long) (1e9 / (limits.framesPerSecond() * share));
        VenueLimits.Rate hourly = new VenueLimits.Rate(limits.subscriptionsPerHour(), Duration.ofHours(1));
        requests = new RateLimit(hourly, share, context.now());
    }

    /** Sends it as soon as may be, after all before it. */
    void send(String text) {
        waiting.addLast(text);
        if (!pausing) {
            next();
        }
    }

    /** Sends requests to subscribe or unsubscribe, unless the hour's are spent; returns whether it does. */
    boolean request(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!requests.take(context.now())) {
                return false;
            }
        }
        texts.forEach(this::send);
        return true;
    }

    private void next() {
        String text = waiting.pollFirst();
        pausing = text != null && socket.isOpen();
        if (text == null || !socket.isOpen()) {
            waiting.clear();
            return;
        }
        context.door().sent(socket, text);
        socket.send(text);
        context.loop().after(apartNanos, this::next);
    }
}
