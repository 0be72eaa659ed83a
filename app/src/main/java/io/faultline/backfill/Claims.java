package io.faultline.backfill;

import io.faultline.history.HistoryBatch.Claim;
import io.faultline.market.HistoryKind;
import io.faultline.market.HistoryRow;
import io.faultline.market.OpenInterest;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.venue.HistoryPage;
import io.faultline.venue.HistoryQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * What an answer makes known. Of bars and samples only the stretches that have them without a break: where the venue tells
 * none, there is a gap. Of things that just happen, the whole stretch that was asked about, or of a page, down to its
 * oldest.
 */
final class Claims {
    private Claims() {}

    static List<Claim> of(HistoryQuery query, HistoryPage page) {
        if (query.timeframe() == Timeframe.MOMENT) {
            return ofMoments(query, page);
        }
        List<HistoryRow> own = new ArrayList<>();
        List<HistoryRow> beside = new ArrayList<>();
        for (HistoryRow row : page.rows()) {
            boolean isBeside = row instanceof OpenInterest && query.kind() != HistoryKind.OPEN_INTEREST;
            (isBeside ? beside : own).add(row);
        }
        List<Claim> claims = runs(query.series(), own, query.span());
        Series samples = new Series(query.instrument(), HistoryKind.OPEN_INTEREST, query.timeframe());
        claims.addAll(runs(samples, beside, query.span()));
        return claims;
    }

    private static List<Claim> ofMoments(HistoryQuery query, HistoryPage page) {
        long from = query.fromMillis();
        if (page.older().isPresent()) {
            from = page.rows().isEmpty() ? query.toMillis() : page.rows().get(0).atMillis();
        }
        return from < query.toMillis()
                ? List.of(new Claim(query.series(), new TimeSpan(from, query.toMillis())))
                : List.of();
    }

    private static List<Claim> runs(Series series, List<HistoryRow> rows, TimeSpan within) {
        List<Claim> claims = new ArrayList<>();
        long length = series.timeframe().millis();
        long from = 0;
        long to = 0;
        for (HistoryRow row : rows) {
            long start = series.timeframe().floor(row.atMillis());
            if (start > to) {
                add(claims, series, from, to, within);
                from = start;
            }
            to = start + length;
        }
        add(claims, series, from, to, within);
        return claims;
    }

    private static void add(List<Claim> claims, Series series, long from, long to, TimeSpan within) {
        long begin = Math.max(from, within.fromMillis());
        long end = Math.min(to, within.toMillis());
        if (begin < end) {
            claims.add(new Claim(series, new TimeSpan(begin, end)));
        }
    }
}
