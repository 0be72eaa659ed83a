package io.faultline.venue.bitget;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import java.util.function.Consumer;

/**
 * {@code books}: a snapshot, then changes that each name the number of the one before. The checksum, which was 0 in
 * snapshots and is gone since May 2026, is left. No object is made of a change once this is warm.
 */
final class BookRows implements Rows {
    private final BookDelta.Pool pool;
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private int rows;
    private long exchangeMillis;
    private long id;
    private long previousId;

    BookRows(BookDelta.Pool pool) {
        this.pool = pool;
    }

    @Override
    public void begin() {
        rows = 0;
        exchangeMillis = 0;
        id = BookDelta.UNNUMBERED;
        previousId = BookDelta.UNNUMBERED;
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        if (rows++ > 0) {
            throw json.wrong("more than one book");
        }
        boolean hasBids = false;
        boolean hasAsks = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("a")) {
                asks.read(json);
                hasAsks = true;
            } else if (json.nameIs("b")) {
                bids.read(json);
                hasBids = true;
            } else if (json.nameIs("seq")) {
                id = json.readId();
            } else if (json.nameIs("pseq")) {
                previousId = json.readAbsent() ? BookDelta.UNNUMBERED : json.readId();
            } else if (json.nameIs("ts")) {
                exchangeMillis = json.readAbsent() ? 0 : json.readId();
            } else {
                json.skip();
            }
        }
        Fields.check(hasBids, "b", json);
        Fields.check(hasAsks, "a", json);
        Fields.check(id != BookDelta.UNNUMBERED, "seq", json);
    }

    @Override
    public Decoded emit(Push push, Consumer<MarketEvent> sink) throws MalformedException {
        Symbol symbol = push.symbol;
        if (symbol == null || rows == 0) {
            return Decoded.OK;
        }
        if (push.action == Push.Action.NONE) {
            throw new MalformedException("action is neither snapshot nor update", 0);
        }
        if (push.action == Push.Action.UPDATE && previousId == BookDelta.UNNUMBERED) {
            throw new MalformedException("missing field pseq", 0);
        }
        int priceScale = symbol.priceScale(Math.max(bids.priceScale(), asks.priceScale()));
        int sizeScale = symbol.sizeScale(Math.max(bids.sizeScale(), asks.sizeScale()));
        bids.rescale(priceScale, sizeScale);
        asks.rescale(priceScale, sizeScale);
        symbol.widen(priceScale, sizeScale, push.receivedNanos, sink);
        long millis = exchangeMillis > 0 ? exchangeMillis : push.sentMillis;
        sink.accept(
                push.action == Push.Action.UPDATE
                        ? delta(symbol, push.receivedNanos, millis, priceScale, sizeScale)
                        : new BookSnapshot(
                                symbol.id(),
                                push.receivedNanos,
                                millis,
                                id,
                                priceScale,
                                sizeScale,
                                bids.copy(),
                                asks.copy()));
        return Decoded.OK;
    }

    private BookDelta delta(Symbol of, long receivedNanos, long millis, int priceScale, int sizeScale) {
        BookDelta delta = pool.take();
        delta.begin(of.id(), receivedNanos, millis, id, id, previousId, priceScale, sizeScale);
        bids.addBidsTo(delta);
        asks.addAsksTo(delta);
        return delta;
    }
}
