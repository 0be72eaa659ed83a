package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.List;

/**
 * What a picture of the past is computed from, for one venue. Immutable, safe on any thread.
 *
 * @param bars oldest first
 * @param longShare share of swept longs that the venue is expected to report
 * @param shortShare the same for shorts
 */
public record VenueInputs(Venue venue, BracketTables tables, List<GridBar> bars, double longShare, double shortShare) {
    public VenueInputs {
        bars = List.copyOf(bars);
    }
}
