package io.faultline.venue.binance;

import io.faultline.market.Frame;
import io.faultline.market.Liquidation;
import io.faultline.market.MarketEvent;
import io.faultline.market.PositionSide;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code forceOrder}: at most one forced order a second of each contract, the latest, so sums are lower bounds. The order
 * is nested; {@code st} stands beside it by the documents and inside it in frames recorded in 2026-10.
 */
final class LiquidationRow implements RowsMessage.RowReader {
    private final Symbols symbols;

    LiquidationRow(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public boolean read(JsonCursor json, Frame frame, List<MarketEvent> events) throws MalformedException {
        boolean usdMargined = true;
        long eventMillis = 0;
        Order order = null;
        while (json.nextField()) {
            switch (json.name()) {
                case "E" -> eventMillis = json.readId();
                case "o" -> order = readOrder(json);
                case "st" -> usdMargined = json.readLong() == 1;
                default -> json.skip();
            }
        }
        Order known = Fields.require(order, "o", json);
        if (!usdMargined || !known.usdMargined) {
            return false;
        }
        if (known.filled.signum() > 0 && known.price != null) {
            events.add(new Liquidation(
                    known.symbol.id(),
                    frame.receivedNanos(),
                    known.tradeMillis > 0 ? known.tradeMillis : eventMillis,
                    known.liquidated,
                    Liquidation.PriceKind.AVERAGE_FILL,
                    known.price,
                    known.filled,
                    Liquidation.Completeness.LOWER_BOUND));
        }
        return true;
    }

    /** @param price average fill, or the limit where that is missing */
    private record Order(
            Symbol symbol,
            boolean usdMargined,
            PositionSide liquidated,
            @Nullable BigDecimal price,
            BigDecimal filled,
            long tradeMillis) {}

    private Order readOrder(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        boolean usdMargined = true;
        PositionSide liquidated = null;
        BigDecimal limit = null;
        BigDecimal average = null;
        BigDecimal filled = null;
        long tradeMillis = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "s" -> symbol = symbols.read(json);
                case "S" -> liquidated = readSide(json);
                case "p" -> limit = Fields.optionalPrice(json);
                case "ap" -> average = Fields.optionalPrice(json);
                case "z" -> filled = Fields.optionalAmount(json);
                case "T" -> tradeMillis = json.readId();
                case "st" -> usdMargined = json.readLong() == 1;
                default -> json.skip();
            }
        }
        BigDecimal size = Fields.require(filled, "o.z", json);
        Fields.check(limit != null || average != null || size.signum() == 0, "o.ap", json);
        return new Order(
                Fields.require(symbol, "o.s", json),
                usdMargined,
                Fields.require(liquidated, "o.S", json),
                average != null ? average : limit,
                size,
                tradeMillis);
    }

    /** The order's side: a long is closed by selling. */
    private static PositionSide readSide(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("SELL")) {
            return PositionSide.LONG;
        }
        if (json.textIs("BUY")) {
            return PositionSide.SHORT;
        }
        throw json.wrong("neither BUY nor SELL");
    }
}
