package io.faultline.venue.bybit;

import io.faultline.market.Funding;
import io.faultline.market.FundingTerms;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.venue.Symbol;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What a ticker says, for each kind of event of which something is new. */
final class TickerEvents {
    private static final long HOUR_MILLIS = 3_600_000;

    private TickerEvents() {}

    /**
     * Passes on the events that news make.
     *
     * @param now all that is known
     * @param news what of it has just been told
     */
    static void emit(Ticker now, Ticker news, long receivedNanos, long exchangeMillis, Consumer<MarketEvent> sink) {
        Symbol symbol = now.symbol();
        if (symbol == null) {
            return;
        }
        InstrumentId id = symbol.id();
        if (now.mark() != null && (news.mark() != null || news.index() != null)) {
            sink.accept(new MarkPrice(id, receivedNanos, exchangeMillis, now.mark(), now.index()));
        }
        Long settlement = now.settlementMillis();
        if (now.rate() != null
                && settlement != null
                && settlement > 0
                && (news.rate() != null || news.settlementMillis() != null)) {
            sink.accept(new Funding(id, receivedNanos, exchangeMillis, now.rate(), settlement));
        }
        Long hours = now.intervalHours();
        if (hours != null && (news.intervalHours() != null || news.cap() != null)) {
            BigDecimal cap = now.cap();
            sink.accept(new FundingTerms(
                    id,
                    receivedNanos,
                    hours * HOUR_MILLIS,
                    cap,
                    cap == null ? null : cap.negate(),
                    FundingTerms.Source.PUBLISHED));
        }
        if (news.interest() != null) {
            sink.accept(new OpenInterest(id, receivedNanos, exchangeMillis, news.interest()));
        }
        if (now.volumeQuote() != null
                && now.open() != null
                && now.last() != null
                && (news.volumeQuote() != null || news.open() != null || news.last() != null)) {
            sink.accept(new Stats24h(id, receivedNanos, exchangeMillis, now.volumeQuote(), now.open(), now.last()));
        }
    }
}
