package io.faultline.market;

/** Something that was, exactly as a venue told it: what the history keeps. */
public sealed interface HistoryRow
        permits Candle, MarkCandle, TakerSplit, OpenInterest, FundingSettlement, Liquidation {
    InstrumentId instrument();

    /** When it began or happened by the venue's clock, milliseconds since 1970. */
    long atMillis();
}
