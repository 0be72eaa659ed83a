package io.faultline.venue.dydx;

import io.faultline.market.Liquidation;
import io.faultline.market.MarketEvent;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.venue.Amount;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.TradeNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code v4_trades}: single fills, some of them flagged as forced. Whether all forced ones are flagged is not known, so
 * sums are lower bounds. A position that was deleveraged traded with nobody who meant to: that is no trade.
 */
final class TradeRows {
    private static final String LIQUIDATED = "LIQUIDATED";
    private static final String DELEVERAGED = "DELEVERAGED";

    private record Row(String id, long millis, TakerSide taker, Amount price, Amount size, boolean liquidated) {}

    private final TradeNumbers numbers = new TradeNumbers();
    private final List<Row> rows = new ArrayList<>();

    void begin() {
        rows.clear();
    }

    /** Reads {@code {"trades":[…]}}, of which a frame may hold several. */
    void read(JsonCursor json) throws MalformedException {
        boolean found = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("trades")) {
                found = true;
                json.beginArray();
                while (json.nextElement()) {
                    readRow(json);
                }
            } else {
                json.skip();
            }
        }
        Fields.check(found, "trades", json);
    }

    private void readRow(JsonCursor json) throws MalformedException {
        String id = null;
        long millis = 0;
        TakerSide taker = null;
        Amount price = new Amount("price");
        Amount size = new Amount("size");
        String type = null;
        boolean liquidated = false;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "id" -> id = Fields.optionalText(json);
                case "createdAt" -> millis = Times.readMillis(json);
                case "side" -> taker = readSide(json);
                case "price" -> price.read(json);
                case "size" -> size.read(json);
                case "type" -> type = Fields.optionalText(json);
                // In place of a type, before 2024.
                case "liquidation" -> liquidated = "true".equals(Fields.optionalText(json));
                default -> json.skip();
            }
        }
        Fields.check(millis > 0, "createdAt", json);
        price.require(json);
        size.require(json);
        Row row = new Row(
                Fields.require(id, "id", json),
                millis,
                Fields.require(taker, "side", json),
                price,
                size,
                liquidated || LIQUIDATED.equals(type));
        if (!DELEVERAGED.equals(type) && !price.isZero() && !size.isZero()) {
            rows.add(row);
        }
    }

    private static TakerSide readSide(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("BUY")) {
            return TakerSide.BUY;
        }
        if (json.textIs("SELL")) {
            return TakerSide.SELL;
        }
        throw json.wrong("neither BUY nor SELL");
    }

    /** Passes on what was read. Throws only before it has passed on, or kept, anything. */
    void emit(@Nullable Symbol symbol, long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        if (symbol == null || rows.isEmpty()) {
            return;
        }
        int priceScale = 0;
        int sizeScale = 0;
        for (Row row : rows) {
            priceScale = Math.max(priceScale, row.price.scale());
            sizeScale = Math.max(sizeScale, row.size.scale());
        }
        priceScale = symbol.priceScale(priceScale);
        sizeScale = symbol.sizeScale(sizeScale);
        rows.sort(Comparator.comparingLong(Row::millis));
        long[] prices = new long[rows.size()];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = rows.get(i).price.scaled(priceScale);
            sizes[i] = rows.get(i).size.scaled(sizeScale);
        }
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        for (int i = 0; i < prices.length; i++) {
            Row row = rows.get(i);
            if (!numbers.isNew(row.id)) {
                continue;
            }
            sink.accept(new Trade(
                    symbol.id(),
                    receivedNanos,
                    row.millis,
                    numbers.next(symbol, row.millis),
                    1,
                    row.taker,
                    priceScale,
                    sizeScale,
                    prices[i],
                    sizes[i]));
            if (row.liquidated) {
                sink.accept(liquidation(
                        symbol,
                        row,
                        receivedNanos,
                        BigDecimal.valueOf(prices[i], priceScale),
                        BigDecimal.valueOf(sizes[i], sizeScale)));
            }
        }
    }

    private static Liquidation liquidation(
            Symbol symbol, Row row, long receivedNanos, BigDecimal price, BigDecimal size) {
        return new Liquidation(
                symbol.id(),
                receivedNanos,
                row.millis,
                row.taker == TakerSide.SELL ? PositionSide.LONG : PositionSide.SHORT,
                Liquidation.PriceKind.AVERAGE_FILL,
                price,
                size,
                Liquidation.Completeness.LOWER_BOUND);
    }
}
