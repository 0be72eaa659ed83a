package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums what is eaten out of the side that is hit, within 25 bp of price, and what of it is put back within 3 s. */
final class RefillMeter {
    private static final long IN_TIME = 3_000;
    private static final double NEAR = 25e-4;

    private final Map<Integer, ArrayDeque<Bite>> open = new TreeMap<>();
    private @Nullable SideBins before;
    private double eatenUsd;
    private double refillUsd;

    private record Bite(long millis, double usd) {}

    /** Takes the side as it is, and what was traded against it since the last call. */
    void observe(long millis, double mid, SideBins depth, SideBins traded) {
        if (before != null) {
            int to = Bins.of(mid * (1 + NEAR));
            for (int bin = Bins.of(mid * (1 - NEAR)); bin <= to; bin++) {
                double eaten = traded.usdAt(bin);
                double added = depth.usdAt(bin) - before.usdAt(bin) + eaten;
                observe(millis, bin, eaten, Math.max(0, added));
            }
        }
        before = depth;
    }

    private void observe(long millis, int bin, double eaten, double added) {
        if (eaten > 0) {
            eatenUsd += eaten;
            open.computeIfAbsent(bin, b -> new ArrayDeque<>()).addLast(new Bite(millis, eaten));
        }
        ArrayDeque<Bite> bites = open.get(bin);
        if (bites != null) {
            putBack(millis, bites, added);
        }
    }

    /** Fills the bites of a bin, oldest first, as long as they are in time. */
    private void putBack(long millis, ArrayDeque<Bite> bites, double added) {
        double rest = added;
        while (!bites.isEmpty()) {
            Bite bite = bites.removeFirst();
            if (millis - bite.millis <= IN_TIME) {
                double filled = Math.min(rest, bite.usd);
                refillUsd += filled;
                rest -= filled;
                if (filled < bite.usd) {
                    bites.addFirst(new Bite(bite.millis, bite.usd - filled));
                    return;
                }
            }
        }
    }

    /** What was open cannot be seen to be put back any more. */
    void forget() {
        before = null;
        open.clear();
    }

    double eatenUsd() {
        return eatenUsd;
    }

    double refillUsd() {
        return refillUsd;
    }
}
