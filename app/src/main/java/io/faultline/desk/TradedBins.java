package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.signal.SideBins;
import java.util.Arrays;

/** Sums what was traded by bin, until somebody takes the sums. */
final class TradedBins {
    /** Trades farther from the first than this are wild, and left out. */
    private static final int MOST = 1_000;

    private double[] usd = new double[16];
    private int first;
    private int count;

    void add(double price, double tradedUsd) {
        if (price > 0 && tradedUsd > 0) {
            add(Bins.of(price), tradedUsd);
        }
    }

    /** Adds what others summed, from one bin to another. */
    void add(SideBins traded, int fromBin, int toBin) {
        for (int bin = fromBin; bin <= toBin; bin++) {
            double at = traded.usdAt(bin);
            if (at > 0) {
                add(bin, at);
            }
        }
    }

    private void add(int bin, double tradedUsd) {
        if (count == 0) {
            first = bin;
            count = 1;
        }
        int from = Math.min(first, bin);
        int size = Math.max(first + count, bin + 1) - from;
        if (size > MOST) {
            return;
        }
        if (size > count) {
            double[] wider = new double[Math.max(size, usd.length)];
            System.arraycopy(usd, 0, wider, first - from, count);
            usd = wider;
            first = from;
            count = size;
        }
        usd[bin - first] += tradedUsd;
    }

    /** The sums since the last time. */
    SideBins take() {
        if (count == 0) {
            return SideBins.EMPTY;
        }
        SideBins taken = SideBins.of(first, Arrays.copyOf(usd, count));
        Arrays.fill(usd, 0, count, 0);
        count = 0;
        return taken;
    }
}
