package io.faultline.desk;

import io.faultline.market.FundingSettlement;
import io.faultline.market.Liquidation;
import io.faultline.market.Trade;
import java.util.List;

/**
 * What has been so far, as logs that only grow (and forget their oldest).
 *
 * @param depth resting depth, a log for each cell length, shortest first
 * @param bars trades of all venues, a log for each bar length, shortest first; prices are of one venue at a time, that
 *     with the largest open interest
 * @param marks of the first of the venues, as are {@code openInterest} and {@code settlements}; see {@link VenueHistory}
 * @param liquidations of all venues, as they came
 * @param tape trades of all venues, as they came
 * @param large those that were large for the symbol, as they came, for longer than the tape
 */
public record History(
        List<TimeLog<DepthColumn>> depth,
        List<TimeLog<Bar>> bars,
        TimeLog<MarkSample> marks,
        TimeLog<OpenInterestSample> openInterest,
        TimeLog<Liquidation> liquidations,
        TimeLog<FundingSettlement> settlements,
        TimeLog<Trade> tape,
        TimeLog<LargeTrade> large) {
    public History {
        depth = List.copyOf(depth);
        bars = List.copyOf(bars);
    }

    /** The same with other bars. */
    History withBars(List<TimeLog<Bar>> others) {
        return new History(depth, others, marks, openInterest, liquidations, settlements, tape, large);
    }

    /**
     * Mark and index once in a while.
     *
     * @param index NaN where the venue gave none
     */
    public record MarkSample(long timeNanos, double mark, double index) {}

    /**
     * Open interest at a moment.
     *
     * @param base in base units
     */
    public record OpenInterestSample(long timeNanos, double base) {}
}
