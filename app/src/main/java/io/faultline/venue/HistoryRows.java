package io.faultline.venue;

import io.faultline.market.Candle;
import io.faultline.market.HistoryRow;
import io.faultline.market.MarkCandle;
import io.faultline.market.MarketEvent;
import io.faultline.market.Ohlc;
import io.faultline.market.TakerSplit;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers the rows of an answer: those that the query asked for. A sink, too, for answers that are read as events. */
public final class HistoryRows implements Consumer<MarketEvent> {
    private final HistoryQuery query;
    private final List<HistoryRow> rows = new ArrayList<>();
    private int seen;
    private long oldestMillis = Long.MAX_VALUE;

    public HistoryRows(HistoryQuery query) {
        this.query = query;
    }

    @Override
    public void accept(MarketEvent event) {
        if (event instanceof HistoryRow row && row.instrument().equals(query.instrument())) {
            add(row);
        }
    }

    /** Adds a row if it lies within the span. */
    public void add(HistoryRow row) {
        seen++;
        oldestMillis = Math.min(oldestMillis, row.atMillis());
        if (query.span().contains(row.atMillis())) {
            rows.add(row);
        }
    }

    /** @param buyUsd NaN where the venue does not say */
    public void addBar(long start, Ohlc prices, double usd, double buyUsd, JsonCursor json) throws MalformedException {
        requireStart(start, json);
        if (!(usd < Double.POSITIVE_INFINITY) || buyUsd > usd) {
            throw json.wrong("takers bought more than was traded");
        }
        add(new Candle(query.instrument(), query.timeframe(), start, prices, usd, buyUsd));
    }

    public void addMark(long start, Ohlc prices, JsonCursor json) throws MalformedException {
        requireStart(start, json);
        add(new MarkCandle(query.instrument(), query.timeframe(), start, prices));
    }

    /** In whatever unit. */
    public void addSplit(long start, double bought, double sold, JsonCursor json) throws MalformedException {
        requireStart(start, json);
        if (!(bought + sold < Double.POSITIVE_INFINITY)) {
            throw json.wrong("a number out of range");
        }
        add(new TakerSplit(query.instrument(), query.timeframe(), start, bought, sold));
    }

    private void requireStart(long start, JsonCursor json) throws MalformedException {
        if (query.timeframe().floor(start) != start) {
            throw json.wrong("a bar that begins between two");
        }
    }

    /** Rows that came, wanted or not. */
    public int seen() {
        return seen;
    }

    /** Time of the oldest row that came; far in the future with none. */
    public long oldestMillis() {
        return oldestMillis;
    }

    /** The answer, and nothing after it. */
    public HistoryPage page() {
        return page(Optional.empty());
    }

    public HistoryPage page(Optional<RestRequest> older) {
        rows.sort(Comparator.comparingLong(HistoryRow::atMillis));
        return new HistoryPage(rows, older);
    }
}
