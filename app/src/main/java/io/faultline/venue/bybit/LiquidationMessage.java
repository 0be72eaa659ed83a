package io.faultline.venue.bybit;

import io.faultline.market.Liquidation;
import io.faultline.market.MarketEvent;
import io.faultline.market.PositionSide;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code allLiquidation.SYMBOL}: every liquidation of the last half second, so equal rows are two of them. The side is
 * the position's, unlike that of a trade; the price is the one of bankruptcy, not a fill.
 */
final class LiquidationMessage implements Message {
    private final Symbols symbols;
    private final List<Row> rows = new ArrayList<>();

    LiquidationMessage(Symbols symbols) {
        this.symbols = symbols;
    }

    private record Row(Symbol symbol, long millis, PositionSide side, BigDecimal price, BigDecimal size) {}

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
        PositionSide side = null;
        BigDecimal price = null;
        BigDecimal size = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.shortName()) {
                case 's' -> symbol = symbols.read(json);
                case 'T' -> millis = json.readId();
                case 'S' -> side = readSide(json);
                case 'p' -> price = Fields.optionalPrice(json);
                case 'v' -> size = Fields.optionalAmount(json);
                default -> json.skip();
            }
        }
        rows.add(new Row(
                Fields.require(symbol, "s", json),
                millis,
                Fields.require(side, "S", json),
                Fields.require(price, "p", json),
                Fields.require(size, "v", json)));
    }

    private static PositionSide readSide(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("Buy")) {
            return PositionSide.LONG;
        }
        if (json.textIs("Sell")) {
            return PositionSide.SHORT;
        }
        throw json.wrong("neither Buy nor Sell");
    }

    @Override
    public Decoded emit(String topic, Envelope envelope, Consumer<MarketEvent> sink) {
        for (Row row : rows) {
            if (row.size.signum() > 0) {
                sink.accept(new Liquidation(
                        row.symbol.id(),
                        envelope.receivedNanos(),
                        row.millis > 0 ? row.millis : envelope.exchangeMillis(),
                        row.side,
                        Liquidation.PriceKind.BANKRUPTCY,
                        row.price,
                        row.size,
                        Liquidation.Completeness.COMPLETE));
            }
        }
        return Decoded.OK;
    }
}
