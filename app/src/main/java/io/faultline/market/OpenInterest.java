package io.faultline.market;

import java.math.BigDecimal;

/**
 * Open contracts, counted once (one side).
 *
 * @param base in base units
 * @param exchangeMillis the moment it describes, milliseconds since 1970: long past for history
 */
public record OpenInterest(InstrumentId instrument, long receivedNanos, long exchangeMillis, BigDecimal base)
        implements MarketEvent.OfInstrument, HistoryRow {

    @Override
    public long atMillis() {
        return exchangeMillis > 0 ? exchangeMillis : receivedNanos / 1_000_000;
    }
}
