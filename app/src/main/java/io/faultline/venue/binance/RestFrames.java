package io.faultline.venue.binance;

import io.faultline.market.BookSnapshot;
import io.faultline.market.Frame;
import io.faultline.market.FundingSettlement;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.JsonDecoder;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestUrl;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the bodies of REST answers; which kind one is, and of which contract, its URL says. */
final class RestFrames implements JsonDecoder.Reader {
    private final JsonCursor json;
    private final Symbols symbols;
    private final Listings listings;
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private final List<MarketEvent> events = new ArrayList<>();
    private String subject = "";

    RestFrames(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
        this.listings = new Listings(json, symbols);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        RestUrl url = RestUrl.parse(frame.topic());
        subject = url.path();
        events.clear();
        json.reset(frame.text());
        if (json.atObject()) {
            int start = json.offset();
            VenueError error = VenueError.read(json);
            if (error != null) {
                json.end();
                sink.accept(error.status(frame.receivedNanos(), "rest"));
                return Decoded.OK;
            }
            json.rewind(start);
        }
        return readBody(url, frame.receivedNanos(), sink);
    }

    private Decoded readBody(RestUrl url, long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        Decoded decoded = Decoded.OK;
        switch (endpoint(url)) {
            case "/fapi/v1/depth" -> {
                return readDepth(url, receivedNanos, sink);
            }
            case "/fapi/v1/exchangeInfo" -> {
                return listings.readInstruments(receivedNanos, sink);
            }
            case "/fapi/v1/fundingInfo" -> {
                return listings.readFundingTerms(receivedNanos, sink);
            }
            case "/fapi/v1/openInterest", "/futures/data/openInterestHist" -> rows(() -> openInterest(receivedNanos));
            case "/fapi/v1/fundingRate" -> rows(() -> fundingRate(receivedNanos));
            case "/fapi/v1/premiumIndex" -> rows(() -> premiumIndex(receivedNanos));
            case "/fapi/v1/ticker/24hr" -> rows(() -> stats(receivedNanos));
            case "/fapi/v1/time" -> json.skip();
            default -> {
                json.skip();
                decoded = Decoded.IGNORED;
            }
        }
        json.end();
        events.forEach(sink);
        return decoded;
    }

    private static String endpoint(RestUrl url) {
        return url.path().contains("/fapi/") ? url.from("/fapi/") : url.from("/futures/");
    }

    /** Reads one object's fields. */
    private interface RowReader {
        void read() throws MalformedException;
    }

    /** One row, or an array of them: several endpoints answer with all contracts if none is named. */
    private void rows(RowReader row) throws MalformedException {
        if (!json.atArray()) {
            row.read();
            return;
        }
        json.beginArray();
        while (json.nextElement()) {
            row.read();
        }
    }

    private Decoded readDepth(RestUrl url, long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        long lastId = -1;
        long eventMillis = 0;
        long engineMillis = 0;
        boolean hasBids = false;
        boolean hasAsks = false;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "lastUpdateId" -> lastId = json.readId();
                case "E" -> eventMillis = json.readId();
                case "T" -> engineMillis = json.readId();
                case "bids" -> {
                    bids.read(json);
                    hasBids = true;
                }
                case "asks" -> {
                    asks.read(json);
                    hasAsks = true;
                }
                default -> json.skip();
            }
        }
        Fields.check(lastId >= 0, "lastUpdateId", json);
        Fields.check(hasBids, "bids", json);
        Fields.check(hasAsks, "asks", json);
        json.end();
        Symbol symbol = symbols.named(url.parameter("symbol"));
        int priceScale = symbol.priceScale(Math.max(bids.priceScale(), asks.priceScale()));
        int sizeScale = symbol.sizeScale(Math.max(bids.sizeScale(), asks.sizeScale()));
        bids.rescale(priceScale, sizeScale);
        asks.rescale(priceScale, sizeScale);
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        long exchangeMillis = engineMillis > 0 ? engineMillis : eventMillis;
        sink.accept(new BookSnapshot(
                symbol.id(), receivedNanos, exchangeMillis, lastId, priceScale, sizeScale, bids.copy(), asks.copy()));
        return Decoded.OK;
    }

    private void openInterest(long receivedNanos) throws MalformedException {
        Symbol symbol = null;
        BigDecimal base = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "openInterest", "sumOpenInterest" -> base = Fields.optionalAmount(json);
                case "time", "timestamp" -> time = json.readId();
                default -> json.skip();
            }
        }
        events.add(new OpenInterest(
                Fields.require(symbol, "symbol", json).id(),
                receivedNanos,
                time,
                Fields.require(base, "openInterest", json)));
    }

    private void fundingRate(long receivedNanos) throws MalformedException {
        Symbol symbol = null;
        BigDecimal rate = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "fundingTime" -> time = json.readId();
                default -> json.skip();
            }
        }
        Fields.check(time > 0, "fundingTime", json);
        events.add(new FundingSettlement(
                Fields.require(symbol, "symbol", json).id(),
                receivedNanos,
                Fields.require(rate, "fundingRate", json),
                time));
    }

    private void premiumIndex(long receivedNanos) throws MalformedException {
        Symbol symbol = null;
        BigDecimal mark = null;
        BigDecimal index = null;
        BigDecimal rate = null;
        long settlementMillis = 0;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "markPrice" -> mark = Fields.optionalPrice(json);
                case "indexPrice" -> index = Fields.optionalPrice(json);
                // Despite its name: the estimate for the coming settlement.
                case "lastFundingRate" -> rate = Fields.optionalDecimal(json);
                case "nextFundingTime" -> settlementMillis = json.readAbsent() ? 0 : json.readId();
                case "time" -> time = json.readId();
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "symbol", json);
        MarkPriceRow.emit(known, receivedNanos, time, mark, index, rate, settlementMillis, events);
    }

    private void stats(long receivedNanos) throws MalformedException {
        Symbol symbol = null;
        BigDecimal volumeQuote = null;
        BigDecimal open = null;
        BigDecimal last = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "quoteVolume" -> volumeQuote = Fields.optionalAmount(json);
                case "openPrice" -> open = Fields.optionalAmount(json);
                case "lastPrice" -> last = Fields.optionalAmount(json);
                case "closeTime" -> time = json.readId();
                default -> json.skip();
            }
        }
        events.add(new Stats24h(
                Fields.require(symbol, "symbol", json).id(),
                receivedNanos,
                time,
                Fields.require(volumeQuote, "quoteVolume", json),
                Fields.require(open, "openPrice", json),
                Fields.require(last, "lastPrice", json)));
    }
}
