package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.Arrays;

/** Sums resting notional into bins of equal width around the price: one {@link DepthColumn} in the making. */
final class DepthBins {
    /** Half a basis point: fine enough to tell neighbouring walls, coarse enough for hours of columns. */
    private static final double SHARE_OF_PRICE = 0.5e-4;

    private static final int BINS = 2048;

    /** A bin keeps its width until the price has changed by this factor, so that columns line up. */
    private static final double DRIFT = 3;

    private final double[] usd = new double[BINS];
    private double width;
    private double chosenAt;
    private long firstBin;
    private final double[] seenFrom = new double[VenueBits.VENUES];
    private final double[] seenTo = new double[VenueBits.VENUES];
    private int summed;
    private int lowest;
    private int highest;

    /** Starts a column; {@code tick} is the coarsest of the venues', so that no bin lies between two of its prices. */
    void begin(double mid, double tick) {
        if (width < tick || mid > chosenAt * DRIFT || mid < chosenAt / DRIFT) {
            width = tick * Math.max(1, Math.ceil(nice(mid * SHARE_OF_PRICE) / tick - 1e-6));
            chosenAt = mid;
        }
        firstBin = bin(mid) - BINS / 2;
        summed = 0;
        lowest = BINS;
        highest = -1;
        Arrays.fill(usd, 0);
    }

    /** Lowest price that a bin holds. */
    double floor() {
        return firstBin * width;
    }

    /** Price above the highest that a bin holds. */
    double ceiling() {
        return (firstBin + BINS) * width;
    }

    /** Says that every order from one price to the other is seen on that venue. */
    void seen(Venue venue, double from, double to) {
        if (to > from) {
            summed |= VenueBits.bit(venue);
            seenFrom[VenueBits.index(venue)] = from;
            seenTo[VenueBits.index(venue)] = to;
        }
    }

    void add(double price, double notional) {
        long offset = bin(price) - firstBin;
        if (offset >= 0 && offset < BINS) {
            usd[(int) offset] += notional;
            lowest = Math.min(lowest, (int) offset);
            highest = Math.max(highest, (int) offset);
        }
    }

    /**
     * The column, cut to what is known or has been seen; a gap if nothing is known.
     *
     * @param expected venues that should be in it; see {@link VenueBits}
     */
    DepthColumn column(long startNanos, long lengthNanos, int expected) {
        int[] reach = new int[2 * seenFrom.length];
        int from = lowest;
        int to = highest + 1;
        for (int i = 0; i < seenFrom.length; i++) {
            if ((summed & 1 << i) != 0) {
                reach[2 * i] = (int) Math.max(0, Math.min(BINS, bin(seenFrom[i]) - firstBin));
                reach[2 * i + 1] = (int) Math.max(0, Math.min(BINS, bin(seenTo[i]) - firstBin + 1));
                from = Math.min(from, reach[2 * i]);
                to = Math.max(to, reach[2 * i + 1]);
            }
        }
        if (summed == 0 || to <= from) {
            return DepthColumn.gap(startNanos, lengthNanos, ColumnSight.missing(expected));
        }
        for (int i = 0; i < reach.length; i++) {
            reach[i] -= from;
        }
        double[] cut = Arrays.copyOfRange(usd, from, to);
        ColumnSight sight = ColumnSight.of(summed, expected, reach);
        return DepthColumn.of(startNanos, lengthNanos, width, firstBin + from, cut, sight);
    }

    private long bin(double price) {
        // A price that is a multiple of the width must not fall into the bin below for want of a last binary digit.
        return (long) Math.floor(price / width + 1e-6);
    }

    /** The nearest of 1, 2, 5 times a power of ten, not above. */
    private static double nice(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double mantissa = value / power;
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }
}
