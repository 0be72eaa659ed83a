package io.faultline.venue.bybit;

import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.FundingSettlement;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.JsonDecoder;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestUrl;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import io.faultline.venue.VenueWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of REST answers, {@code {"retCode":0,"retMsg":"OK","result":{…},"time":ms}}; which kind one is its URL
 * says. The book of REST is left alone: its update ids are not those of the stream, from which the book is kept.
 */
final class RestFrames implements JsonDecoder.Reader {
    private static final int NOWHERE = -1;

    private final JsonCursor json;
    private final Symbols symbols;
    private final Listings listings;
    private final RiskLimits riskLimits;
    private final List<MarketEvent> events = new ArrayList<>();
    private String subject = "";

    RestFrames(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
        this.listings = new Listings(json, symbols);
        this.riskLimits = new RiskLimits(json, symbols);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        RestUrl url = RestUrl.parse(frame.topic());
        subject = url.path();
        if (!url.from("/v5/").startsWith("/v5/")) {
            return Decoded.IGNORED; // of a protocol that is retired, whose answers look otherwise
        }
        events.clear();
        json.reset(frame.text());
        int result = NOWHERE;
        long code = -1;
        String words = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "retCode" -> code = json.readLong();
                case "retMsg" -> words = Fields.optionalText(json);
                case "time" -> time = json.readId();
                case "result" -> {
                    result = json.offset();
                    json.skip();
                }
                default -> json.skip();
            }
        }
        Fields.check(code >= 0, "retCode", json);
        json.end();
        long receivedNanos = frame.receivedNanos();
        if (code != 0) {
            String detail = VenueWords.bounded(words == null ? "" : words) + " (code " + code + ")";
            sink.accept(new FeedStatus(Venue.BYBIT, receivedNanos, "rest", FeedStatus.State.ERROR, detail, 0, 0));
            return Decoded.OK;
        }
        Fields.check(result != NOWHERE, "result", json);
        json.rewind(result);
        return readResult(url, receivedNanos, time, sink);
    }

    private Decoded readResult(RestUrl url, long receivedNanos, long time, Consumer<MarketEvent> sink)
            throws MalformedException {
        String category = url.parameter("category");
        if (!category.isEmpty() && !category.equals("linear")) {
            return Decoded.IGNORED;
        }
        switch (url.from("/v5/")) {
            case "/v5/market/instruments-info" -> {
                return listings.read(receivedNanos, sink);
            }
            case "/v5/market/risk-limit" -> {
                return riskLimits.read(receivedNanos, time, sink);
            }
            case "/v5/market/tickers" -> {
                return list(symbol -> ticker(receivedNanos, time), sink);
            }
            case "/v5/market/open-interest" -> {
                return list(symbol -> openInterest(symbol, receivedNanos), sink);
            }
            case "/v5/market/funding/history" -> {
                return list(symbol -> settlement(receivedNanos), sink);
            }
            case "/v5/market/time" -> {
                return Decoded.OK;
            }
            default -> {
                return Decoded.IGNORED;
            }
        }
    }

    /** Reads one object of a list. */
    private interface RowReader {
        /** @param symbol the contract that the whole list is about, null where each row names its own */
        void read(@Nullable Symbol symbol) throws MalformedException;
    }

    /** {@code {"category":…,"symbol":…,"list":[…]}}, in any order. */
    private Decoded list(RowReader row, Consumer<MarketEvent> sink) throws MalformedException {
        Symbol symbol = null;
        boolean linear = true;
        int rows = NOWHERE;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "category" -> linear = "linear".equals(Fields.optionalText(json));
                case "symbol" -> symbol = json.readAbsent() ? null : symbols.read(json);
                case "list" -> {
                    rows = json.offset();
                    json.skip();
                }
                default -> json.skip();
            }
        }
        if (!linear) {
            return Decoded.IGNORED;
        }
        Fields.check(rows != NOWHERE, "result.list", json);
        json.rewind(rows);
        json.beginArray();
        while (json.nextElement()) {
            row.read(symbol);
        }
        events.forEach(sink);
        return Decoded.OK;
    }

    private void ticker(long receivedNanos, long time) throws MalformedException {
        Ticker ticker = Ticker.read(json, symbols);
        TickerEvents.emit(ticker, ticker, receivedNanos, time, events::add);
    }

    private void openInterest(@Nullable Symbol of, long receivedNanos) throws MalformedException {
        BigDecimal oneSide = null;
        BigDecimal bothSides = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "singleOpenInterest" -> oneSide = Fields.optionalAmount(json);
                case "openInterest" -> bothSides = Fields.optionalAmount(json);
                case "timestamp" -> time = json.readId();
                default -> json.skip();
            }
        }
        Symbol symbol = Fields.require(of, "result.symbol", json);
        Fields.check(time > 0, "timestamp", json);
        BigDecimal base = oneSide != null ? oneSide : Ticker.oneOf(Fields.require(bothSides, "openInterest", json));
        events.add(new OpenInterest(symbol.id(), receivedNanos, time, base));
    }

    private void settlement(long receivedNanos) throws MalformedException {
        Symbol symbol = null;
        BigDecimal rate = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "fundingRateTimestamp" -> time = json.readId();
                default -> json.skip();
            }
        }
        Fields.check(time > 0, "fundingRateTimestamp", json);
        events.add(new FundingSettlement(
                Fields.require(symbol, "symbol", json).id(),
                receivedNanos,
                Fields.require(rate, "fundingRate", json),
                time));
    }
}
