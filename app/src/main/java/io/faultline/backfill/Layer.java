package io.faultline.backfill;

import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.time.Duration;

/**
 * Part of the past, in bars of one length: the nearer, the finer (model.md, section 8.1). The layers touch: each ends
 * where the finer one begins, between two of its own bars.
 */
enum Layer {
    FOUR_HOURS(Timeframe.MINUTE, Duration.ofHours(4), Timeframe.FIVE_MINUTES),
    DAY(Timeframe.FIVE_MINUTES, Duration.ofHours(24), Timeframe.QUARTER_HOUR),
    WEEK(Timeframe.QUARTER_HOUR, Duration.ofDays(7), Timeframe.HOUR),
    MONTH(Timeframe.HOUR, Duration.ofDays(30), Timeframe.HOUR),
    /** Prices and volumes only: where positions came from that are older than all else. */
    RUN_IN(Timeframe.HOUR, Duration.ofDays(37), Timeframe.HOUR);

    /** A bar that ended this moment may not be there yet. */
    private static final long SETTLING_MILLIS = 2_000;

    private final Timeframe timeframe;
    private final Duration reach;
    private final Timeframe edge;

    Layer(Timeframe timeframe, Duration reach, Timeframe edge) {
        this.timeframe = timeframe;
        this.reach = reach;
        this.edge = edge;
    }

    Timeframe timeframe() {
        return timeframe;
    }

    /** Where it lies at that time. */
    TimeSpan span(long nowMillis) {
        long end = switch (this) {
            case FOUR_HOURS -> Timeframe.MINUTE.floor(nowMillis - SETTLING_MILLIS);
            case DAY -> FOUR_HOURS.begin(nowMillis);
            case WEEK -> DAY.begin(nowMillis);
            case MONTH -> WEEK.begin(nowMillis);
            case RUN_IN -> MONTH.begin(nowMillis);
        };
        return new TimeSpan(begin(nowMillis), end);
    }

    private long begin(long nowMillis) {
        return edge.floor(nowMillis - reach.toMillis());
    }
}
