package io.faultline.feed;

import io.faultline.market.VenueNotice;
import io.faultline.venue.VenueAdapter.SocketPlan;
import java.util.List;

/** Our side of what is said on one socket: subscriptions, signs of life. On the loop's thread. */
final class Talk {
    private final Outbox outbox;
    private final Subscriber subscriber;
    private final Pinger pinger;

    Talk(VenueSocket socket, SocketPlan plan, FeedContext context) {
        outbox = new Outbox(socket, context);
        subscriber = new Subscriber(socket, outbox, plan, context);
        pinger = new Pinger(socket, outbox, plan.keepAlive(), context);
    }

    /** The socket is open. */
    void start() {
        subscriber.start();
        pinger.start();
    }

    /** The venue has granted or refused something. */
    void heard(VenueNotice notice) {
        subscriber.heard(notice);
    }

    /** Sends requests beside those of the plan; returns false if the hour's are spent. */
    boolean request(List<String> frames) {
        return outbox.request(frames);
    }
}
