package io.faultline.market;

/** The mark prices of one stretch of time. */
public record MarkCandle(InstrumentId instrument, Timeframe timeframe, long atMillis, Ohlc prices)
        implements HistoryRow {}
