package io.faultline.history;

import io.faultline.market.HistoryRow;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import java.util.List;

/**
 * What is written together or not at all: rows, and the spans that are known when they are written. Written twice it
 * changes nothing.
 */
public record HistoryBatch(Source source, List<? extends HistoryRow> rows, List<Claim> claims) {
    public HistoryBatch {
        rows = List.copyOf(rows);
        claims = List.copyOf(claims);
    }

    /** That this span of this series is known: what has no row there did not happen. */
    public record Claim(Series series, TimeSpan span) {}
}
