package io.faultline.venue.okx;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of REST answers, {@code {"code":"0","msg":"","data":[…]}}; what the rows are its URL says. */
final class RestFrames implements JsonDecoder.Reader {
    private static final String HISTORY = "/api/v5/rubik/stat/contracts/open-interest-history";

    private final JsonCursor json;
    private final Symbols symbols;
    private final Channels channels;
    private final TierRows tiers;
    private String subject = "";

    RestFrames(JsonCursor json, Symbols symbols, Channels channels) {
        this.json = json;
        this.symbols = symbols;
        this.channels = channels;
        tiers = new TierRows(symbols);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Decoded read(Frame frame, Consumer<MarketEvent> sink) throws MalformedException {
        RestUrl url = RestUrl.parse(frame.topic());
        subject = url.path();
        if (!url.from("/api/v5/").startsWith("/api/v5/")) {
            return Decoded.IGNORED; // of a protocol that is retired, whose answers look otherwise
        }
        String code = null;
        String words = null;
        int dataAt = -1;
        json.reset(frame.text());
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("code")) {
                code = Fields.optionalText(json);
            } else if (json.nameIs("msg")) {
                words = Fields.optionalText(json);
            } else {
                if (json.nameIs("data")) {
                    dataAt = json.offset();
                }
                json.skip();
            }
        }
        json.end();
        if (code != null && !code.equals("0")) {
            String detail = VenueWords.coded(words, code);
            sink.accept(new FeedStatus(Venue.OKX, frame.receivedNanos(), "rest", FeedStatus.State.ERROR, detail, 0, 0));
            return Decoded.OK;
        }
        String endpoint = url.from("/api/v5/");
        if (dataAt < 0) {
            throw json.wrong("missing field data");
        }
        json.rewind(dataAt);
        if (endpoint.equals(HISTORY)) {
            return readHistory(symbols.named(url.parameter("instId")), frame.receivedNanos(), sink);
        }
        Rows rows = rows(endpoint, url);
        if (rows == null) {
            return endpoint.equals("/api/v5/public/time") ? Decoded.OK : Decoded.IGNORED;
        }
        rows.begin(frame);
        json.beginArray();
        while (json.nextElement()) {
            rows.read(json);
        }
        if (rows == channels.books()) {
            channels.books().about(symbols.named(url.parameter("instId")), "", BookRows.Kind.ANSWER);
        }
        return rows.emit(sink);
    }

    private @Nullable Rows rows(String endpoint, RestUrl url) {
        return switch (endpoint) {
            case "/api/v5/market/books" -> channels.books();
            case "/api/v5/market/ticker", "/api/v5/market/tickers" -> channels.named("tickers");
            case "/api/v5/market/index-tickers" -> channels.named("index-tickers");
            case "/api/v5/public/funding-rate" -> channels.named("funding-rate");
            case "/api/v5/public/funding-rate-history" -> channels.named("funding-rate-history");
            case "/api/v5/public/instruments" -> channels.named("instruments");
            case "/api/v5/public/liquidation-orders" -> channels.named("liquidation-orders");
            case "/api/v5/public/mark-price" -> channels.named("mark-price");
            case "/api/v5/public/open-interest" -> channels.named("open-interest");
            // Isolated margin may have other tiers.
            case "/api/v5/public/position-tiers" ->
                url.parameter("instType").equals("SWAP")
                                && url.parameter("tdMode").equals("cross")
                        ? tiers
                        : null;
            case "/api/v5/system/status" -> channels.named("status");
            default -> null;
        };
    }

    /** Rows {@code [time, contracts, base, usd]}, the newest first. */
    private Decoded readHistory(Symbol symbol, long receivedNanos, Consumer<MarketEvent> sink)
            throws MalformedException {
        List<OpenInterest> samples = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            samples.add(FigureRow.readHistory(symbol, json, receivedNanos));
        }
        for (int i = samples.size() - 1; i >= 0; i--) {
            sink.accept(samples.get(i));
        }
        return Decoded.OK;
    }
}
