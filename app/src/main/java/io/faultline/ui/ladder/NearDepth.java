package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import java.util.Arrays;

/** Resting orders within ±0.5, ±1 and ±2 % of mid, for the foot of the ladder. JavaFX thread only. */
final class NearDepth {
    /** The distances from mid, as fractions. */
    static final double[] DISTANCES = {0.005, 0.01, 0.02};

    private final Seen[] bid = new Seen[DISTANCES.length];
    private final Seen[] ask = new Seen[DISTANCES.length];

    NearDepth() {
        forget();
    }

    /** Sums up anew; where the book is not seen that far, the least that rests there. */
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
            bid[i] = new Seen(sum, depth.bidFloor() <= edge);
        }
        rank = 0;
        sum = 0;
        for (int i = 0; i < DISTANCES.length; i++) {
            double edge = mid * (1 + DISTANCES[i]);
            for (; rank < depth.asks() && depth.askPrice(rank) <= edge; rank++) {
                sum += depth.askUsd(rank);
            }
            ask[i] = new Seen(sum, depth.askCeiling() >= edge);
        }
    }

    /** Makes all unknown. */
    void forget() {
        Arrays.fill(bid, Seen.UNKNOWN);
        Arrays.fill(ask, Seen.UNKNOWN);
    }

    Seen bid(int i) {
        return bid[i];
    }

    Seen ask(int i) {
        return ask[i];
    }

    /** (bid − ask) / (bid + ask), −1 to 1; NaN when either is not exact or nothing rests. */
    double balance(int i) {
        boolean exact = bid[i].all() && ask[i].all();
        return exact ? (bid[i].usd() - ask[i].usd()) / (bid[i].usd() + ask[i].usd()) : Double.NaN;
    }
}
