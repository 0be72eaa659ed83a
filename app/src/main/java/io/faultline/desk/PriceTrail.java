package io.faultline.desk;

import java.util.Arrays;

/** The mark once a second for the last hour. */
final class PriceTrail {
    private static final int SECONDS = 3_700;

    /** A price that was last seen longer before a moment says nothing of it. */
    private static final int PATIENCE = 5;

    private final double[] prices = new double[SECONDS];
    private long last = Long.MIN_VALUE;

    /** Takes the price of a second that has come, NaN if there is none; a clock that goes back begins anew. */
    void add(long millis, double price) {
        long second = Math.floorDiv(millis, 1_000L);
        if (last == Long.MIN_VALUE || second < last || second - last >= SECONDS) {
            Arrays.fill(prices, Double.NaN);
            last = second;
        }
        for (long missed = last + 1; missed < second; missed++) {
            prices[index(missed)] = Double.NaN;
        }
        last = second;
        prices[index(second)] = price;
    }

    /** The price at a time, or just before it; NaN if nobody looked. */
    double at(long millis) {
        long second = Math.floorDiv(millis, 1_000L);
        for (long back = second; back > second - PATIENCE; back--) {
            if (back <= last && back > last - SECONDS && !Double.isNaN(prices[index(back)])) {
                return prices[index(back)];
            }
        }
        return Double.NaN;
    }

    private static int index(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }
}
