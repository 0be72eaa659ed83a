package io.faultline.market;

/**
 * The trades of one stretch of time.
 *
 * @param usd notional traded, USD
 * @param buyUsd the part of it that takers bought, USD; NaN where the source does not say
 */
public record Candle(
        InstrumentId instrument, Timeframe timeframe, long atMillis, Ohlc prices, double usd, double buyUsd)
        implements HistoryRow {
    public Candle {
        if (!(usd >= 0) || buyUsd < 0 || buyUsd > usd) {
            throw new IllegalArgumentException("a bar of " + usd + " USD of which " + buyUsd + " were bought");
        }
    }
}
