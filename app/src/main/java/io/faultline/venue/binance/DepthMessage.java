package io.faultline.venue.binance;

import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code depthUpdate}: changes of the book. No object is made on this path once it is warm. */
final class DepthMessage implements Message {
    private static final int FIRST_ID = 1;
    private static final int LAST_ID = 2;
    private static final int PREVIOUS_ID = 4;
    private static final int BIDS = 8;
    private static final int ASKS = 16;

    private final Symbols symbols;
    private final BookDelta.Pool pool;
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private long receivedNanos;
    private @Nullable Symbol symbol;
    private boolean usdMargined;
    private long eventMillis;
    private long engineMillis;
    private long firstId;
    private long lastId;
    private long previousId;
    private int seen;

    DepthMessage(Symbols symbols, BookDelta.Pool pool) {
        this.symbols = symbols;
        this.pool = pool;
    }

    @Override
    public String type() {
        return "depthUpdate";
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        symbol = null;
        usdMargined = true;
        eventMillis = 0;
        engineMillis = 0;
        seen = 0;
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        while (json.nextField()) {
            switch (json.shortName()) {
                case 'E' -> eventMillis = json.readId();
                case 'T' -> engineMillis = json.readId();
                case 's' -> symbol = symbols.read(json);
                case 'U' -> {
                    firstId = json.readId();
                    seen |= FIRST_ID;
                }
                case 'u' -> {
                    lastId = json.readId();
                    seen |= LAST_ID;
                }
                case 'b' -> {
                    bids.read(json);
                    seen |= BIDS;
                }
                case 'a' -> {
                    asks.read(json);
                    seen |= ASKS;
                }
                default -> readLongName(json);
            }
        }
        Fields.require(symbol, "s", json);
        Fields.check((seen & FIRST_ID) != 0, "U", json);
        Fields.check((seen & LAST_ID) != 0, "u", json);
        Fields.check((seen & PREVIOUS_ID) != 0, "pu", json);
        Fields.check((seen & BIDS) != 0, "b", json);
        Fields.check((seen & ASKS) != 0, "a", json);
    }

    private void readLongName(JsonCursor json) throws MalformedException {
        if (json.nameIs("pu")) {
            previousId = json.readLong();
            seen |= PREVIOUS_ID;
        } else if (json.nameIs("st")) {
            usdMargined = json.readLong() == 1;
        } else {
            json.skip();
        }
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) throws MalformedException {
        if (symbol == null || !usdMargined) {
            return Decoded.IGNORED;
        }
        int priceScale = symbol.priceScale(Math.max(bids.priceScale(), asks.priceScale()));
        int sizeScale = symbol.sizeScale(Math.max(bids.sizeScale(), asks.sizeScale()));
        bids.rescale(priceScale, sizeScale);
        asks.rescale(priceScale, sizeScale);
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        BookDelta delta = pool.take();
        delta.begin(
                symbol.id(),
                receivedNanos,
                engineMillis > 0 ? engineMillis : eventMillis,
                firstId,
                lastId,
                previousId,
                priceScale,
                sizeScale);
        bids.addBidsTo(delta);
        asks.addAsksTo(delta);
        sink.accept(delta);
        return Decoded.OK;
    }
}
