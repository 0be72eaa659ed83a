package io.faultline.venue.bybit;

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
import io.faultline.venue.TradeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code publicTrade.SYMBOL}: up to 1,024 trades, each one fill. Block trades, agreed on elsewhere, are left out. Trades
 * are named by UUIDs: a name seen before is a trade seen before, and their order is that of their times.
 */
final class TradeMessage implements Message {
    private final Symbols symbols;
    private final TradeNumbers numbers = new TradeNumbers();
    private final List<Row> rows = new ArrayList<>();

    TradeMessage(Symbols symbols) {
        this.symbols = symbols;
    }

    private record Row(Symbol symbol, long millis, TakerSide taker, Amount price, Amount size, String id) {}

    @Override
    public void read(JsonCursor json) throws MalformedException {
        rows.clear();
        json.beginArray();
        while (json.nextElement()) {
            readRow(json);
        }
    }

    private void readRow(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        long millis = 0;
        TakerSide taker = null;
        Amount price = new Amount("p");
        Amount size = new Amount("v");
        String id = null;
        boolean block = false;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "s" -> symbol = symbols.read(json);
                case "T" -> millis = json.readId();
                case "S" -> taker = readSide(json);
                case "p" -> price.read(json);
                case "v" -> size.read(json);
                case "i" -> id = Fields.optionalText(json);
                case "BT" -> block = !json.readAbsent() && json.readBoolean();
                default -> json.skip();
            }
        }
        Symbol of = Fields.require(symbol, "s", json);
        Fields.check(millis > 0, "T", json);
        price.require(json);
        size.require(json);
        Row row = new Row(of, millis, Fields.require(taker, "S", json), price, size, Fields.require(id, "i", json));
        if (!rows.isEmpty() && rows.get(0).symbol != of) {
            throw json.wrong("trades of two contracts");
        }
        if (!block && !price.isZero() && !size.isZero()) {
            rows.add(row);
        }
    }

    private static TakerSide readSide(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("Buy")) {
            return TakerSide.BUY;
        }
        if (json.textIs("Sell")) {
            return TakerSide.SELL;
        }
        throw json.wrong("neither Buy nor Sell");
    }

    @Override
    public Decoded emit(String topic, Envelope envelope, Consumer<MarketEvent> sink) throws MalformedException {
        if (rows.isEmpty()) {
            return Decoded.OK;
        }
        Symbol symbol = rows.get(0).symbol;
        int neededPriceScale = 0;
        int neededSizeScale = 0;
        for (Row row : rows) {
            neededPriceScale = Math.max(neededPriceScale, row.price.scale());
            neededSizeScale = Math.max(neededSizeScale, row.size.scale());
        }
        int priceScale = symbol.priceScale(neededPriceScale);
        int sizeScale = symbol.sizeScale(neededSizeScale);
        long[] prices = new long[rows.size()];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = rows.get(i).price.scaled(priceScale);
            sizes[i] = rows.get(i).size.scaled(sizeScale);
        }
        symbol.widen(priceScale, sizeScale, envelope.receivedNanos(), sink);
        for (int i = 0; i < prices.length; i++) {
            Row row = rows.get(i);
            if (numbers.isNew(row.id)) {
                sink.accept(new Trade(
                        symbol.id(),
                        envelope.receivedNanos(),
                        row.millis,
                        numbers.next(symbol, row.millis),
                        1,
                        row.taker,
                        priceScale,
                        sizeScale,
                        prices[i],
                        sizes[i]));
            }
        }
        return Decoded.OK;
    }
}
