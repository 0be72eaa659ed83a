package io.faultline.venue.bybit;

import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** {@code tickers.SYMBOL}: all figures of a contract, then those that have changed. */
final class TickerMessage implements Message {
    private static final long AFFIRM_NANOS = 1_000_000_000L;

    private final Symbols symbols;
    private final Map<Symbol, Ticker> known = new HashMap<>();
    private final Map<Symbol, Long> affirmed = new HashMap<>();
    private Ticker ticker = Ticker.EMPTY;

    TickerMessage(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        ticker = Ticker.read(json, symbols);
    }

    /** A message without a rate says that it is the same still, which is worth passing on once a second. */
    private Ticker affirm(Symbol symbol, Ticker now, long receivedNanos) {
        boolean due = receivedNanos - affirmed.getOrDefault(symbol, Long.MIN_VALUE / 2) >= AFFIRM_NANOS;
        if (!due && ticker.rate() == null) {
            return ticker;
        }
        affirmed.put(symbol, receivedNanos);
        return ticker.withRate(now.rate());
    }

    @Override
    public Decoded emit(String topic, Envelope envelope, Consumer<MarketEvent> sink) {
        Symbol symbol = ticker.symbol();
        if (symbol == null) {
            return Decoded.IGNORED;
        }
        Ticker before = known.getOrDefault(symbol, Ticker.EMPTY);
        Ticker now = envelope.type() == Envelope.Type.DELTA ? ticker.over(before) : ticker;
        known.put(symbol, now);
        Ticker news = affirm(symbol, now, envelope.receivedNanos());
        TickerEvents.emit(now, news, envelope.receivedNanos(), envelope.exchangeMillis(), sink);
        return Decoded.OK;
    }
}
