package io.faultline.venue.binance;

import io.faultline.market.Frame;
import io.faultline.market.Funding;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code markPriceUpdate}: mark and index, and the rate that the coming settlement would charge. */
final class MarkPriceRow implements RowsMessage.RowReader {
    private final Symbols symbols;

    MarkPriceRow(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public boolean read(JsonCursor json, Frame frame, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        boolean usdMargined = true;
        long eventMillis = 0;
        long settlementMillis = 0;
        BigDecimal mark = null;
        BigDecimal index = null;
        BigDecimal rate = null;
        while (json.nextField()) {
            switch (json.name()) {
                case "E" -> eventMillis = json.readId();
                case "T" -> settlementMillis = json.readAbsent() ? 0 : json.readId();
                case "s" -> symbol = symbols.read(json);
                case "p" -> mark = Fields.optionalPrice(json);
                case "i" -> index = Fields.optionalPrice(json);
                case "r" -> rate = Fields.optionalDecimal(json);
                case "st" -> usdMargined = json.readLong() == 1;
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "s", json);
        if (usdMargined) {
            emit(known, frame.receivedNanos(), eventMillis, mark, index, rate, settlementMillis, events);
        }
        return usdMargined;
    }

    /** Also for the same figures from {@code premiumIndex}. Dated contracts have no funding: rate empty or time 0. */
    static void emit(
            Symbol symbol,
            long receivedNanos,
            long exchangeMillis,
            @Nullable BigDecimal mark,
            @Nullable BigDecimal index,
            @Nullable BigDecimal rate,
            long settlementMillis,
            List<MarketEvent> events) {
        if (mark != null) {
            events.add(new MarkPrice(symbol.id(), receivedNanos, exchangeMillis, mark, index));
        }
        if (rate != null && settlementMillis > 0) {
            events.add(new Funding(symbol.id(), receivedNanos, exchangeMillis, rate, settlementMillis));
        }
    }
}
