package io.faultline.venue.bybit;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.BarRow;
import io.faultline.venue.Fields;
import io.faultline.venue.HistoryAnswers;
import io.faultline.venue.HistoryPage;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.HistoryRows;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbols;
import io.faultline.venue.VenueAdapter.RestRequest;
import io.faultline.venue.VenueHistory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The past as Bybit tells it: bars, mark bars, open interest, funding. Not who took, and nothing of liquidations. */
final class BybitHistory implements VenueHistory {
    private static final int MOST_BARS = 1000;
    private static final int MOST_SAMPLES = 200;
    private static final Duration LONG = Duration.ofDays(2000);

    private final BybitEndpoints endpoints;

    BybitHistory(BybitEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Optional<Terms> terms(HistoryKind kind, Timeframe timeframe) {
        return switch (kind) {
            case BARS, MARK_BARS -> Terms.ofRows(MOST_BARS, timeframe, LONG);
            case OPEN_INTEREST ->
                timeframe.millis() < Timeframe.FIVE_MINUTES.millis()
                        ? Optional.empty()
                        : Terms.ofRows(MOST_SAMPLES, timeframe, LONG);
            // Settled every hour at most.
            case FUNDING -> Terms.ofRows(MOST_SAMPLES, Timeframe.HOUR, LONG);
            case TAKER_SPLIT, LIQUIDATIONS -> Optional.empty();
        };
    }

    @Override
    public RestRequest request(HistoryQuery query) {
        String of = "?category=linear&symbol=" + query.encodedSymbol();
        long last = query.toMillis() - 1;
        String bars = of + "&interval=" + query.timeframe().millis() / 60_000 + "&start=" + query.fromMillis() + "&end="
                + last + "&limit=" + MOST_BARS;
        String span = "&startTime=" + query.fromMillis() + "&endTime=" + last + "&limit=" + MOST_SAMPLES;
        return switch (query.kind()) {
            case BARS -> request("/v5/market/kline" + bars);
            case MARK_BARS -> request("/v5/market/mark-price-kline" + bars);
            case OPEN_INTEREST ->
                request("/v5/market/open-interest" + of + "&intervalTime=" + period(query.timeframe()) + span);
            case FUNDING -> request("/v5/market/funding/history" + of + span);
            case TAKER_SPLIT, LIQUIDATIONS -> throw new IllegalArgumentException(query.kind() + " is not told");
        };
    }

    private static String period(Timeframe timeframe) {
        return timeframe == Timeframe.HOUR ? "1h" : timeframe.millis() / 60_000 + "min";
    }

    private RestRequest request(String pathAndQuery) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), 1);
    }

    @Override
    public HistoryPage read(HistoryQuery query, RestRequest request, String body) throws MalformedException {
        JsonCursor json = new JsonCursor();
        HistoryRows rows = new HistoryRows(query);
        switch (query.kind()) {
            case BARS, MARK_BARS -> readBars(query.kind(), json, body, rows);
            default ->
                new RestFrames(json, new Symbols(Venue.BYBIT))
                        .read(HistoryAnswers.frame(Venue.BYBIT, request, body), rows);
        }
        return rows.page();
    }

    /** {@code {"retCode":0,…,"result":{…,"list":[[start, o, h, l, c, base, quote],…]}}}, the newest first. */
    private static void readBars(HistoryKind kind, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        boolean listed = false;
        json.reset(body);
        json.beginObject();
        while (json.nextField()) {
            if (!json.nameIs("result")) {
                json.skip();
                continue;
            }
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("list")) {
                    listed = true;
                    readList(kind, json, rows);
                } else {
                    json.skip();
                }
            }
        }
        json.end();
        Fields.check(listed, "result.list", json);
    }

    private static void readList(HistoryKind kind, JsonCursor json, HistoryRows rows) throws MalformedException {
        BarRow row = new BarRow();
        json.beginArray();
        while (json.nextElement()) {
            row.read(json);
            if (kind == HistoryKind.MARK_BARS) {
                rows.addMark(row.startMillis(), row.prices().prices(json), json);
            } else {
                rows.addBar(row.startMillis(), row.prices().prices(json), row.amount(6, json), Double.NaN, json);
            }
        }
    }
}
