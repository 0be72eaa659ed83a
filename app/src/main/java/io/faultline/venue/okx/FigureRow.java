package io.faultline.venue.okx;

import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** {@code open-interest} and {@code tickers}. */
final class FigureRow {
    /** Beyond it the venue's sums show the noise of floating-point numbers: 22161.1301000000309. */
    private static final int EXACT_DECIMALS = 8;

    private final Symbols symbols;

    FigureRow(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Of its three units the base: {@code oi} counts contracts. */
    void readOpenInterest(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        BigDecimal base = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> symbol = symbols.read(json);
                case "oiCcy" -> base = Fields.optionalAmount(json);
                case "ts" -> time = json.readId();
                default -> json.skip();
            }
        }
        events.add(new OpenInterest(
                Fields.require(symbol, "instId", json).id(),
                receivedNanos,
                time,
                withoutNoise(Fields.require(base, "oiCcy", json))));
    }

    /** A row {@code [time, contracts, base, usd]} of the history. */
    static OpenInterest readHistory(Symbol symbol, JsonCursor json, long receivedNanos) throws MalformedException {
        json.beginArray();
        requireElement(json);
        long time = json.readId();
        requireElement(json);
        json.skip();
        requireElement(json);
        BigDecimal base = Fields.require(Fields.optionalAmount(json), "oiCcy", json);
        while (json.nextElement()) {
            json.skip();
        }
        return new OpenInterest(symbol.id(), receivedNanos, time, withoutNoise(base));
    }

    private static void requireElement(JsonCursor json) throws MalformedException {
        if (!json.nextElement()) {
            throw json.wrong("a row of open interest that is too short");
        }
    }

    private static BigDecimal withoutNoise(BigDecimal sum) {
        return sum.scale() > EXACT_DECIMALS ? sum.setScale(EXACT_DECIMALS, RoundingMode.HALF_EVEN) : sum;
    }

    void readTicker(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        boolean spot = false;
        BigDecimal last = null;
        BigDecimal open = null;
        BigDecimal volume = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> symbol = symbols.read(json);
                case "instType" -> spot = "SPOT".equals(Fields.optionalText(json));
                case "last" -> last = Fields.optionalPrice(json);
                case "open24h" -> open = Fields.optionalPrice(json);
                case "volCcy24h" -> volume = Fields.optionalAmount(json);
                case "ts" -> time = json.readId();
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "instId", json);
        if (last != null && open != null && volume != null) {
            // Of derivatives it is in base, so that the day's volume in quote is about that times the price.
            BigDecimal quote = spot ? volume : volume.multiply(last);
            events.add(new Stats24h(known.id(), receivedNanos, time, quote, open, last));
        }
    }
}
