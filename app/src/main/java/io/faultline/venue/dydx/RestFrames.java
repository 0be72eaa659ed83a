package io.faultline.venue.dydx;

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

/**
 * Reads the bodies of REST answers; what they are their URL says. The book is left, because nothing places it among the
 * messages of a stream, and so are trades, which are history.
 */
final class RestFrames implements JsonDecoder.Reader {
    private static final String FUNDING = "/v4/historicalFunding/";
    private static final String CANDLES = "/v4/candles/perpetualMarkets/";

    private final JsonCursor json;
    private final Symbols symbols;
    private final Markets markets;
    private String subject = "";

    RestFrames(JsonCursor json, Symbols symbols, Markets markets) {
        this.json = json;
        this.symbols = symbols;
        this.markets = markets;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        RestUrl url = RestUrl.parse(frame.topic());
        subject = url.path();
        String path = url.from("/v4/");
        json.reset(frame.text());
        String refusal = RestAnswer.readRefusal(json);
        if (refusal != null) {
            sink.accept(new FeedStatus(
                    Venue.DYDX,
                    frame.receivedNanos(),
                    "rest",
                    FeedStatus.State.ERROR,
                    VenueWords.bounded(refusal),
                    0,
                    0));
            return Decoded.OK;
        }
        json.rewind(0);
        if (path.equals("/v4/perpetualMarkets")) {
            markets.begin();
            markets.read();
            markets.emit(frame.receivedNanos(), sink);
            return Decoded.OK;
        }
        if (path.startsWith(FUNDING)) {
            Symbol symbol = symbols.named(path.substring(FUNDING.length()));
            return list("historicalFunding", () -> readSettlement(symbol, frame.receivedNanos()), sink);
        }
        if (path.startsWith(CANDLES)) {
            Symbol symbol = symbols.named(path.substring(CANDLES.length()));
            return list("candles", () -> readOpenInterest(symbol, frame.receivedNanos()), sink);
        }
        return path.equals("/v4/time") ? Decoded.OK : Decoded.IGNORED;
    }

    /** Reads the row that the cursor stands at. */
    private interface Row {
        MarketEvent read() throws MalformedException;
    }

    /** Rows stand with the newest first; they are passed on with the oldest first. */
    private Decoded list(String field, Row row, Consumer<MarketEvent> sink) throws MalformedException {
        List<MarketEvent> events = new ArrayList<>();
        boolean found = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs(field)) {
                found = true;
                json.beginArray();
                while (json.nextElement()) {
                    events.add(row.read());
                }
            } else {
                json.skip();
            }
        }
        Fields.check(found, field, json);
        for (int i = events.size() - 1; i >= 0; i--) {
            sink.accept(events.get(i));
        }
        return Decoded.OK;
    }

    private MarketEvent readSettlement(Symbol symbol, long receivedNanos) throws MalformedException {
        BigDecimal rate = null;
        long millis = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "rate" -> rate = Fields.optionalDecimal(json);
                case "effectiveAt" -> millis = Times.readMillis(json);
                default -> json.skip();
            }
        }
        Fields.check(millis > 0, "effectiveAt", json);
        return new FundingSettlement(symbol.id(), receivedNanos, Fields.require(rate, "rate", json), millis);
    }

    /** Candles are the only history of open interest. */
    private MarketEvent readOpenInterest(Symbol symbol, long receivedNanos) throws MalformedException {
        BigDecimal base = null;
        long millis = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "startingOpenInterest" -> base = Fields.optionalAmount(json);
                case "startedAt" -> millis = Times.readMillis(json);
                default -> json.skip();
            }
        }
        Fields.check(millis > 0, "startedAt", json);
        return new OpenInterest(symbol.id(), receivedNanos, millis, Fields.require(base, "startingOpenInterest", json));
    }
}
