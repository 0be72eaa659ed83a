package io.faultline.venue.bitget;

import io.faultline.market.Funding;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code ticker}: mark, index, funding, open interest and figures of the day in one. On the stream the frame says whose
 * they are, in answers each row; a figure that is empty or absent says nothing.
 */
final class TickerRows implements Rows {
    /** @param interest open contracts in base, one side */
    private record Row(
            @Nullable Symbol symbol,
            @Nullable BigDecimal mark,
            @Nullable BigDecimal index,
            @Nullable BigDecimal rate,
            long settlementMillis,
            @Nullable BigDecimal interest,
            @Nullable BigDecimal volumeQuote,
            @Nullable BigDecimal open,
            @Nullable BigDecimal last,
            long millis) {}

    private final Symbols symbols;
    private final List<Row> rows = new ArrayList<>();

    TickerRows(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void begin() {
        rows.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        BigDecimal mark = null;
        BigDecimal index = null;
        BigDecimal rate = null;
        long settlementMillis = 0;
        BigDecimal interest = null;
        BigDecimal volumeQuote = null;
        BigDecimal open = null;
        BigDecimal last = null;
        long millis = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = json.readAbsent() ? null : symbols.read(json);
                case "markPrice" -> mark = Fields.optionalPrice(json);
                case "indexPrice" -> index = Fields.optionalPrice(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "nextFundingTime" -> settlementMillis = json.readAbsent() ? 0 : json.readId();
                case "openInterest" -> interest = Fields.optionalAmount(json);
                case "turnover24h" -> volumeQuote = Fields.optionalAmount(json);
                case "openPrice24h" -> open = Fields.optionalPrice(json);
                case "lastPrice" -> last = Fields.optionalPrice(json);
                case "ts" -> millis = json.readAbsent() ? 0 : json.readId();
                default -> json.skip();
            }
        }
        rows.add(new Row(symbol, mark, index, rate, settlementMillis, interest, volumeQuote, open, last, millis));
    }

    @Override
    public Decoded emit(Push push, Consumer<MarketEvent> sink) throws MalformedException {
        for (Row row : rows) {
            if (row.symbol == null && push.symbol == null) {
                throw new MalformedException("missing field symbol", 0);
            }
        }
        for (Row row : rows) {
            Symbol symbol = row.symbol == null ? push.symbol : row.symbol;
            if (symbol != null) {
                emit(row, symbol.id(), push, sink);
            }
        }
        return Decoded.OK;
    }

    private static void emit(Row row, InstrumentId id, Push push, Consumer<MarketEvent> sink) {
        long nanos = push.receivedNanos;
        long millis = row.millis > 0 ? row.millis : push.sentMillis;
        if (row.mark != null) {
            sink.accept(new MarkPrice(id, nanos, millis, row.mark, row.index));
        }
        // Delivery contracts have no funding: their next settlement is empty, or 0.
        if (row.rate != null && row.settlementMillis > 0) {
            sink.accept(new Funding(id, nanos, millis, row.rate, row.settlementMillis));
        }
        if (row.interest != null) {
            sink.accept(new OpenInterest(id, nanos, millis, row.interest));
        }
        if (row.volumeQuote != null && row.open != null && row.last != null) {
            sink.accept(new Stats24h(id, nanos, millis, row.volumeQuote, row.open, row.last));
        }
    }
}
