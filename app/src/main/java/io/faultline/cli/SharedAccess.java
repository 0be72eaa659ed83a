package io.faultline.cli;

import io.faultline.feed.FeedPolicy;
import io.faultline.feed.VenueAccess;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.util.EnumMap;
import java.util.Map;

/** One access to each venue for all that this program asks of it: a venue counts, and bans, by address. Thread-safe. */
final class SharedAccess {
    private final FeedPolicy policy;
    private final MarketClock clock;
    private final Map<Venue, VenueAccess> accesses = new EnumMap<>(Venue.class);

    /** By the computer's clock. */
    SharedAccess(FeedPolicy policy) {
        this(policy, MarketClock.wall());
    }

    SharedAccess(FeedPolicy policy, MarketClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** The time of all that is asked and heard. */
    MarketClock clock() {
        return clock;
    }

    synchronized VenueAccess to(VenueAdapter adapter) {
        return accesses.computeIfAbsent(adapter.venue(), venue -> new VenueAccess(adapter, policy, clock.nanos()));
    }
}
