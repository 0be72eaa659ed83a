package io.faultline.venue.bitget;

import io.faultline.market.MarketEvent;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.venue.Amount;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.TradeNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code publicTrade}: single fills, the newest first. A subscription begins with a snapshot of about 50 past ones: they
 * are history, and left; one that comes once more with the changes counts then.
 */
final class TradeRows implements Rows {
    private record Row(long id, long millis, TakerSide taker, Amount price, Amount size) {}

    private final TradeNumbers numbers = new TradeNumbers();
    private final List<Row> rows = new ArrayList<>();

    @Override
    public void begin() {
        rows.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        long id = -1;
        long millis = 0;
        TakerSide taker = null;
        Amount price = new Amount("p");
        Amount size = new Amount("v");
        json.beginObject();
        while (json.nextField()) {
            switch (json.shortName()) {
                case 'i' -> id = json.readId();
                case 'T' -> millis = json.readId();
                case 'S' -> taker = readSide(json);
                case 'p' -> price.read(json);
                case 'v' -> size.read(json);
                default -> json.skip();
            }
        }
        Fields.check(id >= 0, "i", json);
        Fields.check(millis > 0, "T", json);
        price.require(json);
        size.require(json);
        TakerSide side = Fields.require(taker, "S", json);
        if (!price.isZero() && !size.isZero()) {
            rows.add(new Row(id, millis, side, price, size));
        }
    }

    private static TakerSide readSide(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("buy")) {
            return TakerSide.BUY;
        }
        if (json.textIs("sell")) {
            return TakerSide.SELL;
        }
        throw json.wrong("neither buy nor sell");
    }

    @Override
    public Decoded emit(Push push, Consumer<MarketEvent> sink) throws MalformedException {
        Symbol symbol = push.symbol;
        if (symbol == null || rows.isEmpty() || push.action == Push.Action.SNAPSHOT) {
            return Decoded.OK;
        }
        int priceScale = 0;
        int sizeScale = 0;
        for (Row row : rows) {
            priceScale = Math.max(priceScale, row.price.scale());
            sizeScale = Math.max(sizeScale, row.size.scale());
        }
        priceScale = symbol.priceScale(priceScale);
        sizeScale = symbol.sizeScale(sizeScale);
        rows.sort(Comparator.comparingLong(Row::id));
        long[] prices = new long[rows.size()];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = rows.get(i).price.scaled(priceScale);
            sizes[i] = rows.get(i).size.scaled(sizeScale);
        }
        symbol.widen(priceScale, sizeScale, push.receivedNanos, sink);
        for (int i = 0; i < prices.length; i++) {
            Row row = rows.get(i);
            if (numbers.isNew(symbol.id().symbol() + row.id)) {
                sink.accept(new Trade(
                        symbol.id(),
                        push.receivedNanos,
                        row.millis,
                        numbers.ascending(symbol, row.id),
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
