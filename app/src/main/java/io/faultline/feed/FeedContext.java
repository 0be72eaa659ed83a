package io.faultline.feed;

import io.faultline.venue.VenueAdapter;
import java.util.random.RandomGenerator;

/**
 * What the parts of one venue's feed share.
 *
 * @param access shared with the venue's other feeds
 * @param random on the loop's thread only
 */
record FeedContext(VenueAccess access, FeedPorts ports, Loop loop, Door door, RandomGenerator random) {
    VenueAdapter adapter() {
        return access.adapter();
    }

    FeedPolicy policy() {
        return access.policy();
    }

    Hold hold() {
        return access.hold();
    }

    /** Nanoseconds since 1970. */
    long now() {
        return ports.clock().getAsLong();
    }
}
