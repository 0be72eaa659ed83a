package io.faultline.venue.okx;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code trades}, fills of one taker at one price, or {@code trades-all}, one fill. Each has every trade, so of a journal
 * that holds both only one is taken for each instrument: the one that comes first.
 */
final class TradeRows implements Rows {
    private record Row(Symbol symbol, Trade trade) {}

    private final Symbols symbols;
    private final String channel;
    private final Amount price = new Amount("px");
    private final Amount size = new Amount("sz");
    private final List<Row> rows = new ArrayList<>();
    private long receivedNanos;

    TradeRows(Symbols symbols, String channel) {
        this.symbols = symbols;
        this.channel = channel;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        rows.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        TakerSide taker = null;
        long id = -1;
        long fills = 1;
        long time = 0;
        price.clear();
        size.clear();
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> symbol = symbols.read(json);
                case "tradeId" -> id = json.readId();
                case "px" -> price.read(json);
                case "sz" -> size.read(json);
                case "side" -> taker = OrderSide.read(json) == OrderSide.BUY ? TakerSide.BUY : TakerSide.SELL;
                case "count" -> fills = json.readAbsent() ? 1 : json.readId();
                case "ts" -> time = json.readId();
                default -> json.skip();
            }
        }
        price.require(json);
        size.require(json);
        Fields.check(id >= 0, "tradeId", json);
        Symbol known = Fields.require(symbol, "instId", json);
        TakerSide side = Fields.require(taker, "side", json);
        if (price.isZero() || size.isZero()) {
            return;
        }
        int priceScale = known.priceScale(price.scale());
        int sizeScale = known.sizeScale(size.scale());
        rows.add(new Row(
                known,
                new Trade(
                        known.id(),
                        receivedNanos,
                        time,
                        id,
                        (int) Math.max(1, Math.min(fills, Integer.MAX_VALUE)),
                        side,
                        priceScale,
                        sizeScale,
                        price.scaled(priceScale),
                        size.scaled(sizeScale))));
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        Decoded decoded = rows.isEmpty() ? Decoded.OK : Decoded.IGNORED;
        for (Row row : rows) {
            if (row.symbol.takesTradesFrom(channel)) {
                Trade trade = row.trade;
                row.symbol.widen(trade.priceScale(), trade.sizeScale(), receivedNanos, sink);
                sink.accept(trade);
                decoded = Decoded.OK;
            }
        }
        return decoded;
    }
}
