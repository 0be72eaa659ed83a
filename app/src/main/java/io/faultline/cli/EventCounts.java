package io.faultline.cli;

import io.faultline.market.Funding;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Trade;

/** How many events of each kind there were about one instrument. */
final class EventCounts {
    private long trades;
    private long liquidations;
    private long marks;
    private long fundings;
    private long openInterests;

    void add(MarketEvent.OfInstrument event) {
        if (event instanceof Trade) {
            trades++;
        } else if (event instanceof Liquidation) {
            liquidations++;
        } else if (event instanceof MarkPrice) {
            marks++;
        } else if (event instanceof Funding) {
            fundings++;
        } else if (event instanceof OpenInterest) {
            openInterests++;
        }
    }

    boolean any() {
        return trades + liquidations + marks + fundings + openInterests > 0;
    }

    InspectReport.Counts of(InstrumentId instrument) {
        return new InspectReport.Counts(instrument, trades, liquidations, marks, fundings, openInterests);
    }
}
