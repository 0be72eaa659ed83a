package io.faultline.venue;

import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A piece of a series. */
public record HistoryQuery(Series series, TimeSpan span) {
    public HistoryKind kind() {
        return series.kind();
    }

    public Timeframe timeframe() {
        return series.timeframe();
    }

    public InstrumentId instrument() {
        return series.instrument();
    }

    /** The symbol in the venue's spelling, as it may stand in a URL. */
    public String encodedSymbol() {
        return URLEncoder.encode(instrument().symbol(), StandardCharsets.UTF_8);
    }

    public long fromMillis() {
        return span.fromMillis();
    }

    public long toMillis() {
        return span.toMillis();
    }

    /** How many bars or samples fit into it. */
    public int rows() {
        return (int) Math.min(
                Integer.MAX_VALUE, span.millis() / Math.max(1, timeframe().millis()));
    }
}
