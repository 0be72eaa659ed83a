package io.faultline.market;

import java.math.BigDecimal;

/**
 * A forced closing as the venue reports it.
 *
 * @param side which position was liquidated: {@code LONG} means a forced sell
 * @param price quote per base; what it is says {@code priceKind}
 * @param size in the unit of the wire
 */
public record Liquidation(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        PositionSide side,
        PriceKind priceKind,
        BigDecimal price,
        BigDecimal size,
        Completeness completeness)
        implements MarketEvent.OfInstrument, HistoryRow {

    @Override
    public long atMillis() {
        return exchangeMillis > 0 ? exchangeMillis : receivedNanos / 1_000_000;
    }

    /** What the venue's price field means. */
    public enum PriceKind {
        AVERAGE_FILL,
        BANKRUPTCY,
        TRANSFER,
        LIQUIDATION
    }

    /** Whether the venue's feed shows every liquidation, or only some, so that sums are lower bounds. */
    public enum Completeness {
        COMPLETE,
        LOWER_BOUND
    }
}
