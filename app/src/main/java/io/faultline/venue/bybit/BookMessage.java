package io.faultline.venue.bybit;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code orderbook.DEPTH.SYMBOL}: a snapshot, then changes whose {@code u} goes up by one. After a restart of the service
 * it is 1, and the message a whole book whatever it calls itself. Where a journal holds books of several depths, the
 * deepest that has come is taken. No object is made of a change once this is warm.
 */
final class BookMessage implements Message {
    private static final long RESTARTED = 1;

    private static final int MOST_DEPTH = 100_000;

    private static final int BIDS = 1;
    private static final int ASKS = 2;

    private final Symbols symbols;
    private final BookDelta.Pool pool;
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private final Map<Symbol, String> taken = new HashMap<>();
    private @Nullable Symbol symbol;
    private long updateId;
    private int seen;

    BookMessage(Symbols symbols, BookDelta.Pool pool) {
        this.symbols = symbols;
        this.pool = pool;
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        symbol = null;
        updateId = -1;
        seen = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.shortName()) {
                case 's' -> symbol = symbols.read(json);
                case 'b' -> {
                    bids.read(json);
                    seen |= BIDS;
                }
                case 'a' -> {
                    asks.read(json);
                    seen |= ASKS;
                }
                case 'u' -> updateId = json.readId();
                default -> json.skip();
            }
        }
        Fields.require(symbol, "s", json);
        Fields.check((seen & BIDS) != 0, "b", json);
        Fields.check((seen & ASKS) != 0, "a", json);
        Fields.check(updateId >= 0, "u", json);
    }

    @Override
    public Decoded emit(String topic, Envelope envelope, Consumer<MarketEvent> sink) throws MalformedException {
        if (symbol == null) {
            return Decoded.IGNORED;
        }
        if (envelope.type() == Envelope.Type.NONE) {
            throw new MalformedException("neither snapshot nor delta", 0);
        }
        int priceScale = symbol.priceScale(Math.max(bids.priceScale(), asks.priceScale()));
        int sizeScale = symbol.sizeScale(Math.max(bids.sizeScale(), asks.sizeScale()));
        bids.rescale(priceScale, sizeScale);
        asks.rescale(priceScale, sizeScale);
        if (!takes(topic, symbol)) {
            return Decoded.IGNORED;
        }
        symbol.widen(priceScale, sizeScale, envelope.receivedNanos(), sink);
        if (envelope.type() == Envelope.Type.SNAPSHOT || updateId == RESTARTED) {
            sink.accept(new BookSnapshot(
                    symbol.id(),
                    envelope.receivedNanos(),
                    envelope.exchangeMillis(),
                    updateId,
                    priceScale,
                    sizeScale,
                    bids.copy(),
                    asks.copy()));
        } else {
            sink.accept(delta(symbol, envelope, priceScale, sizeScale));
        }
        return Decoded.OK;
    }

    private boolean takes(String topic, Symbol of) {
        String before = taken.get(of);
        if (topic.equals(before)) {
            return true;
        }
        if (before != null && depth(topic) <= depth(before)) {
            return false;
        }
        taken.put(of, topic);
        return true;
    }

    /** The number between the points; digits beyond those of any real depth do not count. */
    private static int depth(String topic) {
        int depth = 0;
        for (int at = topic.indexOf('.') + 1; at < topic.length() && depth < MOST_DEPTH; at++) {
            int digit = topic.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return depth;
            }
            depth = depth * 10 + digit;
        }
        return depth;
    }

    private BookDelta delta(Symbol of, Envelope envelope, int priceScale, int sizeScale) {
        BookDelta delta = pool.take();
        delta.begin(
                of.id(),
                envelope.receivedNanos(),
                envelope.exchangeMillis(),
                updateId,
                updateId,
                updateId - 1,
                priceScale,
                sizeScale);
        bids.addBidsTo(delta);
        asks.addAsksTo(delta);
        return delta;
    }
}
