package io.faultline.market;

/**
 * One kind of history of one contract.
 *
 * @param timeframe length of a bar, or how far apart samples are; {@link Timeframe#MOMENT} for what happens irregularly
 */
public record Series(InstrumentId instrument, HistoryKind kind, Timeframe timeframe) {}
