package io.faultline.venue.bitget;

import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
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
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of REST answers, {@code {"code":"00000","msg":"success","requestTime":…,"data":…}}; what the data is its
 * URL says. Those of v1 and v2 are ignored, and so is the book, which has no number to place it in the stream.
 */
final class RestFrames implements JsonDecoder.Reader {
    private static final String ROOT = "/api/v3/market/";
    private static final int ABSENT = -1;

    private final JsonCursor json;
    private final Symbols symbols;
    private final Listings listings;
    private final TickerRows tickers;
    private final FundingRows funding;
    private final PositionTiers tiers;
    private final Push push = new Push();
    private String subject = "";

    RestFrames(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
        listings = new Listings(json, symbols);
        tickers = new TickerRows(symbols);
        funding = new FundingRows(symbols);
        tiers = new PositionTiers(json);
    }

    @Override
    public String subject() {
        return subject;
    }

    /** Whether that category of contracts is the one that Faultline takes; one that is not said is. */
    static boolean isOurs(@Nullable String category) {
        return category == null
                || category.isEmpty()
                || category.toUpperCase(Locale.ROOT).equals("USDT-FUTURES");
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        RestUrl url = RestUrl.parse(frame.topic());
        subject = url.path();
        String path = url.from("/api/");
        String endpoint = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        json.reset(frame.text());
        if (!path.startsWith("/api/v3/") || !isOurs(url.parameter("category"))) {
            return Decoded.IGNORED;
        }
        String code = null;
        String words = null;
        int dataAt = ABSENT;
        push.begin(frame.receivedNanos());
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "code" -> code = Fields.optionalText(json);
                case "msg" -> words = Fields.optionalText(json);
                case "requestTime" -> push.sentMillis = json.readAbsent() ? 0 : json.readId();
                case "data" -> {
                    dataAt = json.offset();
                    json.skip();
                }
                default -> json.skip();
            }
        }
        json.end();
        String answered = Fields.require(code, "code", json);
        if (!answered.equals(RestAnswer.ACCEPTED)) {
            sink.accept(new FeedStatus(
                    Venue.BITGET,
                    frame.receivedNanos(),
                    "rest",
                    FeedStatus.State.ERROR,
                    VenueWords.coded(words, answered),
                    0,
                    0));
            return Decoded.OK;
        }
        if (path.equals("/api/v3/public/time")) {
            return Decoded.OK;
        }
        Fields.check(dataAt != ABSENT, "data", json);
        json.rewind(dataAt);
        return readData(endpoint, url, sink);
    }

    private Decoded readData(String endpoint, RestUrl url, Consumer<MarketEvent> sink) throws MalformedException {
        long nanos = push.receivedNanos;
        switch (endpoint) {
            case "instruments" -> {
                return listings.read(nanos, sink);
            }
            case "tickers" -> {
                return readTickers(sink);
            }
            case "position-tier" -> {
                return tiers.read(symbols.named(url.parameter("symbol")), push, sink);
            }
            case "open-interest" -> {
                return readOpenInterest(sink);
            }
            case "current-fund-rate" -> {
                return EventRows.read(
                        json, (row, events) -> funding.readCurrent(row, nanos, push.sentMillis, events), sink);
            }
            case "history-fund-rate" -> {
                return within(
                        "resultList",
                        () -> EventRows.read(json, (row, events) -> funding.readSettled(row, nanos, events), sink));
            }
            default -> {
                return Decoded.IGNORED;
            }
        }
    }

    private Decoded readTickers(Consumer<MarketEvent> sink) throws MalformedException {
        tickers.begin();
        json.beginArray();
        while (json.nextElement()) {
            tickers.read(json);
        }
        return tickers.emit(push, sink);
    }

    /** {@code {"list":[…],"ts":…}}: the time is that of all rows, and may stand behind them. */
    private Decoded readOpenInterest(Consumer<MarketEvent> sink) throws MalformedException {
        int start = json.offset();
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("ts")) {
                push.sentMillis = json.readAbsent() ? push.sentMillis : json.readId();
            } else {
                json.skip();
            }
        }
        json.rewind(start);
        return within("list", () -> EventRows.read(json, this::readOpenInterestRow, sink));
    }

    private void readOpenInterestRow(JsonCursor row, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        BigDecimal base = null;
        row.beginObject();
        while (row.nextField()) {
            switch (row.name()) {
                case "symbol" -> symbol = symbols.read(row);
                case "openInterest" -> base = Fields.optionalAmount(row);
                default -> row.skip();
            }
        }
        Symbol known = Fields.require(symbol, "symbol", row);
        if (base != null) {
            events.add(new OpenInterest(known.id(), push.receivedNanos, push.sentMillis, base));
        }
    }

    /** Reads the value that the cursor stands at. */
    private interface Reading {
        Decoded read() throws MalformedException;
    }

    /** Reads one field of the object at the cursor, which has been read past before and so is well formed. */
    private Decoded within(String field, Reading reading) throws MalformedException {
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs(field)) {
                return reading.read();
            }
            json.skip();
        }
        throw json.wrong("missing field data." + field);
    }
}
