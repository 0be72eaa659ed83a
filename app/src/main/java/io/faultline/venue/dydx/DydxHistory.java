package io.faultline.venue.dydx;

import io.faultline.market.Frame;
import io.faultline.market.HistoryKind;
import io.faultline.market.OpenInterest;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.Fields;
import io.faultline.venue.HistoryPage;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.HistoryRows;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.OhlcReader;
import io.faultline.venue.RestUrl;
import io.faultline.venue.Symbols;
import io.faultline.venue.VenueAdapter.RestRequest;
import io.faultline.venue.VenueHistory;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The past as dYdX tells it: bars, each with the open interest at its start, and funding. A stretch without a trade has no
 * bar. No marks, not who took, and nothing of liquidations.
 */
final class DydxHistory implements VenueHistory {
    private static final int MOST_ROWS = 100;
    private static final Duration LONG = Duration.ofDays(2000);

    private final DydxEndpoints endpoints;

    DydxHistory(DydxEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Optional<Terms> terms(HistoryKind kind, Timeframe timeframe) {
        return switch (kind) {
            case BARS -> Terms.ofRows(MOST_ROWS, timeframe, LONG);
            case FUNDING -> Optional.of(new Terms(LONG, LONG, Duration.ZERO));
            case MARK_BARS, TAKER_SPLIT, OPEN_INTEREST, LIQUIDATIONS -> Optional.empty();
        };
    }

    @Override
    public RestRequest request(HistoryQuery query) {
        return switch (query.kind()) {
            case BARS ->
                request("/v4/candles/perpetualMarkets/" + query.encodedSymbol() + "?resolution="
                        + resolution(query.timeframe()) + "&fromISO=" + Instant.ofEpochMilli(query.fromMillis())
                        + "&toISO=" + Instant.ofEpochMilli(query.toMillis()) + "&limit=" + MOST_ROWS);
            case FUNDING -> funding(query, query.toMillis());
            case MARK_BARS, TAKER_SPLIT, OPEN_INTEREST, LIQUIDATIONS ->
                throw new IllegalArgumentException(query.kind() + " is not told");
        };
    }

    private RestRequest funding(HistoryQuery query, long upToMillis) {
        return request("/v4/historicalFunding/" + query.encodedSymbol() + "?limit=" + MOST_ROWS
                + "&effectiveBeforeOrAt=" + Instant.ofEpochMilli(upToMillis));
    }

    private static String resolution(Timeframe timeframe) {
        return switch (timeframe) {
            case MOMENT -> throw new IllegalArgumentException("no bars of a moment");
            case MINUTE -> "1MIN";
            case FIVE_MINUTES -> "5MINS";
            case QUARTER_HOUR -> "15MINS";
            case HOUR -> "1HOUR";
        };
    }

    private RestRequest request(String pathAndQuery) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), 1);
    }

    @Override
    public HistoryPage read(HistoryQuery query, RestRequest request, String body) throws MalformedException {
        HistoryRows rows = new HistoryRows(query);
        JsonCursor json = new JsonCursor();
        if (query.kind() == HistoryKind.BARS) {
            readBars(query, json, body, rows);
            return rows.page();
        }
        String url = request.uri().toString();
        Symbols symbols = new Symbols(Venue.DYDX);
        new RestFrames(json, symbols, new Markets(json, symbols))
                .read(new Frame(0, Venue.DYDX.id(), Frame.Kind.REST, "", url, body), rows);
        boolean more = rows.seen() >= MOST_ROWS
                && rows.oldestMillis() > query.fromMillis()
                // Else it has not heeded what was asked for, and would answer the same again.
                && rows.oldestMillis()
                        < Instant.parse(RestUrl.parse(url).parameter("effectiveBeforeOrAt"))
                                .toEpochMilli();
        return rows.page(more ? Optional.of(funding(query, rows.oldestMillis() - 1)) : Optional.empty());
    }

    private static void readBars(HistoryQuery query, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        boolean there = false;
        OhlcReader prices = new OhlcReader();
        json.reset(body);
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("candles")) {
                there = true;
                json.beginArray();
                while (json.nextElement()) {
                    readBar(query, json, prices, rows);
                }
            } else {
                json.skip();
            }
        }
        json.end();
        Fields.check(there, "candles", json);
    }

    private static void readBar(HistoryQuery query, JsonCursor json, OhlcReader prices, HistoryRows rows)
            throws MalformedException {
        long start = 0;
        BigDecimal usd = null;
        BigDecimal openInterest = null;
        prices.clear();
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "startedAt" -> start = Times.readMillis(json);
                case "open" -> prices.readOpen(json);
                case "high" -> prices.readHigh(json);
                case "low" -> prices.readLow(json);
                case "close" -> prices.readClose(json);
                case "usdVolume" -> usd = Fields.optionalAmount(json);
                case "startingOpenInterest" -> openInterest = Fields.optionalAmount(json);
                default -> json.skip();
            }
        }
        Fields.check(start > 0, "startedAt", json);
        double value = Fields.require(usd, "usdVolume", json).doubleValue();
        rows.addBar(start, prices.prices(json), value, Double.NaN, json);
        if (openInterest != null) {
            rows.add(new OpenInterest(query.instrument(), start * 1_000_000, start, openInterest));
        }
    }
}
