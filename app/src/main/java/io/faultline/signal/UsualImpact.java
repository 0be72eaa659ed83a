package io.faultline.signal;

/**
 * How far price usually goes for a million USD of net taker volume: the median over a day of ten-second moves. One
 * thread.
 */
public final class UsualImpact {
    private static final long EVERY = 10_000;
    private static final long DAY = 24 * 3_600_000L;

    /** A move on next to no net volume says nothing of impact. */
    private static final double LEAST_USD = 10_000;

    private final RollingQuantile samples = new RollingQuantile(DAY, EVERY);

    /** Takes one stretch of ten seconds. */
    public void observe(long millis, double moveBps, double netTakerUsd) {
        if (Math.abs(netTakerUsd) >= LEAST_USD) {
            samples.add(millis, Math.abs(moveBps) / (Math.abs(netTakerUsd) / 1e6));
        }
    }

    /** Basis points a million USD; 0 before anything was seen. */
    public double bpsPerMillionUsd() {
        return samples.median().orElse(0);
    }
}
