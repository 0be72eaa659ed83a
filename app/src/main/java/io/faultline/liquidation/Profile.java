package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/**
 * USD by bin and side over chosen venues and tiers at one moment: what the cumulative, tiered, exchange and delta
 * heatmaps and the map show, model 10. Immutable.
 */
public final class Profile {
    private final int base;
    private final double mark;
    private final double[] longs;
    private final double[] shorts;

    Profile(int base, double mark, double[] longs, double[] shorts) {
        this.base = base;
        this.mark = mark;
        this.longs = longs;
        this.shorts = shorts;
    }

    /** Absolute bin of the first of {@link Bins#COUNT} bins. */
    public int base() {
        return base;
    }

    /** The median mark of the chosen venues; NaN without venues. */
    public double mark() {
        return mark;
    }

    /** USD of one side in a bin; 0 outside the window. */
    public double usd(PositionSide side, int bin) {
        int i = bin - base;
        return i < 0 || i >= Bins.COUNT ? 0 : values(side)[i];
    }

    /** Longs and shorts together. */
    public double cumulativeUsd(int bin) {
        return usd(PositionSide.LONG, bin) + usd(PositionSide.SHORT, bin);
    }

    /** Shorts less longs. */
    public double deltaUsd(int bin) {
        return usd(PositionSide.SHORT, bin) - usd(PositionSide.LONG, bin);
    }

    /** Sum of a side over bins, both ends included. */
    public double sumUsd(PositionSide side, int firstBin, int lastBin) {
        double[] values = values(side);
        double sum = 0;
        for (int i = Math.max(0, firstBin - base); i <= Math.min(Bins.COUNT - 1, lastBin - base); i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Sum of a side between two prices; a bin that is cut by one of them counts by its share in log price. */
    public double usdBetween(PositionSide side, double lowPrice, double highPrice) {
        return Bins.sumBetween(values(side), base, lowPrice, highPrice);
    }

    /** Longs below the mark, or shorts above it, as far as a distance in shares of the mark. */
    public double withinUsd(PositionSide side, double distance) {
        if (Double.isNaN(mark)) {
            return 0;
        }
        int markBin = Bins.of(mark);
        return side == PositionSide.LONG
                ? sumUsd(side, Bins.firstAtOrAbove(mark * (1 - distance)), markBin - 1)
                : sumUsd(side, markBin + 1, Bins.lastAtOrBelow(mark * (1 + distance)));
    }

    /** Shorts above less longs below within a distance: negative where there is more below. */
    public double netUsd(double distance) {
        return withinUsd(PositionSide.SHORT, distance) - withinUsd(PositionSide.LONG, distance);
    }

    public Asymmetry asymmetry(double distance) {
        return Asymmetry.of(withinUsd(PositionSide.LONG, distance), withinUsd(PositionSide.SHORT, distance));
    }

    /**
     * What lies between the mark and each bin, the bin included, by bin from {@link #base()}: longs rise towards lower
     * prices, shorts towards higher ones. 0 on the other side of the mark and in its bin.
     */
    public double[] curveUsd(PositionSide side) {
        double[] curve = new double[Bins.COUNT];
        if (Double.isNaN(mark)) {
            return curve;
        }
        double[] values = values(side);
        int markAt = Bins.of(mark) - base;
        double sum = 0;
        if (side == PositionSide.LONG) {
            for (int i = Math.min(markAt, Bins.COUNT) - 1; i >= 0; i--) {
                sum += values[i];
                curve[i] = sum;
            }
        } else {
            for (int i = Math.max(markAt, -1) + 1; i < Bins.COUNT; i++) {
                sum += values[i];
                curve[i] = sum;
            }
        }
        return curve;
    }

    private double[] values(PositionSide side) {
        return side == PositionSide.LONG ? longs : shorts;
    }
}
