package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/** Told of every cell that price sweeps, on the thread that steps the grid. */
@FunctionalInterface
public interface SweepSink {
    /** For those who need only the sums. */
    SweepSink NONE = (side, tier, bin, usd) -> {};

    /**
     * @param tier its index in {@link Tier}
     * @param bin absolute
     */
    void swept(PositionSide side, int tier, int bin, double usd);
}
