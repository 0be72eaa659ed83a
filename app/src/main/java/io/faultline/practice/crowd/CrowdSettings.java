package io.faultline.practice.crowd;

import io.faultline.liquidation.MarginScheme;
import io.faultline.market.Venue;
import java.util.List;

/**
 * A practice market before it starts. Everything that is not here is a constant of the agents, with the values of
 * model 24.2.
 *
 * @param startPrice of the coin, USD
 * @param startMillis when the market starts, a multiple of 100 ms since 1970
 * @param openInterestUsd of levered traders at all venues together, one side, when as many come as go; hedged
 *     holders have 30 % beside that
 * @param venues at least one, each once
 * @param margin the table that all venues liquidate by
 * @param quietMillis how long before its start, and some minutes after it, the price hardly moves; 0 for a market as ever
 */
public record CrowdSettings(
        double startPrice,
        long startMillis,
        double openInterestUsd,
        List<CrowdVenue> venues,
        MarginScheme margin,
        long quietMillis) {
    /** A Monday, 2024-01-01T00:00Z. */
    private static final long START = 1_704_067_200_000L;

    private static final double PRICE = 60_000;
    private static final double OPEN_INTEREST_USD = 2e9;

    public CrowdSettings {
        venues = List.copyOf(venues);
        if (!(startPrice > 0) || !(openInterestUsd > 0)) {
            throw new IllegalArgumentException("the price and the open interest must be above 0");
        }
        if (quietMillis < 0) {
            throw new IllegalArgumentException("quiet for " + quietMillis + " ms");
        }
        if (startMillis < 0 || startMillis % Crowd.TICK_MILLIS != 0) {
            throw new IllegalArgumentException(startMillis + " is not on a tick of " + Crowd.TICK_MILLIS + " ms");
        }
        if (venues.isEmpty()
                || venues.stream().map(CrowdVenue::venue).distinct().count() != venues.size()) {
            throw new IllegalArgumentException("a market needs a venue, and each only once");
        }
    }

    /** Bitcoin at one venue, with two billions of positions. */
    public static CrowdSettings of(Venue venue) {
        return new CrowdSettings(
                PRICE, START, OPEN_INTEREST_USD, List.of(CrowdVenue.of(venue)), CrowdMargin.binance2021(), 0);
    }

    public CrowdSettings withStart(long millis) {
        return new CrowdSettings(startPrice, millis, openInterestUsd, venues, margin, quietMillis);
    }

    public CrowdSettings withStartPrice(double usd) {
        return new CrowdSettings(usd, startMillis, openInterestUsd, venues, margin, quietMillis);
    }

    public CrowdSettings withOpenInterest(double usd) {
        return new CrowdSettings(startPrice, startMillis, usd, venues, margin, quietMillis);
    }

    public CrowdSettings withVenues(List<CrowdVenue> others) {
        return new CrowdSettings(startPrice, startMillis, openInterestUsd, others, margin, quietMillis);
    }

    public CrowdSettings withQuiet(long millis) {
        return new CrowdSettings(startPrice, startMillis, openInterestUsd, venues, margin, millis);
    }
}
