package io.faultline.practice.crowd;

import java.util.List;

/**
 * What a venue would tell of the time before its market started: every minute without a gap, oldest first, and every
 * settlement of funding.
 */
public record CrowdPast(List<Minute> minutes, List<Settlement> settlements) {
    public CrowdPast {
        minutes = List.copyOf(minutes);
        settlements = List.copyOf(settlements);
    }

    /**
     * A minute. Prices in USD, on the venue's tick for trades; sizes in coins.
     *
     * @param openMillis when it began
     * @param buyCoins bought by takers
     * @param sellCoins sold by takers
     * @param trades how many there were
     * @param openInterestCoins one side, at its end
     * @param longLiquidatedCoins longs that were closed by force through the book
     */
    public record Minute(
            long openMillis,
            double open,
            double high,
            double low,
            double close,
            double markOpen,
            double markHigh,
            double markLow,
            double markClose,
            double buyCoins,
            double sellCoins,
            int trades,
            double openInterestCoins,
            double longLiquidatedCoins,
            double shortLiquidatedCoins) {}

    /**
     * A settlement of funding.
     *
     * @param rate share of the notional that longs paid to shorts
     */
    public record Settlement(long millis, double rate) {}
}
