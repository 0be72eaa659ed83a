package io.faultline.feed;

import io.faultline.venue.VenueAdapter.KeepAlive;

/** Says what keeps a venue from hanging up, and hangs up itself where that stays unanswered. On the loop's thread. */
final class Pinger {
    private final VenueSocket socket;
    private final Outbox outbox;
    private final KeepAlive plan;
    private final FeedContext context;
    private long pingedNanos;

    Pinger(VenueSocket socket, Outbox outbox, KeepAlive plan, FeedContext context) {
        this.socket = socket;
        this.outbox = outbox;
        this.plan = plan;
        this.context = context;
    }

    void start() {
        if (!plan.ping().isEmpty()) {
            context.loop().after(plan.every().toNanos(), this::ping);
        }
    }

    private void ping() {
        if (!socket.isOpen()) {
            return;
        }
        if (pingedNanos > 0 && socket.pongNanos() < pingedNanos) {
            socket.abort("no answer to our pings");
            return;
        }
        pingedNanos = context.now();
        outbox.send(plan.ping());
        context.loop().after(plan.every().toNanos(), this::ping);
    }
}
