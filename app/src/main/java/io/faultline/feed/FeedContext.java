package io.faultline.feed;

import io.faultline.venue.VenueAdapter;
import java.util.random.RandomGenerator;

/**
 * What the parts of one venue's feed share.
 *
 * @param random on the loop's thread only
 */
record FeedContext(
        VenueAdapter adapter,
        FeedPolicy policy,
        FeedPorts ports,
        Loop loop,
        Hold hold,
        Door door,
        RandomGenerator random) {}
