package io.faultline.alarm;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;

/**
 * One liquidation as reported.
 *
 * @param exchangeMillis since 1970
 * @param receivedMillis since 1970, by ours
 * @param side which position was liquidated
 */
public record ForcedPrint(
        Venue venue, long exchangeMillis, long receivedMillis, PositionSide side, double price, double usd) {
    /** The same report, delivered again. */
    boolean repeats(ForcedPrint other) {
        return venue == other.venue
                && exchangeMillis == other.exchangeMillis
                && side == other.side
                && Double.compare(price, other.price) == 0
                && Double.compare(usd, other.usd) == 0;
    }
}
