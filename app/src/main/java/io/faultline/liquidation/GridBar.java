package io.faultline.liquidation;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one venue's past, or of its live inputs, as the grid is stepped by it. NaN stands for what is not known.
 *
 * @param startMillis exchange time
 * @param seconds length
 * @param markClose NaN if no mark is known: the last price has to do
 * @param buyUsd notional of taker buys; NaN if trades were lost
 * @param sellUsd notional of taker sells; NaN if trades were lost
 * @param openInterest at the end, coins, one-sided
 * @param forcedLongUsd liquidated longs as reported
 * @param forcedShortUsd liquidated shorts as reported
 */
public record GridBar(
        long startMillis,
        double seconds,
        double open,
        double high,
        double low,
        double close,
        double markLow,
        double markHigh,
        double markClose,
        double buyUsd,
        double sellUsd,
        double openInterest,
        double forcedLongUsd,
        double forcedShortUsd)
        implements Span<GridBar> {

    /** The first instant after it. */
    @Override
    public long endMillis() {
        return startMillis + Math.round(seconds * 1000);
    }

    public boolean areTradesKnown() {
        return !Double.isNaN(buyUsd) && !Double.isNaN(sellUsd);
    }

    public boolean isMarkKnown() {
        return !Double.isNaN(markClose);
    }

    /** 0 if trades were lost. */
    public double volumeUsd() {
        return areTradesKnown() ? buyUsd + sellUsd : 0;
    }

    /** Of the mark, or of the last price where no mark is known. */
    public double lowestMark() {
        return isMarkKnown() ? markLow : low;
    }

    /** Of the mark, or of the last price where no mark is known. */
    public double highestMark() {
        return isMarkKnown() ? markHigh : high;
    }

    /** The mark at the end, or the last price where no mark is known. */
    public double lastMark() {
        return isMarkKnown() ? markClose : close;
    }

    /** Whether a market can have done this; open interest and reports apart, which the grid judges itself. */
    public boolean isPossible() {
        return Double.isFinite(seconds)
                && seconds > 0
                && Possible.price(low)
                && Possible.price(high)
                && low <= Math.min(open, close)
                && Math.max(open, close) <= high
                && (!areTradesKnown() || (Possible.usd(buyUsd) && Possible.usd(sellUsd)))
                && (!isMarkKnown()
                        || (Possible.price(markLow)
                                && markLow <= markClose
                                && markClose <= markHigh
                                && Possible.price(markHigh)));
    }

    GridBar withOpenInterest(double coins) {
        return new GridBar(
                startMillis,
                seconds,
                open,
                high,
                low,
                close,
                markLow,
                markHigh,
                markClose,
                buyUsd,
                sellUsd,
                coins,
                forcedLongUsd,
                forcedShortUsd);
    }

    /** This bar and the one that follows it as one. */
    @Override
    public GridBar joined(GridBar later) {
        return new GridBar(
                startMillis,
                (later.endMillis() - startMillis) / 1000.0,
                open,
                Math.max(high, later.high),
                Math.min(low, later.low),
                later.close,
                Math.min(lowestMark(), later.lowestMark()),
                Math.max(highestMark(), later.highestMark()),
                later.lastMark(),
                both(buyUsd, later.buyUsd),
                both(sellUsd, later.sellUsd),
                Double.isNaN(later.openInterest) ? openInterest : later.openInterest,
                both(forcedLongUsd, later.forcedLongUsd),
                both(forcedShortUsd, later.forcedShortUsd));
    }

    /** What is known of a sum: of two stretches with one lost, the other. */
    private static double both(double a, double b) {
        if (Double.isNaN(a)) {
            return b;
        }
        return Double.isNaN(b) ? a : a + b;
    }

    /** Volume spread evenly over the range, model 6.2. */
    public GridStep toStep() {
        @Nullable Prints prints = areTradesKnown() ? Prints.ofBar(low, high, buyUsd, sellUsd) : null;
        return new GridStep(
                seconds, lastMark(), lowestMark(), highestMark(), prints, openInterest, forcedLongUsd, forcedShortUsd);
    }
}
