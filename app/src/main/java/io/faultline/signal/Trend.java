package io.faultline.signal;

/** Which way the window's bars go, by two exponential means of their closes. */
public enum Trend {
    UP,
    DOWN,
    FLAT;

    private static final int FAST = 20;
    private static final int SLOW = 50;

    /** Up while the last close is above the mean of 20 and that above the mean of 50; flat below 50 closes. */
    public static Trend of(double[] closes) {
        if (closes.length < SLOW) {
            return FLAT;
        }
        double last = closes[closes.length - 1];
        double fast = exponentialMean(closes, FAST);
        double slow = exponentialMean(closes, SLOW);
        if (last > fast && fast > slow) {
            return UP;
        }
        return last < fast && fast < slow ? DOWN : FLAT;
    }

    private static double exponentialMean(double[] closes, int length) {
        double weight = 2.0 / (length + 1);
        double mean = closes[0];
        for (int i = 1; i < closes.length; i++) {
            mean += weight * (closes[i] - mean);
        }
        return mean;
    }
}
