package io.faultline.practice.crowd;

import io.faultline.market.Venue;

/**
 * A venue of the practice market.
 *
 * @param share of the market's open interest, and of its makers' sizes; above 0, those of all venues need not add up to 1
 * @param tick smallest price step, USD
 * @param lot smallest size step, coins
 * @param fundingHours between settlements: 1, 2, 4 or 8
 * @param feed how it tells of liquidations
 */
public record CrowdVenue(Venue venue, double share, double tick, double lot, int fundingHours, LiquidationFeed feed) {
    /** How much a venue tells of liquidations. */
    public enum LiquidationFeed {
        /** Each of them. */
        FULL,
        /** The largest of each second, as Binance does. */
        LARGEST_PER_SECOND
    }

    public CrowdVenue {
        if (!(share > 0) || !(tick > 0) || !(lot > 0)) {
            throw new IllegalArgumentException(venue + " needs a share, tick and lot above 0");
        }
        if (fundingHours < 1 || 24 % fundingHours != 0) {
            throw new IllegalArgumentException("funding each " + fundingHours + " h does not divide a day");
        }
    }

    /** One that has all of the market, with the tick and lot of Binance's BTCUSDT. */
    public static CrowdVenue of(Venue venue) {
        return new CrowdVenue(venue, 1, .1, .001, 8, LiquidationFeed.FULL);
    }
}
