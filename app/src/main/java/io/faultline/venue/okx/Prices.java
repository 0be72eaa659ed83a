package io.faultline.venue.okx;

import io.faultline.market.Frame;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code mark-price}, and {@code index-tickers}, whose rows are of an index ({@code BTC-USDT}) that several contracts
 * have in common: an index price goes along with the next mark of a contract that is named for it.
 */
final class Prices implements Rows {
    private static final int MOST_INDICES = 4096;

    private final Symbols symbols;
    private final Map<String, BigDecimal> indices = new HashMap<>();
    private final Map<String, BigDecimal> read = new HashMap<>();

    Prices(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void begin(Frame frame) {
        read.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        String name = null;
        BigDecimal price = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> name = Fields.optionalText(json);
                case "idxPx" -> price = Fields.optionalPrice(json);
                default -> json.skip();
            }
        }
        String index = Fields.require(name, "instId", json);
        if (price != null) {
            read.put(index, price);
        }
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        read.forEach((index, price) -> {
            if (indices.size() < MOST_INDICES || indices.containsKey(index)) {
                indices.put(index, price);
            }
        });
        return Decoded.OK;
    }

    void readMark(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        BigDecimal mark = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> symbol = symbols.read(json);
                case "markPx" -> mark = Fields.optionalPrice(json);
                case "ts" -> time = json.readId();
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "instId", json);
        if (mark != null) {
            events.add(new MarkPrice(
                    known.id(), receivedNanos, time, mark, index(known.id().symbol())));
        }
    }

    /** {@code BTC-USDT} for {@code BTC-USDT-SWAP} and {@code BTC-USDT-261225}. */
    private @Nullable BigDecimal index(String instrument) {
        int dash = instrument.lastIndexOf('-');
        return dash < 0 ? null : indices.get(instrument.substring(0, dash));
    }
}
