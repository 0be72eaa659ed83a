package io.faultline.signal;

import java.util.List;

/**
 * What all cards of one side hold their clusters against.
 *
 * @param nowMillis exchange time since 1970
 * @param openInterestUsd over all venues
 * @param venues connected, each with its profile of that side
 * @param discount share taken off the mass, 0.2 to 0.3
 */
public record CardMarket(
        long nowMillis,
        double mark,
        double openInterestUsd,
        List<VenueProfile> venues,
        double discount,
        SizeScale scale,
        DistanceProfile distances) {
    /** Taken off unless the user chose otherwise. */
    public static final double DEFAULT_DISCOUNT = 0.25;

    private static final double ELIGIBLE_USD = 50e6;

    public CardMarket {
        if (!(discount >= 0.2 && discount <= 0.3)) {
            throw new IllegalArgumentException("discount is not between 20 % and 30 %: " + discount);
        }
        venues = List.copyOf(venues);
    }

    /** Whether clusters of this market mean much: 50 M USD of open interest or more. */
    public boolean eligible() {
        return openInterestUsd >= ELIGIBLE_USD;
    }
}
