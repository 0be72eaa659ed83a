package io.faultline.ui.paint;

/**
 * The value that the longest bar of a column stands for. It follows the largest visible row only when that has been off
 * by more than a quarter for two seconds, so that bars do not breathe with every order. JavaFX thread only.
 */
public final class BarScale {
    private static final double TOLERANCE = 0.25;
    private static final double CLIPS = 1.5;
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private double full;
    private long offSinceNanos = Long.MIN_VALUE;

    /** Takes the largest visible row of now; at once after {@link #reset} or from nothing. */
    public double follow(double largest, long nowNanos) {
        if (full <= 0) {
            full = largest;
        } else if (Math.abs(largest - full) <= TOLERANCE * full) {
            offSinceNanos = Long.MIN_VALUE;
        } else if (offSinceNanos == Long.MIN_VALUE || nowNanos < offSinceNanos) {
            offSinceNanos = nowNanos;
        } else if (nowNanos - offSinceNanos >= PATIENCE_NANOS) {
            full = largest;
            offSinceNanos = Long.MIN_VALUE;
        }
        return full;
    }

    /** Forgets: other rows are shown now. */
    public void reset() {
        full = 0;
        offSinceNanos = Long.MIN_VALUE;
    }

    /** Whether that value is so far over the full length that its bar is no measure of it. */
    public boolean clips(double usd) {
        return full > 0 && usd > CLIPS * full;
    }

    /** Share of the full length for that value, 0 to 1. */
    public double share(double usd) {
        return full > 0 && usd > 0 ? Math.min(1, usd / full) : 0;
    }
}
