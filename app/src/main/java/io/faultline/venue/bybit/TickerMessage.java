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
    private final Symbols symbols;
    private final Map<Symbol, Ticker> known = new HashMap<>();
    private Ticker ticker = Ticker.EMPTY;

    TickerMessage(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        ticker = Ticker.read(json, symbols);
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
        TickerEvents.emit(now, ticker, envelope.receivedNanos(), envelope.exchangeMillis(), sink);
        return Decoded.OK;
    }
}
