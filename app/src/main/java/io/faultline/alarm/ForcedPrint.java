package io.faultline.alarm;

import io.faultline.market.Liquidation;
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
    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * Of what a venue reports.
     *
     * @param usd its size in USD, which takes the contract's terms
     */
    public static ForcedPrint of(Liquidation liquidation, double usd) {
        return new ForcedPrint(
                liquidation.venue(),
                liquidation.atMillis(),
                liquidation.receivedNanos() / NANOS_PER_MILLI,
                liquidation.side(),
                liquidation.price().doubleValue(),
                usd);
    }

    boolean usable() {
        return price > 0 && price < Double.POSITIVE_INFINITY && usd > 0 && usd < Double.POSITIVE_INFINITY;
    }

    /** The same report, delivered again. */
    boolean repeats(ForcedPrint other) {
        return venue == other.venue
                && exchangeMillis == other.exchangeMillis
                && side == other.side
                && Double.compare(price, other.price) == 0
                && Double.compare(usd, other.usd) == 0;
    }
}
