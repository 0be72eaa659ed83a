package io.faultline.venue.okx;

import io.faultline.market.BookDelta;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The past as OKX tells it. Open interest and taker volumes are statistics, whose ways are known from hearsay: what they do
 * not answer is missing, no more.
 */
final class OkxHistory implements VenueHistory {
    private static final int MOST_BARS = 300;
    private static final int MOST_ROWS = 100;
    private static final int MOST_SETTLEMENTS = 400;
    private static final Duration LONG = Duration.ofDays(2000);

    /** Half of what the venue allows: it counts each of these ways apart, which are 40, 20, 10 and 5 requests in 2 s. */
    private static final Duration BARS_APART = Duration.ofMillis(100);

    private static final Duration MARKS_APART = Duration.ofMillis(200);
    private static final Duration SETTLEMENTS_APART = Duration.ofMillis(400);
    private static final Duration INTEREST_APART = Duration.ofMillis(400);
    private static final Duration SPLITS_APART = Duration.ofMillis(800);

    private final OkxEndpoints endpoints;

    OkxHistory(OkxEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Optional<Terms> terms(HistoryKind kind, Timeframe timeframe) {
        boolean statistics = timeframe.millis() >= Timeframe.FIVE_MINUTES.millis();
        return switch (kind) {
            case BARS -> Terms.ofRows(MOST_BARS, timeframe, Duration.ofMillis(1440 * timeframe.millis()), BARS_APART);
            case MARK_BARS ->
                Terms.ofRows(MOST_ROWS, timeframe, Duration.ofMillis(1440 * timeframe.millis()), MARKS_APART);
            case OPEN_INTEREST ->
                statistics ? Terms.ofRows(MOST_ROWS, timeframe, LONG, INTEREST_APART) : Optional.empty();
            case TAKER_SPLIT -> statistics ? Terms.ofRows(MOST_ROWS, timeframe, LONG, SPLITS_APART) : Optional.empty();
            case FUNDING -> Terms.ofRows(MOST_SETTLEMENTS, Timeframe.HOUR, LONG, SETTLEMENTS_APART);
            case LIQUIDATIONS -> Optional.of(new Terms(Duration.ofDays(7), Duration.ofDays(7), Duration.ofMillis(100)));
        };
    }

    @Override
    public RestRequest request(HistoryQuery query) {
        String of = "?instId=" + query.encodedSymbol();
        // Of what is older than the one and newer than the other.
        String span = "&after=" + query.toMillis() + "&before=" + (query.fromMillis() - 1);
        // The bounds are taken for exclusive; if they are not, nothing lies between.
        String period = "&begin=" + (query.fromMillis() - 1) + "&end=" + (query.toMillis() - 1) + "&limit=" + MOST_ROWS;
        return switch (query.kind()) {
            case BARS -> request("/api/v5/market/candles" + of + bar(query) + span + "&limit=" + MOST_BARS);
            case MARK_BARS ->
                request("/api/v5/market/mark-price-candles" + of + bar(query) + span + "&limit=" + MOST_ROWS);
            case OPEN_INTEREST ->
                request("/api/v5/rubik/stat/contracts/open-interest-history" + of + "&period="
                        + interval(query.timeframe()) + period);
            case TAKER_SPLIT ->
                request("/api/v5/rubik/stat/taker-volume-contract" + of + "&period=" + interval(query.timeframe())
                        + "&unit=2" + period);
            case FUNDING -> request("/api/v5/public/funding-rate-history" + of + span + "&limit=" + MOST_SETTLEMENTS);
            case LIQUIDATIONS -> liquidations(query, query.toMillis());
        };
    }

    private static String bar(HistoryQuery query) {
        return "&bar=" + interval(query.timeframe());
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

    private RestRequest liquidations(HistoryQuery query, long beforeMillis) {
        String family = query.encodedSymbol().replaceFirst("-SWAP$", "");
        String way = "/api/v5/public/liquidation-orders?instType=SWAP&instFamily=" + family + "&state=filled&after="
                + beforeMillis + "&limit=" + MOST_ROWS;
        return new RestRequest(URI.create(endpoints.rest() + way), 1);
    }

    /** What is paced for itself costs nothing of the budget that is meant for all ways together. */
    private RestRequest request(String pathAndQuery) {
        return new RestRequest(URI.create(endpoints.rest() + pathAndQuery), 0);
    }

    @Override
    public HistoryPage read(HistoryQuery query, RestRequest request, String body) throws MalformedException {
        JsonCursor json = new JsonCursor();
        HistoryRows rows = new HistoryRows(query);
        switch (query.kind()) {
            case BARS, MARK_BARS -> readBars(query.kind(), json, body, rows);
            case TAKER_SPLIT -> readSplits(json, body, rows);
            case OPEN_INTEREST, FUNDING -> readEvents(request, json, body, rows);
            case LIQUIDATIONS -> {
                readEvents(request, json, body, rows);
                boolean more = rows.seen() >= MOST_ROWS && rows.oldestMillis() > query.fromMillis();
                return rows.page(more ? Optional.of(liquidations(query, rows.oldestMillis())) : Optional.empty());
            }
        }
        return rows.page();
    }

    private static void readEvents(RestRequest request, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        Symbols symbols = new Symbols(Venue.OKX);
        new RestFrames(json, symbols, new Channels(symbols, new BookDelta.Pool(1)))
                .read(HistoryAnswers.frame(Venue.OKX, request, body), rows);
    }

    /** {@code [start, o, h, l, c, contracts, base, quote, closed]}, of marks {@code [start, o, h, l, c, closed]}. */
    private static void readBars(HistoryKind kind, JsonCursor json, String body, HistoryRows rows)
            throws MalformedException {
        BarRow row = new BarRow();
        HistoryAnswers.dataRows(json, body, () -> {
            row.read(json);
            if (row.isZero(kind == HistoryKind.MARK_BARS ? 5 : 8)) {
                return; // has not ended
            }
            if (kind == HistoryKind.MARK_BARS) {
                rows.addMark(row.startMillis(), row.prices().prices(json), json);
            } else {
                rows.addBar(row.startMillis(), row.prices().prices(json), row.amount(7, json), Double.NaN, json);
            }
        });
    }

    /** {@code [start, sold, bought]}: sold first. */
    private static void readSplits(JsonCursor json, String body, HistoryRows rows) throws MalformedException {
        HistoryAnswers.dataRows(json, body, () -> {
            json.beginArray();
            requireElement(json);
            long start = json.readId();
            requireElement(json);
            BigDecimal sold = Fields.require(Fields.optionalAmount(json), "sellVol", json);
            requireElement(json);
            BigDecimal bought = Fields.require(Fields.optionalAmount(json), "buyVol", json);
            while (json.nextElement()) {
                json.skip();
            }
            rows.addSplit(start, bought.doubleValue(), sold.doubleValue(), json);
        });
    }

    private static void requireElement(JsonCursor json) throws MalformedException {
        if (!json.nextElement()) {
            throw json.wrong("a row of taker volumes that is too short");
        }
    }
}
