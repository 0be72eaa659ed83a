package io.faultline.liquidation;

/**
 * The axis of the grid: absolute bins of 5 basis points in log price. Bin b covers prices from {@code exp(b δ)} up to
 * {@code exp((b + 1) δ)}. A position on the axis is in bins, whole numbers being bin centres.
 */
public final class Bins {
    /** δ, the width of a bin in log price. */
    public static final double WIDTH = 0.0005;

    /** Bins that a venue's grid holds: ±51 % in log price around the mark. */
    public static final int COUNT = 2048;

    private Bins() {}

    /** The bin that holds a price above 0. */
    public static int of(double price) {
        return (int) Math.floor(Math.log(price) / WIDTH);
    }

    public static double centre(int bin) {
        return Math.exp((bin + 0.5) * WIDTH);
    }

    /** The price at which a bin begins. */
    public static double lowerEdge(int bin) {
        return Math.exp(bin * WIDTH);
    }

    /** Where a price lies on the axis, in bins; whole numbers are bin centres. */
    public static double position(double price) {
        return Math.log(price) / WIDTH - 0.5;
    }

    /** The lowest bin whose centre is not below the price. */
    public static int firstAtOrAbove(double price) {
        return (int) Math.ceil(position(price));
    }

    /** The highest bin whose centre is not above the price. */
    public static int lastAtOrBelow(double price) {
        return (int) Math.floor(position(price));
    }

    /** Sum over the bins between two prices of values that begin at {@code base}; a bin that is cut counts in part. */
    static double sumBetween(double[] values, int base, double lowPrice, double highPrice) {
        double from = Math.max(0, lowPrice > 0 ? Math.log(lowPrice) / WIDTH - base : 0);
        double to = Math.min(values.length, highPrice > 0 ? Math.log(highPrice) / WIDTH - base : 0);
        double sum = 0;
        for (int i = (int) from; i < to; i++) {
            double share = Math.min(to, i + 1.0) - Math.max(from, i);
            sum += values[i] * share;
        }
        return sum;
    }
}
