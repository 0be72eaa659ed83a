package io.faultline.signal;

import io.faultline.liquidation.Bins;
import java.util.ArrayDeque;
import java.util.OptionalDouble;

/**
 * Whether the depth before a cluster stays: the share of it that has rested for a minute, as the median over five
 * minutes. Orders that come and go are no defence. One thread.
 */
public final class FrontPersistence {
    private static final long EVERY = 5_000;
    private static final long RESTED = 60_000;
    private static final long SPAN = 300_000;
    private static final double STEADY = 0.5;

    private final double frontBps;
    private final ArrayDeque<Seen> seen = new ArrayDeque<>();
    private final RollingQuantile shares = new RollingQuantile(SPAN, EVERY);

    private record Seen(long millis, SideBins depth) {}

    public FrontPersistence(PathRule rule) {
        this.frontBps = rule.frontBps();
    }

    /** Whether enough time has passed since the last look for another to be taken. */
    public boolean due(long millis) {
        return seen.isEmpty() || millis < seen.getLast().millis || millis - seen.getLast().millis >= EVERY;
    }

    /** Begins anew: other books are seen than before. */
    public void forget() {
        seen.clear();
        shares.clear();
    }

    /** Takes the side of the book on the way, as often as one likes. */
    public void observe(long millis, Way way, SideBins depth) {
        if (!seen.isEmpty() && millis < seen.getLast().millis) {
            seen.clear();
        }
        if (!due(millis)) {
            return;
        }
        seen.addLast(new Seen(millis, depth));
        while (seen.size() > 1 && millis - seen.getFirst().millis > RESTED + EVERY) {
            seen.removeFirst();
        }
        if (millis - seen.getFirst().millis >= RESTED) {
            shares.add(millis, restedShare(way, depth));
        }
    }

    /** Between 0 and 1; empty before a minute was seen, or while nothing rests there. */
    public OptionalDouble restedShare() {
        return shares.median();
    }

    /** Whether less than half of it rests. */
    public boolean flickering() {
        return restedShare().orElse(1) < STEADY;
    }

    private double restedShare(Way way, SideBins depth) {
        double before = way.near() * (1 - way.sign() * frontBps * 1e-4);
        int from = Bins.of(Math.min(before, way.near()));
        int to = Bins.of(Math.max(before, way.near()));
        double all = 0;
        double rested = 0;
        for (int bin = from; bin <= to; bin++) {
            double least = depth.usdAt(bin);
            all += least;
            for (Seen earlier : seen) {
                least = Math.min(least, earlier.depth.usdAt(bin));
            }
            rested += least;
        }
        return all > 0 ? rested / all : Double.NaN;
    }
}
