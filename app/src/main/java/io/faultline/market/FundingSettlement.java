package io.faultline.market;

import java.math.BigDecimal;

/**
 * A settlement that has happened: what the panel calls "now" is the newest of these.
 *
 * @param rate fraction of notional, positive when longs paid
 * @param settledMillis milliseconds since 1970
 */
public record FundingSettlement(InstrumentId instrument, long receivedNanos, BigDecimal rate, long settledMillis)
        implements MarketEvent.OfInstrument, HistoryRow {

    @Override
    public long atMillis() {
        return settledMillis;
    }
}
