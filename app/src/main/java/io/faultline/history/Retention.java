package io.faultline.history;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import java.time.Duration;

/**
 * How long history is kept and how large it may grow.
 *
 * @param shortBars bars of less than an hour, their marks and splits, and open interest
 * @param hourBars bars of an hour, their marks and splits
 * @param funding settlements
 * @param liquidations reported liquidations
 * @param maxBytes of the file; beyond, the oldest of everything goes first
 */
public record Retention(Duration shortBars, Duration hourBars, Duration funding, Duration liquidations, long maxBytes) {

    /** The model asks for 30 days and a run-in of 7. */
    public static Retention standard() {
        return new Retention(
                Duration.ofDays(40), Duration.ofDays(400), Duration.ofDays(400), Duration.ofDays(90), 1L << 30);
    }

    Duration of(HistoryKind kind, Timeframe timeframe) {
        return switch (kind) {
            case BARS, MARK_BARS, TAKER_SPLIT -> timeframe == Timeframe.HOUR ? hourBars : shortBars;
            case OPEN_INTEREST -> shortBars;
            case FUNDING -> funding;
            case LIQUIDATIONS -> liquidations;
        };
    }

    /** The same with everything kept for only that share of its time. */
    Retention shorter(double share) {
        return new Retention(
                scaled(shortBars, share),
                scaled(hourBars, share),
                scaled(funding, share),
                scaled(liquidations, share),
                maxBytes);
    }

    private static Duration scaled(Duration duration, double share) {
        return Duration.ofMillis((long) (duration.toMillis() * share));
    }
}
