package io.faultline.practice.crowd;

import io.faultline.market.Venue;
import io.faultline.practice.crowd.CrowdVenue.LiquidationFeed;
import java.util.List;

/** Markets that several tests use. */
final class Worlds {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    private Worlds() {}

    static CrowdSettings one() {
        return CrowdSettings.of(Venue.BINANCE);
    }

    static CrowdSettings three() {
        return one().withVenues(List.of(
                new CrowdVenue(Venue.BINANCE, .5, .1, .001, 8, LiquidationFeed.LARGEST_PER_SECOND),
                new CrowdVenue(Venue.OKX, .3, .1, .0001, 8, LiquidationFeed.FULL),
                new CrowdVenue(Venue.DYDX, .2, 1, .0001, 1, LiquidationFeed.FULL)));
    }

    /** The hash of all that a market says in so many minutes. */
    static EventHash said(Crowd crowd, int minutes) {
        EventHash hash = new EventHash();
        crowd.advance(crowd.millis() + minutes * MINUTE, hash);
        return hash;
    }
}
