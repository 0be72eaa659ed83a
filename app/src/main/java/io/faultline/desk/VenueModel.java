package io.faultline.desk;

import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;

/** How one venue's events become the inputs of its grid: in exchange time, USD and coins, and said where some are lost. */
final class VenueModel {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Older samples of open interest are history, which is learned in another way. */
    private static final long FRESH_MILLIS = 60_000;

    private final VenueState state;
    private final Venue venue;
    private final ExchangeClock clock = new ExchangeClock();
    private BracketChoice brackets;
    private double contractSize;
    private boolean trading;
    private boolean tradesDown;

    VenueModel(VenueState state, BracketChoice brackets) {
        this.state = state;
        this.brackets = brackets;
        venue = state.instrument().venue();
        contractSize = state.contractSize();
    }

    void open(SymbolGrid grid) {
        boolean whole = VenueFacts.liquidations(venue) == Liquidation.Completeness.COMPLETE;
        grid.open(venue, brackets.tables(), whole ? ReportFeed.COMPLETE : ReportFeed.THROTTLED);
    }

    InstrumentId instrument() {
        return state.instrument();
    }

    ExchangeClock clock() {
        return clock;
    }

    BracketChoice brackets() {
        return brackets;
    }

    /** Looks whether other tables price its positions now. */
    void reprice(SymbolBrackets tables, SymbolGrid grid, long nowMillis) {
        tables.choose(state.instrument(), state.contractSize()).ifPresent(choice -> {
            boolean sameSize = !(Math.abs(contractSize - state.contractSize()) > 0);
            if (!sameSize || !choice.words().equals(brackets.words())) {
                brackets = choice;
                contractSize = state.contractSize();
                grid.use(venue, choice.tables(), nowMillis);
            }
        });
    }

    void trade(Trade trade, SymbolGrid grid) {
        long received = trade.receivedNanos() / NANOS_PER_MILLI;
        clock.see(received, trade.exchangeMillis());
        long millis = clock.at(received, trade.exchangeMillis());
        doWithoutTrades(millis, grid);
        tradesDown = false;
        trading = true;
        boolean bought = trade.taker() == TakerSide.BUY;
        double usd = state.usd(trade);
        double price = Decimals.toDouble(trade.price(), trade.priceScale());
        grid.trade(venue, millis, price, bought ? usd : 0, bought ? 0 : usd);
    }

    private void doWithoutTrades(long millis, SymbolGrid grid) {
        if (tradesDown) {
            grid.tradesLost(venue, millis);
        }
    }

    /** A liquidation that was not reported before. */
    void forced(Liquidation liquidation, SymbolGrid grid) {
        if (clock.isKnown()) {
            long received = liquidation.receivedNanos() / NANOS_PER_MILLI;
            double usd = liquidation.price().doubleValue() * liquidation.size().doubleValue() * state.contractSize();
            grid.forced(venue, liquidation.side(), clock.at(received, liquidation.exchangeMillis()), usd);
        }
    }

    /** Marks and open interest; whatever else says nothing to a grid. */
    void see(MarketEvent.OfInstrument event, SymbolGrid grid) {
        long received = event.receivedNanos() / NANOS_PER_MILLI;
        if (event instanceof MarkPrice mark) {
            clock.see(received, mark.exchangeMillis());
            long millis = clock.at(received, mark.exchangeMillis());
            doWithoutTrades(millis, grid);
            grid.mark(venue, millis, mark.mark().doubleValue());
        } else if (event instanceof OpenInterest sample && clock.isKnown()) {
            if (clock.now(received) - sample.atMillis() <= FRESH_MILLIS) {
                long millis = clock.at(received, sample.exchangeMillis());
                doWithoutTrades(millis, grid);
                grid.openInterest(venue, millis, sample.base().doubleValue());
            }
        }
    }

    /** From the loss of the connection that brings the trades until the next one nobody knows what was traded. */
    void see(FeedStatus status, SymbolGrid grid) {
        boolean lost =
                status.state() == FeedStatus.State.LOST && status.topics().contains(Topic.TRADES);
        if (lost && trading && !tradesDown) {
            tradesDown = true;
            eventsLost(status.receivedNanos(), grid);
        }
    }

    /** Events were lost on their way here; trades may have been among them. */
    void eventsLost(long nanos, SymbolGrid grid) {
        if (clock.isKnown()) {
            grid.tradesLost(venue, clock.now(nanos / NANOS_PER_MILLI));
        }
    }

    void digest(StateDigest digest) {
        digest.add(venue.id());
        digest.add(clock.offset());
        digest.add(tradesDown ? 1 : 0);
        digest.add(brackets.words());
    }
}
