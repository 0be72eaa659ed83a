package io.faultline.venue.okx;

import io.faultline.market.Frame;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code liquidation-orders}: some of the liquidations of all swaps, in no order, so sums are lower bounds. A
 * subscription begins with those of late: what has been passed on in the last ten minutes is not passed on again.
 */
final class LiquidationRows implements Rows {
    private static final long REMEMBERED_NANOS = 600_000_000_000L;
    private static final int MOST_REMEMBERED = 50_000;

    private record Row(Liquidation event, String positionSide) {
        Key key() {
            return new Key(
                    event.instrument().symbol(),
                    event.exchangeMillis(),
                    event.side(),
                    positionSide,
                    event.size(),
                    event.price());
        }
    }

    /** What tells two liquidations apart. */
    private record Key(
            String instrument, long time, PositionSide side, String positionSide, BigDecimal size, BigDecimal price) {}

    private record Remembered(long receivedNanos, Key key) {}

    private final Symbols symbols;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();
    private final ArrayDeque<Remembered> remembered = new ArrayDeque<>();
    private long receivedNanos;

    LiquidationRows(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        rows.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        List<Detail> details = new ArrayList<>();
        boolean detailed = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("instId")) {
                symbol = symbols.read(json);
            } else if (json.nameIs("details")) {
                detailed = true;
                json.beginArray();
                while (json.nextElement()) {
                    details.add(readDetail(json));
                }
            } else {
                json.skip();
            }
        }
        Fields.check(detailed, "details", json);
        Symbol of = Fields.require(symbol, "instId", json);
        for (Detail detail : details) {
            if (detail.price != null && detail.size.signum() > 0) {
                rows.add(new Row(event(of, detail, detail.price), detail.positionSide));
            }
        }
    }

    private Liquidation event(Symbol of, Detail detail, BigDecimal price) {
        return new Liquidation(
                of.id(),
                receivedNanos,
                detail.time,
                detail.liquidated,
                Liquidation.PriceKind.TRANSFER,
                price,
                detail.size,
                Liquidation.Completeness.LOWER_BOUND);
    }

    private record Detail(
            PositionSide liquidated,
            String positionSide,
            @Nullable BigDecimal price,
            BigDecimal size,
            long time) {}

    private static Detail readDetail(JsonCursor json) throws MalformedException {
        OrderSide side = null;
        String positionSide = null;
        BigDecimal price = null;
        BigDecimal size = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "side" -> side = OrderSide.read(json);
                case "posSide" -> positionSide = Fields.optionalText(json);
                case "bkPx" -> price = Fields.optionalPrice(json);
                case "sz" -> size = Fields.optionalAmount(json);
                case "ts" -> time = json.readId();
                default -> json.skip();
            }
        }
        return new Detail(
                // The order's side, right in net mode too, where the position has none: a long is closed by selling.
                Fields.require(side, "side", json) == OrderSide.SELL ? PositionSide.LONG : PositionSide.SHORT,
                positionSide == null ? "" : positionSide,
                price,
                Fields.require(size, "sz", json),
                time);
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        forgetOld();
        for (Row row : rows) {
            Key key = row.key();
            if (known.add(key)) {
                remembered.addLast(new Remembered(receivedNanos, key));
                sink.accept(row.event);
            }
        }
        return Decoded.OK;
    }

    private void forgetOld() {
        while (!remembered.isEmpty()
                && (remembered.size() > MOST_REMEMBERED
                        || receivedNanos - remembered.getFirst().receivedNanos() > REMEMBERED_NANOS)) {
            known.remove(remembered.removeFirst().key());
        }
    }
}
