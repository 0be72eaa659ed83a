package io.faultline.venue.bitget;

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
import io.faultline.venue.RestUrl;
import io.faultline.venue.Symbols;
import io.faultline.venue.VenueAdapter.RestRequest;
import io.faultline.venue.VenueHistory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The past as Bitget tells it: bars, mark bars, funding page by page, liquidations of three days. It tells no open
 * interest of the past, and of taker volumes only the newest.
 */
final class BitgetHistory implements VenueHistory {
    private static final int MOST_BARS = 1000;
    private static final int MOST_ROWS = 100;
    private static final Duration LONG = Duration.ofDays(2000);

    /** The venue allows one a second. */
    private static final Duration STATISTICS_APART = Duration.ofSeconds(2);

    private final BitgetEndpoints endpoints;

    BitgetHistory(BitgetEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Optional<Terms> terms(HistoryKind kind, Timeframe timeframe) {
        return switch (kind) {
            case BARS, MARK_BARS -> Terms.ofRows(MOST_BARS, timeframe, LONG);
            // It cannot be asked for a span, so one request is all there is to be had.
            case TAKER_SPLIT ->
                timeframe.millis() >= Timeframe.FIVE_MINUTES.millis()
                        ? Optional.of(new Terms(LONG, LONG, STATISTICS_APART))
                        : Optional.empty();
            case FUNDING -> Optional.of(new Terms(LONG, LONG, Duration.ZERO));
            case LIQUIDATIONS -> Optional.of(new Terms(Duration.ofDays(3), Duration.ofDays(3), Duration.ofMillis(400)));
            case OPEN_INTEREST -> Optional.empty();
        };
    }

    @Override
    public RestRequest request(HistoryQuery query) {
        return switch (query.kind()) {
            case BARS -> bars(query, "MARKET");
            case MARK_BARS -> bars(query, "MARK");
            case TAKER_SPLIT ->
                request("/api/v2/mix/market/taker-buy-sell?symbol=" + query.encodedSymbol() + "&period="
                        + interval(query.timeframe()).replace('H', 'h'));
            case FUNDING -> funding(query, 1);
            case LIQUIDATIONS -> liquidations(query, "");
            case OPEN_INTEREST -> throw new IllegalArgumentException("open interest of the past is not told");
        };
    }

    private RestRequest bars(HistoryQuery query, String type) {
        return request("/api/v3/market/candles" + category(query) + "&interval=" + interval(query.timeframe())
                + "&type=" + type + "&startTime=" + query.fromMillis() + "&endTime=" + query.toMillis() + "&limit="
                + MOST_BARS);
    }

    private static String category(HistoryQuery query) {
        return "?category=USDT-FUTURES&symbol=" + query.encodedSymbol();
    }

    private static String interval(Timeframe timeframe) {
        return switch (timeframe) {
            case MOMENT -> throw new IllegalArgumentException("no bars of a moment");
            case MINUTE -> "1m";
            case FIVE_MINUTES -> "5m";
            case QUARTER_HOUR -> "15m";
            case HOUR -> "1H";
        };
    }

    /** The cursor is the number of a page, from 1. */
    private RestRequest funding(HistoryQuery query, int page) {
        return request(
                "/api/v3/market/history-fund-rate" + category(query) + "&cursor=" + page + "&limit=" + MOST_ROWS);
    }

    private RestRequest liquidations(HistoryQuery query, String cursor) {
        String from = cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return request("/api/v3/market/liquidations" + category(query) + "&limit=" + MOST_ROWS + from);
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
            case TAKER_SPLIT -> readSplits(json, body, rows);
            case FUNDING -> {
                return readFunding(query, request, json, body, rows);
            }
            case LIQUIDATIONS -> {
                return readLiquidations(query, json, body, rows);
            }
            case OPEN_INTEREST -> throw new IllegalArgumentException("open interest of the past is not told");
        }
        return rows.page();
    }

    private HistoryPage readFunding(
            HistoryQuery query, RestRequest request, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        RestUrl url = RestUrl.parse(request.uri().toString());
        new RestFrames(json, new Symbols(Venue.BITGET)).read(HistoryAnswers.frame(Venue.BITGET, request, body), rows);
        boolean more = rows.seen() >= MOST_ROWS && rows.oldestMillis() > query.fromMillis();
        int next = Integer.parseInt(url.parameter("cursor")) + 1;
        return rows.page(more ? Optional.of(funding(query, next)) : Optional.empty());
    }

    /** {@code [start, o, h, l, c, base, quote]}. */
    private static void readBars(HistoryKind kind, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        BarRow row = new BarRow();
        HistoryAnswers.data(json, body, () -> {
            json.beginArray();
            while (json.nextElement()) {
                row.read(json);
                if (kind == HistoryKind.MARK_BARS) {
                    rows.addMark(row.startMillis(), row.prices().prices(json), json);
                } else {
                    rows.addBar(row.startMillis(), row.prices().prices(json), row.amount(6, json), Double.NaN, json);
                }
            }
        });
    }

    private static void readSplits(JsonCursor json, String body, HistoryRows rows) throws MalformedException {
        HistoryAnswers.data(json, body, () -> {
            json.beginArray();
            while (json.nextElement()) {
                BigDecimal bought = null;
                BigDecimal sold = null;
                long start = 0;
                json.beginObject();
                while (json.nextField()) {
                    switch (json.name()) {
                        case "buyVolume" -> bought = Fields.optionalAmount(json);
                        case "sellVolume" -> sold = Fields.optionalAmount(json);
                        case "ts" -> start = json.readId();
                        default -> json.skip();
                    }
                }
                Fields.check(start > 0, "ts", json);
                rows.addSplit(
                        start,
                        Fields.require(bought, "buyVolume", json).doubleValue(),
                        Fields.require(sold, "sellVolume", json).doubleValue(),
                        json);
            }
        });
    }

    private HistoryPage readLiquidations(HistoryQuery query, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        LiquidationRows events = new LiquidationRows(new Symbols(Venue.BITGET));
        String[] cursor = {""};
        events.begin();
        HistoryAnswers.data(json, body, () -> {
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("list")) {
                    json.beginArray();
                    while (json.nextElement()) {
                        events.read(json);
                    }
                } else if (json.nameIs("cursor")) {
                    cursor[0] = optionalCursor(json);
                } else {
                    json.skip();
                }
            }
        });
        events.emit(new Push(), rows);
        boolean more = !cursor[0].isEmpty() && rows.seen() > 0 && rows.oldestMillis() > query.fromMillis();
        return rows.page(more ? Optional.of(liquidations(query, cursor[0])) : Optional.empty());
    }

    private static String optionalCursor(JsonCursor json) throws MalformedException {
        @Nullable String cursor = Fields.optionalText(json);
        return cursor == null ? "" : cursor;
    }
}
