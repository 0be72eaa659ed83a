package io.faultline.practice.crowd;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;

/**
 * Notional at the liquidation price by side of the position and bin of {@link Bins}, USD. Immutable.
 */
public final class TrueMass {
    private final int first;
    private final double[] longs;
    private final double[] shorts;

    /** Takes the arrays, which nobody may change any more; element 0 is of bin {@code first}. */
    TrueMass(int first, double[] longs, double[] shorts) {
        this.first = first;
        this.longs = longs;
        this.shorts = shorts;
    }

    /** The lowest bin that may hold something. */
    public int firstBin() {
        return first;
    }

    /** The highest bin that may hold something. */
    public int lastBin() {
        return first + longs.length - 1;
    }

    /** What is in a bin, 0 outside of all that there are. */
    public double usd(PositionSide side, int bin) {
        double[] bins = side == PositionSide.LONG ? longs : shorts;
        int i = bin - first;
        return i >= 0 && i < bins.length ? bins[i] : 0;
    }

    public double totalUsd(PositionSide side) {
        double sum = 0;
        for (double usd : side == PositionSide.LONG ? longs : shorts) {
            sum += usd;
        }
        return sum;
    }
}
