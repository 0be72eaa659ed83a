package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.market.Decimals;
import io.faultline.ui.text.Numbers;
import java.util.Arrays;
import java.util.List;

/** Resting orders within ±0.5, ±1 and ±2 % of mid, for the foot of the ladder. JavaFX thread only. */
final class NearDepth {
    /** The distances from mid, as fractions. */
    static final double[] DISTANCES = {0.005, 0.01, 0.02};

    private final Seen[] bid = new Seen[DISTANCES.length];
    private final Seen[] ask = new Seen[DISTANCES.length];
    private final int[] bidSeen = new int[DISTANCES.length];
    private final int[] askSeen = new int[DISTANCES.length];
    private final double[] bidSum = new double[DISTANCES.length];
    private final double[] askSum = new double[DISTANCES.length];
    private int counted;

    NearDepth() {
        forget();
    }

    /**
     * Sums up anew around that mid; where not every counted venue's book is seen that far, the least that rests there.
     *
     * @param venues how many count as the market: one without a book in {@code depths} is seen nowhere
     */
    void fill(List<BookDepth> depths, int venues, double mid) {
        forget();
        if (!Double.isFinite(mid)) {
            return;
        }
        counted = venues;
        Arrays.fill(bidSum, 0);
        Arrays.fill(askSum, 0);
        boolean any = false;
        for (BookDepth depth : depths) {
            if (depth.bids() > 0 && depth.asks() > 0) {
                any = true;
                addBids(depth, mid * Decimals.power(depth.priceScale()));
                addAsks(depth, mid * Decimals.power(depth.priceScale()));
            }
        }
        for (int i = 0; i < DISTANCES.length && any; i++) {
            bid[i] = new Seen(bidSum[i], bidSeen[i] == venues);
            ask[i] = new Seen(askSum[i], askSeen[i] == venues);
        }
    }

    private void addBids(BookDepth depth, double mid) {
        int rank = 0;
        double sum = 0;
        for (int i = 0; i < DISTANCES.length; i++) {
            double edge = mid * (1 - DISTANCES[i]);
            for (; rank < depth.bids() && depth.bidPrice(rank) >= edge; rank++) {
                sum += depth.bidUsd(rank);
            }
            bidSum[i] += sum;
            bidSeen[i] += depth.bidFloor() <= edge ? 1 : 0;
        }
    }

    private void addAsks(BookDepth depth, double mid) {
        int rank = 0;
        double sum = 0;
        for (int i = 0; i < DISTANCES.length; i++) {
            double edge = mid * (1 + DISTANCES[i]);
            for (; rank < depth.asks() && depth.askPrice(rank) <= edge; rank++) {
                sum += depth.askUsd(rank);
            }
            askSum[i] += sum;
            askSeen[i] += depth.askCeiling() >= edge ? 1 : 0;
        }
    }

    /** Makes all unknown. */
    void forget() {
        Arrays.fill(bid, Seen.UNKNOWN);
        Arrays.fill(ask, Seen.UNKNOWN);
        Arrays.fill(bidSeen, 0);
        Arrays.fill(askSeen, 0);
        counted = 0;
    }

    Seen bid(int i) {
        return bid[i];
    }

    Seen ask(int i) {
        return ask[i];
    }

    /** How many of the {@link #counted} venues are seen that far on both sides. */
    int seen(int i) {
        return Math.min(bidSeen[i], askSeen[i]);
    }

    /** How many venues count as the market, with a book or without. */
    int counted() {
        return counted;
    }

    /** The same in words, for where there is no foot: {@code within ±1 %: bid 14.0M, ask 113M}. */
    String words() {
        StringBuilder out = new StringBuilder("resting");
        for (int i = 0; i < DISTANCES.length; i++) {
            out.append(i == 0 ? " within ±" : "; ±")
                    .append(Numbers.percent(DISTANCES[i], i == 0 ? 1 : 0))
                    .append(": bid ")
                    .append(bid[i].text())
                    .append(", ask ")
                    .append(ask[i].text());
        }
        return out.toString();
    }

    /** (bid − ask) / (bid + ask), −1 to 1; NaN when either is not exact or nothing rests. */
    double balance(int i) {
        boolean exact = bid[i].all() && ask[i].all();
        return exact ? (bid[i].usd() - ask[i].usd()) / (bid[i].usd() + ask[i].usd()) : Double.NaN;
    }
}
