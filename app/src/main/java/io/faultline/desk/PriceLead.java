package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the venue whose trades make the price of bars: the one with the largest open interest among those that trade.
 * Prices of all would jump by the basis between venues from one trade to the next. It depends on trades and open
 * interest alone, so that every replay chooses alike.
 */
final class PriceLead {
    /** A leading venue that has not traded for this long gives way to one that does. */
    private static final long SILENT_NANOS = 10_000_000_000L;

    /** By so much more open interest another venue takes over: two alike must not take turns. */
    private static final double MARGIN = 1.2;

    private final Map<Venue, Double> openInterests = new EnumMap<>(Venue.class);
    private @Nullable Venue lead;
    private long tradedNanos;

    /** Takes a trade of that venue, and says whether it leads. */
    boolean leads(Venue venue, double openInterest, long nanos) {
        openInterests.put(venue, openInterest);
        if (lead == null
                || nanos - tradedNanos > SILENT_NANOS
                || openInterest > MARGIN * openInterests.getOrDefault(lead, 0.0)) {
            lead = venue;
        }
        if (lead == venue) {
            tradedNanos = Math.max(tradedNanos, nanos);
        }
        return lead == venue;
    }

    void digest(StateDigest digest) {
        digest.addOrAbsent(lead);
    }
}
