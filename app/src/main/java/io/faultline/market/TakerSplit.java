package io.faultline.market;

/**
 * How much takers bought and sold in one stretch of time. Only the ratio counts: venues give it in contracts, in base or
 * in quote, and may count other trades than their bars do.
 */
public record TakerSplit(InstrumentId instrument, Timeframe timeframe, long atMillis, double bought, double sold)
        implements HistoryRow {
    public TakerSplit {
        if (!(bought >= 0 && bought < Double.POSITIVE_INFINITY) || !(sold >= 0 && sold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("takers bought " + bought + " and sold " + sold);
        }
    }
}
