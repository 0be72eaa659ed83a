package io.faultline.history;

import io.faultline.market.FeedStatus;
import io.faultline.market.FundingSettlement;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes what is seen live of one venue into the store: whole minutes of trades and marks, samples of open interest,
 * settlements and liquidations. It only looks at events and keeps none. Events one at a time; it never waits.
 */
public final class HistoryRecorder {
    private final Venue venue;
    private final HistoryStore store;
    private final Map<InstrumentId, MinuteRecorder> instruments = new HashMap<>();

    public HistoryRecorder(Venue venue, HistoryStore store) {
        this.venue = venue;
        this.store = store;
    }

    /** Any event; those of other venues say nothing. */
    public void see(MarketEvent event) {
        if (event.venue() != venue) {
            return;
        }
        if (event instanceof FeedStatus status) {
            instruments.values().forEach(instrument -> instrument.see(status));
        } else if (event instanceof Trade trade) {
            of(trade.instrument()).see(trade);
        } else if (event instanceof MarkPrice mark) {
            of(mark.instrument()).see(mark);
        } else if (event instanceof OpenInterest sample) {
            of(sample.instrument()).see(sample);
        } else if (event instanceof FundingSettlement settlement) {
            of(settlement.instrument()).see(settlement);
        } else if (event instanceof Liquidation liquidation) {
            of(liquidation.instrument()).see(liquidation);
        } else if (event instanceof InstrumentListing listing) {
            of(listing.instrument()).see(listing.listing());
        }
    }

    private MinuteRecorder of(InstrumentId instrument) {
        return instruments.computeIfAbsent(instrument, id -> new MinuteRecorder(id, store));
    }
}
