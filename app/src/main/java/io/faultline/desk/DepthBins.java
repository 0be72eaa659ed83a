package io.faultline.desk;

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
    private double knownLow;
    private double knownHigh;
    private int lowest;
    private int highest;

    /** Starts a column. */
    void begin(double mid, double tick) {
        if (width == 0 || mid > chosenAt * DRIFT || mid < chosenAt / DRIFT) {
            width = Math.max(tick, nice(mid * SHARE_OF_PRICE));
            chosenAt = mid;
        }
        firstBin = bin(mid) - BINS / 2;
        knownLow = Double.POSITIVE_INFINITY;
        knownHigh = Double.NEGATIVE_INFINITY;
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

    /** Says that every order from one price to the other is seen on some venue. */
    void seen(double from, double to) {
        knownLow = Math.min(knownLow, from);
        knownHigh = Math.max(knownHigh, to);
    }

    void add(double price, double notional) {
        long offset = bin(price) - firstBin;
        if (offset >= 0 && offset < BINS) {
            usd[(int) offset] += notional;
            lowest = Math.min(lowest, (int) offset);
            highest = Math.max(highest, (int) offset);
        }
    }

    /** The column, cut to what is known or has been seen; a gap if nothing is known. */
    DepthColumn column(long startNanos, long lengthNanos) {
        if (!(knownHigh > knownLow)) {
            return DepthColumn.gap(startNanos, lengthNanos);
        }
        int knownFrom = (int) Math.max(0, bin(knownLow) - firstBin);
        int knownTo = (int) Math.min(BINS, bin(knownHigh) - firstBin + 1);
        if (knownTo <= knownFrom) {
            return DepthColumn.gap(startNanos, lengthNanos);
        }
        int from = Math.min(knownFrom, lowest);
        int to = Math.max(knownTo, highest + 1);
        double[] cut = Arrays.copyOfRange(usd, from, to);
        return DepthColumn.of(startNanos, lengthNanos, width, firstBin + from, cut, knownFrom - from, knownTo - from);
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
