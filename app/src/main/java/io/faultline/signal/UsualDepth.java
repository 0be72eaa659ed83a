package io.faultline.signal;

import io.faultline.market.PositionSide;

/**
 * The depth near price that is usual on one side of one venue: the median over a day, a sample a minute, of the visible
 * depth per basis point within 50 bp. Before an hour of samples, the latest. One thread.
 */
public final class UsualDepth {
    private static final double NEAR_BPS = 50;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final RollingQuantile samples = new RollingQuantile(24 * HOUR, MINUTE);
    private double latest;

    /** Takes the book as it is; as often as one likes. */
    public void observe(long millis, PositionSide side, double mid, BookLevels levels) {
        latest = perBp(side, mid, levels);
        samples.add(millis, latest);
    }

    /** USD per basis point; 0 before anything was seen. */
    public double usdPerBp() {
        return samples.coveredMillis() < HOUR ? latest : samples.median().orElse(latest);
    }

    /** USD per basis point within 50 bp of mid, or as far as the book reaches, if that is less. */
    static double perBp(PositionSide side, double mid, BookLevels levels) {
        double width = Math.min(NEAR_BPS, levels.reachBps(side, mid));
        if (width <= 0) {
            return 0;
        }
        double edge = mid * (1 + Towards.sign(side) * NEAR_BPS * 1e-4);
        double usd = levels.usdBetween(Math.min(mid, edge), Math.max(mid, edge));
        return usd / width;
    }
}
