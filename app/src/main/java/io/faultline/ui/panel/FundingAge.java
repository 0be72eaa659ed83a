package io.faultline.ui.panel;

import io.faultline.desk.FeedView;
import io.faultline.desk.VenueView;
import io.faultline.market.Topic;

/** How old a predicted funding rate may be before it counts as stale, so that every surface says the same of it. */
public final class FundingAge {
    /** Three times as old as funding is at most, in nanoseconds, where a venue promises nothing else. */
    public static final long LEAST_NANOS = 9_000_000_000L;

    private FundingAge() {}

    /** The age in nanoseconds beyond which that venue's is stale: some say it each second, some once in a minute. */
    public static long limitNanos(VenueView venue) {
        long limit = LEAST_NANOS;
        for (FeedView.TopicView topic : venue.feed().topics()) {
            if (topic.topic() == Topic.FUNDING) {
                limit = Math.max(limit, topic.expectedNanos());
            }
        }
        return limit;
    }

    /** Whether the venue has said a rate, lately enough to be its present one. */
    public static boolean fresh(VenueView venue, long nowNanos) {
        return venue.funding() != null && nowNanos - venue.funding().receivedNanos() <= limitNanos(venue);
    }
}
