package io.faultline.practice.crowd;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;

/**
 * What could be known at best without seeing who closes (model 24.3): every opening lies at its true liquidation price,
 * the mark sweeps what it passes, and what closes is taken from all bins in proportion. Funding, which moves true
 * liquidation prices a little, is left out.
 */
final class OracleMass {
    /** Beyond every price that a market could reach from its start: a factor of 60 either way. */
    private static final int REACH = 8_192;

    private static final double LEAST_SCALE = 1e-9;

    private final int base;
    private final double[][] bins = new double[2][2 * REACH];
    private final double[] scale = {1, 1};
    /** The next bin with something in it that the mark could sweep: from above for longs, from below for shorts. */
    private int topLong = -1;

    private int bottomShort = 2 * REACH;

    OracleMass(double startPrice) {
        base = Bins.of(startPrice) - REACH;
    }

    void deposit(PositionSide side, double price, double usd) {
        if (!(price > 0) || Double.isInfinite(price)) {
            return;
        }
        int bin = Bins.of(price) - base;
        if (bin < 0 || bin >= 2 * REACH) {
            return;
        }
        int s = index(side);
        bins[s][bin] += usd / scale[s];
        if (side == PositionSide.LONG) {
            topLong = Math.max(topLong, bin);
        } else {
            bottomShort = Math.min(bottomShort, bin);
        }
    }

    /** Clears long bins whose centre is not below the mark, and short bins whose centre is not above it. */
    void sweep(double mark) {
        if (topLong >= 0 && Bins.centre(topLong + base) >= mark) {
            while (topLong >= 0 && Bins.centre(topLong + base) >= mark) {
                bins[0][topLong--] = 0;
            }
            while (topLong >= 0 && bins[0][topLong] == 0) {
                topLong--;
            }
        }
        if (bottomShort < 2 * REACH && Bins.centre(bottomShort + base) <= mark) {
            while (bottomShort < 2 * REACH && Bins.centre(bottomShort + base) <= mark) {
                bins[1][bottomShort++] = 0;
            }
            while (bottomShort < 2 * REACH && bins[1][bottomShort] == 0) {
                bottomShort++;
            }
        }
    }

    /** Takes the same share from each bin of a side. */
    void close(PositionSide side, double share) {
        int s = index(side);
        scale[s] *= Math.max(0, 1 - share);
        if (scale[s] < LEAST_SCALE) {
            for (int bin = 0; bin < bins[s].length; bin++) {
                bins[s][bin] *= scale[s];
            }
            scale[s] = 1;
        }
    }

    TrueMass mass() {
        double[][] copy = new double[2][2 * REACH];
        for (int s = 0; s < 2; s++) {
            for (int bin = 0; bin < copy[s].length; bin++) {
                copy[s][bin] = bins[s][bin] * scale[s];
            }
        }
        return new TrueMass(base, copy[0], copy[1]);
    }

    private static int index(PositionSide side) {
        return side == PositionSide.LONG ? 0 : 1;
    }
}
