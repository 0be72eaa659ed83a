package io.faultline.venue.binance;

import io.faultline.market.BestBidOffer;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Amount;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code bookTicker}: the best bid and offer, by which books are checked. */
final class BookTickerMessage implements Message {
    private final Symbols symbols;
    private final Amount bidPrice = new Amount("b");
    private final Amount bidSize = new Amount("B");
    private final Amount askPrice = new Amount("a");
    private final Amount askSize = new Amount("A");
    private long receivedNanos;
    private @Nullable Symbol symbol;
    private boolean usdMargined;
    private long eventMillis;
    private long engineMillis;
    private long updateId;

    BookTickerMessage(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public String type() {
        return "bookTicker";
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        symbol = null;
        usdMargined = true;
        eventMillis = 0;
        engineMillis = 0;
        updateId = -1;
        bidPrice.clear();
        bidSize.clear();
        askPrice.clear();
        askSize.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        while (json.nextField()) {
            switch (json.shortName()) {
                case 'E' -> eventMillis = json.readId();
                case 'T' -> engineMillis = json.readId();
                case 's' -> symbol = symbols.read(json);
                case 'u' -> updateId = json.readId();
                case 'b' -> bidPrice.read(json);
                case 'B' -> bidSize.read(json);
                case 'a' -> askPrice.read(json);
                case 'A' -> askSize.read(json);
                default -> {
                    if (json.nameIs("st")) {
                        usdMargined = json.readLong() == 1;
                    } else {
                        json.skip();
                    }
                }
            }
        }
        Fields.require(symbol, "s", json);
        Fields.check(updateId >= 0, "u", json);
        bidPrice.require(json);
        bidSize.require(json);
        askPrice.require(json);
        askSize.require(json);
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) throws MalformedException {
        if (symbol == null || !usdMargined) {
            return Decoded.IGNORED;
        }
        int priceScale = symbol.priceScale(Math.max(bidPrice.scale(), askPrice.scale()));
        int sizeScale = symbol.sizeScale(Math.max(bidSize.scale(), askSize.scale()));
        BestBidOffer best = new BestBidOffer(
                symbol.id(),
                receivedNanos,
                engineMillis > 0 ? engineMillis : eventMillis,
                updateId,
                priceScale,
                sizeScale,
                bidPrice.scaled(priceScale),
                bidSize.scaled(sizeScale),
                askPrice.scaled(priceScale),
                askSize.scaled(sizeScale));
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        sink.accept(best);
        return Decoded.OK;
    }
}
