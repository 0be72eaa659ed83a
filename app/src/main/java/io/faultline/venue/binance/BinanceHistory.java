package io.faultline.venue.binance;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.BarRow;
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

/**
 * The past as Binance tells it: bars that say what takers bought, mark bars, open interest of the last 30 days, funding.
 * Of liquidations nothing.
 */
final class BinanceHistory implements VenueHistory {
    private static final int MOST_BARS = 1500;
    private static final int MOST_SAMPLES = 500;

    /** At the oldest end a request at the edge of the 30 days would be refused. */
    private static final Duration SAMPLES_KEPT = Duration.ofDays(30).minusHours(1);

    private static final Duration LONG = Duration.ofDays(2000);

    private final BinanceEndpoints endpoints;

    BinanceHistory(BinanceEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Optional<Terms> terms(HistoryKind kind, Timeframe timeframe) {
        return switch (kind) {
            case BARS, MARK_BARS -> Terms.ofRows(MOST_BARS, timeframe, LONG);
            case OPEN_INTEREST ->
                timeframe.millis() < Timeframe.FIVE_MINUTES.millis()
                        ? Optional.empty()
                        : Terms.ofRows(MOST_SAMPLES, timeframe, SAMPLES_KEPT);
            // Settled every hour at most.
            case FUNDING -> Terms.ofRows(1000, Timeframe.HOUR, LONG);
            case TAKER_SPLIT, LIQUIDATIONS -> Optional.empty();
        };
    }

    @Override
    public RestRequest request(HistoryQuery query) {
        String of = "?symbol=" + query.encodedSymbol();
        String span = "&startTime=" + query.fromMillis() + "&endTime=" + (query.toMillis() - 1);
        return switch (query.kind()) {
            case BARS -> bars("/fapi/v1/klines" + of, query, span);
            case MARK_BARS -> bars("/fapi/v1/markPriceKlines" + of, query, span);
            case OPEN_INTEREST ->
                request(
                        "/futures/data/openInterestHist" + of + "&period=" + interval(query.timeframe()) + span
                                + "&limit=" + MOST_SAMPLES,
                        0);
            case FUNDING -> request("/fapi/v1/fundingRate" + of + span + "&limit=1000", 1);
            case TAKER_SPLIT, LIQUIDATIONS -> throw new IllegalArgumentException(query.kind() + " is not told");
        };
    }

    private RestRequest bars(String path, HistoryQuery query, String span) {
        int rows = Math.min(MOST_BARS, query.rows());
        // The venue charges by what is asked for.
        int weight = rows < 100 ? 1 : rows < 500 ? 2 : rows <= 1000 ? 5 : 10;
        return request(path + "&interval=" + interval(query.timeframe()) + span + "&limit=" + rows, weight);
    }

    private static String interval(Timeframe timeframe) {
        return switch (timeframe) {
            case MOMENT -> throw new IllegalArgumentException("no bars of a moment");
            case MINUTE -> "1m";
            case FIVE_MINUTES -> "5m";
            case QUARTER_HOUR -> "15m";
            case HOUR -> "1h";
        };
    }

    private RestRequest request(String pathAndQuery, int weight) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), weight);
    }

    @Override
    public HistoryPage read(HistoryQuery query, RestRequest request, String body) throws MalformedException {
        JsonCursor json = new JsonCursor();
        HistoryRows rows = new HistoryRows(query);
        switch (query.kind()) {
            case BARS, MARK_BARS -> readBars(query.kind(), json, body, rows);
            default ->
                new RestFrames(json, new Symbols(Venue.BINANCE))
                        .read(HistoryAnswers.frame(Venue.BINANCE, request, body), rows);
        }
        return rows.page();
    }

    /** {@code [start, o, h, l, c, base, end, quote, trades, takerBase, takerQuote, "0"]}. */
    private static void readBars(HistoryKind kind, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        BarRow row = new BarRow();
        json.reset(body);
        json.beginArray();
        while (json.nextElement()) {
            row.read(json);
            if (kind == HistoryKind.MARK_BARS) {
                rows.addMark(row.startMillis(), row.prices().prices(json), json);
            } else {
                rows.addBar(
                        row.startMillis(), row.prices().prices(json), row.amount(7, json), row.amount(10, json), json);
            }
        }
        json.end();
    }
}
