package io.faultline.venue.bitget;

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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code liquidation}: of all contracts, in no order, and of each second only the largest of either side, so sums are
 * lower bounds. The side is the position's, and the amount is in quote. What has been passed on in the last minute is not
 * passed on again.
 */
final class LiquidationRows implements Rows {
    private static final long REMEMBERED_NANOS = 60_000_000_000L;
    private static final int MOST_REMEMBERED = 50_000;

    private record Row(Symbol symbol, PositionSide side, BigDecimal price, BigDecimal amount, long millis) {}

    private record Remembered(long receivedNanos, Row row) {}

    private final Symbols symbols;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Row> known = new HashSet<>();
    private final ArrayDeque<Remembered> remembered = new ArrayDeque<>();

    LiquidationRows(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void begin() {
        rows.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        PositionSide side = null;
        BigDecimal price = null;
        BigDecimal amount = null;
        long millis = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "side" -> side = readSide(json);
                case "price" -> price = Fields.optionalPrice(json);
                case "amount" -> amount = Fields.optionalAmount(json);
                case "ts" -> millis = json.readAbsent() ? 0 : json.readId();
                default -> json.skip();
            }
        }
        Symbol of = Fields.require(symbol, "symbol", json);
        PositionSide liquidated = Fields.require(side, "side", json);
        BigDecimal quote = Fields.require(amount, "amount", json);
        if (price != null && quote.signum() > 0) {
            rows.add(new Row(of, liquidated, price, quote, millis));
        }
    }

    private static PositionSide readSide(JsonCursor json) throws MalformedException {
        json.readText();
        if (json.textIs("buy")) {
            return PositionSide.LONG;
        }
        if (json.textIs("sell")) {
            return PositionSide.SHORT;
        }
        throw json.wrong("neither buy nor sell");
    }

    @Override
    public Decoded emit(Push push, Consumer<MarketEvent> sink) {
        forgetOld(push.receivedNanos);
        for (Row row : rows) {
            if (known.add(row)) {
                remembered.addLast(new Remembered(push.receivedNanos, row));
                sink.accept(new Liquidation(
                        row.symbol.id(),
                        push.receivedNanos,
                        row.millis > 0 ? row.millis : push.sentMillis,
                        row.side,
                        Liquidation.PriceKind.LIQUIDATION,
                        row.price,
                        BaseSize.of(row.amount, row.price, row.symbol.lot()),
                        Liquidation.Completeness.LOWER_BOUND));
            }
        }
        return Decoded.OK;
    }

    private void forgetOld(long nowNanos) {
        while (!remembered.isEmpty()
                && (remembered.size() > MOST_REMEMBERED
                        || nowNanos - remembered.getFirst().receivedNanos() > REMEMBERED_NANOS)) {
            known.remove(remembered.removeFirst().row());
        }
    }
}
