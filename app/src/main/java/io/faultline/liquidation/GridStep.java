package io.faultline.liquidation;

import org.jspecify.annotations.Nullable;

/**
 * What one venue did in one step. NaN stands for a figure that is not known.
 *
 * @param seconds length of the step
 * @param mark at its end
 * @param markLow lowest mark in it
 * @param markHigh highest mark in it
 * @param prints taker volume; null if trades were lost, so that it is unknown
 * @param openInterest at its end, coins, one-sided
 * @param forcedLongUsd liquidated longs as reported, USD
 * @param forcedShortUsd liquidated shorts as reported, USD
 */
public record GridStep(
        double seconds,
        double mark,
        double markLow,
        double markHigh,
        @Nullable Prints prints,
        double openInterest,
        double forcedLongUsd,
        double forcedShortUsd) {

    /** The same step with figures that no market can have replaced: by the last mark, or by "not known". */
    GridStep possible(double lastMark) {
        double close = Possible.price(mark) ? mark : lastMark;
        double low = Possible.price(markLow) ? Math.min(markLow, close) : close;
        double high = Possible.price(markHigh) ? Math.max(markHigh, close) : close;
        return new GridStep(
                seconds >= 0 && seconds < Double.POSITIVE_INFINITY ? seconds : 0,
                close,
                Math.min(low, high),
                high,
                prints,
                Possible.usd(openInterest * close) ? openInterest : Double.NaN,
                Possible.usd(forcedLongUsd) ? forcedLongUsd : Double.NaN,
                Possible.usd(forcedShortUsd) ? forcedShortUsd : Double.NaN);
    }

    /** Whether a figure that was given had to be replaced. */
    boolean differsFrom(GridStep given) {
        return seconds != given.seconds
                || mark != given.mark
                || markLow != given.markLow
                || markHigh != given.markHigh
                || Double.isNaN(forcedLongUsd) != Double.isNaN(given.forcedLongUsd)
                || Double.isNaN(forcedShortUsd) != Double.isNaN(given.forcedShortUsd)
                || (prints != null && prints.refused() > 0);
    }
}
