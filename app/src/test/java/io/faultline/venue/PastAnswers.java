package io.faultline.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Candle;
import io.faultline.market.FundingSettlement;
import io.faultline.market.HistoryKind;
import io.faultline.market.HistoryRow;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkCandle;
import io.faultline.market.Ohlc;
import io.faultline.market.OpenInterest;
import io.faultline.market.Series;
import io.faultline.market.TakerSplit;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Answers about the past, and what a venue's reader makes of them. */
public final class PastAnswers {
    private final VenueHistory history;
    private final InstrumentId instrument;

    public PastAnswers(VenueHistory history, Venue venue, String symbol) {
        this.history = history;
        instrument = new InstrumentId(venue, symbol);
    }

    public HistoryQuery query(HistoryKind kind, Timeframe timeframe, long from, long to) {
        return new HistoryQuery(new Series(instrument, kind, timeframe), new TimeSpan(from, to));
    }

    /** The path and query of the first request. */
    public String path(HistoryQuery query) {
        URI uri = history.request(query).uri();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    public HistoryPage page(HistoryQuery query, String body) throws MalformedException {
        return history.read(query, history.request(query), body);
    }

    public HistoryPage page(HistoryQuery query, RestRequest request, String body) throws MalformedException {
        return history.read(query, request, body);
    }

    /** The rows, as words. */
    public List<String> rows(HistoryQuery query, String body) throws MalformedException {
        return page(query, body).rows().stream().map(PastAnswers::words).toList();
    }

    public static String words(HistoryRow row) {
        String at = row.atMillis() + " ";
        if (row instanceof Candle bar) {
            return at
                    + prices(bar.prices())
                    + String.format(Locale.ROOT, " usd %.2f bought %.2f", bar.usd(), bar.buyUsd());
        }
        if (row instanceof MarkCandle bar) {
            return at + "mark " + prices(bar.prices());
        }
        if (row instanceof TakerSplit split) {
            return at + String.format(Locale.ROOT, "bought %.3f sold %.3f", split.bought(), split.sold());
        }
        if (row instanceof OpenInterest sample) {
            return at + "open interest " + sample.base().stripTrailingZeros().toPlainString();
        }
        if (row instanceof FundingSettlement settlement) {
            return at + "funding " + settlement.rate().stripTrailingZeros().toPlainString();
        }
        Liquidation liquidation = (Liquidation) row;
        return at + liquidation.side() + " " + liquidation.price().toPlainString() + " "
                + liquidation.size().stripTrailingZeros().toPlainString() + " " + liquidation.completeness();
    }

    private static String prices(Ohlc prices) {
        return String.format(
                Locale.ROOT,
                "%s %s %s %s",
                io.faultline.market.Decimals.canonical(prices.open(), prices.scale()),
                io.faultline.market.Decimals.canonical(prices.high(), prices.scale()),
                io.faultline.market.Decimals.canonical(prices.low(), prices.scale()),
                io.faultline.market.Decimals.canonical(prices.close(), prices.scale()));
    }

    /** Whatever is cut off or changed in it: rows or a complaint, nothing else. */
    public void survivesMutations(HistoryQuery query, String body, long seed) {
        Random random = new Random(seed);
        int complaints = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(body);
            if (random.nextInt(3) == 0) {
                text.setLength(random.nextInt(text.length()));
            }
            for (int changes = random.nextInt(4); changes > 0 && text.length() > 0; changes--) {
                text.setCharAt(
                        random.nextInt(text.length()), "0123456789-.,:\"[]{}enul \\\u0000é".charAt(random.nextInt(27)));
            }
            try {
                HistoryPage page = page(query, text.toString());
                assertThat(page.rows()).allMatch(row -> query.span().contains(row.atMillis()));
            } catch (MalformedException complaint) {
                complaints++;
            }
        }
        assertThat(complaints).isPositive();
    }

    public ThrowingCallable reading(HistoryQuery query, String body) {
        return () -> page(query, body);
    }
}
