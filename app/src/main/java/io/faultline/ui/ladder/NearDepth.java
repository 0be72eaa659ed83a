package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;

/** Resting orders within ±0.5, ±1 and ±2 % of mid, for the foot of the ladder. JavaFX thread only. */
final class NearDepth {
    /** The distances from mid, as fractions. */
    static final double[] DISTANCES = {0.005, 0.01, 0.02};

    private final double[] bid = new double[DISTANCES.length];
    private final double[] ask = new double[DISTANCES.length];

    /** Sums up anew; NaN where the book is not seen that far. */
    void fill(BookDepth depth) {
        if (depth.bids() == 0 || depth.asks() == 0) {
            forget();
            return;
        }
        double mid = (depth.bidPrice(0) + depth.askPrice(0)) / 2.0;
        int rank = 0;
        double sum = 0;
        for (int i = 0; i < DISTANCES.length; i++) {
            double edge = mid * (1 - DISTANCES[i]);
            for (; rank < depth.bids() && depth.bidPrice(rank) >= edge; rank++) {
                sum += depth.bidUsd(rank);
            }
            bid[i] = depth.bidFloor() <= edge ? sum : Double.NaN;
        }
        rank = 0;
        sum = 0;
        for (int i = 0; i < DISTANCES.length; i++) {
            double edge = mid * (1 + DISTANCES[i]);
            for (; rank < depth.asks() && depth.askPrice(rank) <= edge; rank++) {
                sum += depth.askUsd(rank);
            }
            ask[i] = depth.askCeiling() >= edge ? sum : Double.NaN;
        }
    }

    /** Makes all unknown. */
    void forget() {
        java.util.Arrays.fill(bid, Double.NaN);
        java.util.Arrays.fill(ask, Double.NaN);
    }

    double bid(int i) {
        return bid[i];
    }

    double ask(int i) {
        return ask[i];
    }

    /** (bid − ask) / (bid + ask), −1 to 1; NaN when either is unknown or nothing rests. */
    double balance(int i) {
        return (bid[i] - ask[i]) / (bid[i] + ask[i]);
    }
}
