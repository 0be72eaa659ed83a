package io.faultline.practice;

import java.util.function.LongToDoubleFunction;

/**
 * What a price did in a stretch of time, and what was traded.
 *
 * @param startMillis since 1970
 * @param volume in base; 0 for prices at which nothing is traded
 * @param takerBuy how much of {@code volume} takers bought
 */
record Bar(
        long startMillis,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double takerBuy,
        int trades) {
    private static final int SAMPLES = 12;

    /** A bar of a price at which nothing is traded. */
    static Bar of(long startMillis, long lengthMillis, LongToDoubleFunction price) {
        double open = price.applyAsDouble(startMillis);
        double high = open;
        double low = open;
        double close = open;
        for (int i = 1; i <= SAMPLES; i++) {
            close = price.applyAsDouble(startMillis + lengthMillis * i / SAMPLES);
            high = Math.max(high, close);
            low = Math.min(low, close);
        }
        return new Bar(startMillis, open, high, low, close, 0, 0, 0);
    }

    double typical() {
        return (high + low + close) / 3;
    }
}
