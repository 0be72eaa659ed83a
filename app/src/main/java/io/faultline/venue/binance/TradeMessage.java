package io.faultline.venue.binance;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.venue.Amount;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code aggTrade}, fills of one taker at one price, or {@code trade}, one fill. Each stream has every trade, so of a
 * journal that holds both only one is taken for each contract: the one that comes first. The live feed subscribes to
 * {@code aggTrade}.
 */
final class TradeMessage implements Message {
    private final Symbols symbols;
    private final String stream;
    private final Amount price = new Amount("p");
    private final Amount size = new Amount("q");
    private long receivedNanos;
    private @Nullable Symbol symbol;
    private boolean usdMargined;
    private boolean ofTheMarket;
    private long eventMillis;
    private long engineMillis;
    private long id;
    private long firstFill;
    private long lastFill;
    private @Nullable TakerSide taker;

    TradeMessage(Symbols symbols, String stream) {
        this.symbols = symbols;
        this.stream = stream;
    }

    @Override
    public String type() {
        return stream;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        symbol = null;
        usdMargined = true;
        ofTheMarket = true;
        eventMillis = 0;
        engineMillis = 0;
        id = -1;
        firstFill = 0;
        lastFill = 0;
        taker = null;
        price.clear();
        size.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        char idField = stream.equals("trade") ? 't' : 'a';
        while (json.nextField()) {
            switch (json.shortName()) {
                case 'E' -> eventMillis = json.readId();
                case 'T' -> engineMillis = json.readId();
                case 's' -> symbol = symbols.read(json);
                case 'p' -> price.read(json);
                case 'q' -> size.read(json);
                case 'f' -> firstFill = json.readLong();
                case 'l' -> lastFill = json.readLong();
                case 'm' -> taker = json.readBoolean() ? TakerSide.SELL : TakerSide.BUY; // m: the buyer was the maker
                case 'X' -> ofTheMarket = isMarket(json);
                default -> {
                    if (json.shortName() == idField) {
                        id = json.readId();
                    } else if (json.nameIs("st")) {
                        usdMargined = json.readLong() == 1;
                    } else {
                        json.skip();
                    }
                }
            }
        }
        Fields.require(symbol, "s", json);
        if (id < 0 && idField == 'a' && lastFill > 0) {
            id = lastFill; // recordings of 2019 have no number of the aggregate
        }
        Fields.check(id >= 0, String.valueOf(idField), json);
        Fields.require(taker, "m", json);
        price.require(json);
        size.require(json);
    }

    /** {@code INSURANCE_FUND}, {@code ADL} and {@code NA} are transfers by the exchange, not trades. */
    private static boolean isMarket(JsonCursor json) throws MalformedException {
        json.readText();
        return json.textIs("MARKET");
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) throws MalformedException {
        if (symbol == null || taker == null || !usdMargined) {
            return Decoded.IGNORED;
        }
        if (!ofTheMarket || price.isZero() || size.isZero()) {
            return Decoded.OK;
        }
        int priceScale = symbol.priceScale(price.scale());
        int sizeScale = symbol.sizeScale(size.scale());
        long scaledPrice = price.scaled(priceScale);
        long scaledSize = size.scaled(sizeScale);
        if (!symbol.takesTradesFrom(stream)) {
            return Decoded.IGNORED;
        }
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        sink.accept(new Trade(
                symbol.id(),
                receivedNanos,
                engineMillis > 0 ? engineMillis : eventMillis,
                id,
                fills(),
                taker,
                priceScale,
                sizeScale,
                scaledPrice,
                scaledSize));
        return Decoded.OK;
    }

    /** At least 1: some trades carry no fill numbers, or -1. */
    private int fills() {
        boolean plausible = firstFill > 0 && lastFill >= firstFill && lastFill - firstFill < Integer.MAX_VALUE;
        return plausible ? (int) (lastFill - firstFill + 1) : 1;
    }
}
