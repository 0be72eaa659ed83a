package io.faultline.liquidation.cluster;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;

/**
 * A contiguous zone of prices where modelled liquidations of one side stand together. Longs stand below price and are
 * met from above; shorts above, met from below.
 *
 * @param peakBin the densest bin after smoothing
 * @param prominenceUsd how far the smoothed peak stands out, USD a bin
 * @param masses raw mass, bin by bin, from end to end
 * @param massUsd their sum
 * @param centroid where the mass balances, a price
 */
public record Cluster(
        PositionSide side, int peakBin, double prominenceUsd, BinMasses masses, double massUsd, double centroid) {
    private static final int BIN_BPS = 5;
    private static final int TIGHT_BPS = 30;
    private static final int SPREAD_BPS = 150;

    /** How closely the mass stands. */
    public enum Spacing {
        TIGHT,
        MEDIUM,
        SPREAD
    }

    public Cluster {
        if (peakBin < masses.firstBin() || peakBin > masses.lastBin()) {
            throw new IllegalArgumentException("peak " + peakBin + " is outside " + masses);
        }
    }

    static Cluster of(PositionSide side, int peakBin, double prominenceUsd, BinMasses masses) {
        return new Cluster(side, peakBin, prominenceUsd, masses, masses.sum(), masses.centroid());
    }

    public int firstBin() {
        return masses.firstBin();
    }

    public int lastBin() {
        return masses.lastBin();
    }

    public double lowPrice() {
        return Bins.lowerEdge(firstBin());
    }

    public double highPrice() {
        return Bins.lowerEdge(lastBin() + 1);
    }

    /** The edge that price meets first. */
    public double nearPrice() {
        return side == PositionSide.LONG ? highPrice() : lowPrice();
    }

    /** The edge on the other side of the mass. */
    public double farPrice() {
        return side == PositionSide.LONG ? lowPrice() : highPrice();
    }

    /** The price at which most would be forced: the middle of the peak. */
    public double densestPrice() {
        return Bins.centre(peakBin);
    }

    /** From end to end, in basis points on the log scale. */
    public int widthBps() {
        return (lastBin() - firstBin() + 1) * BIN_BPS;
    }

    /** At most 30 bp from end to end is tight, 150 bp or more is spread. */
    public Spacing spacing() {
        if (widthBps() <= TIGHT_BPS) {
            return Spacing.TIGHT;
        }
        return widthBps() >= SPREAD_BPS ? Spacing.SPREAD : Spacing.MEDIUM;
    }

    /** USD of mass for each USD of price. */
    public double densityUsdPerUsd() {
        return massUsd / (highPrice() - lowPrice());
    }

    /** USD of mass for each tenth of a percent of price. */
    public double densityUsdPerTenthPercent() {
        return densityUsdPerUsd() * centroid / 1000;
    }

    /** From the mark to the near edge as a fraction of the mark, positive while price has not reached it. */
    public double distance(double mark) {
        return sign() * (nearPrice() - mark) / mark;
    }

    /** Whether a price lies between the edges. */
    public boolean contains(double price) {
        return price >= lowPrice() && price < highPrice();
    }

    /** Mass as a fraction of open interest, both in USD. */
    public double shareOf(double openInterestUsd) {
        return massUsd / openInterestUsd;
    }

    /** What another profile, such as one venue's or one tier's, has between the edges, in USD. */
    public double massIn(Profile profile) {
        return profile.sum(firstBin(), lastBin());
    }

    double overlap(Cluster other) {
        return side == other.side ? masses.overlap(other.masses) : 0;
    }

    double likeness(Cluster other) {
        return side == other.side ? masses.likeness(other.masses) : 0;
    }

    private int sign() {
        return side == PositionSide.LONG ? -1 : 1;
    }
}
