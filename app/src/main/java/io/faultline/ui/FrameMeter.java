package io.faultline.ui;

import org.HdrHistogram.Histogram;

/**
 * What the window costs: JavaFX-thread time a pulse, pulses a second, and how long an event takes to reach the scene.
 * JavaFX thread only.
 */
public final class FrameMeter {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Histogram pulses = new Histogram(LONGEST_NANOS, 3);
    private final Histogram events = new Histogram(LONGEST_NANOS, 3);
    private final Histogram recentPulses = new Histogram(LONGEST_NANOS, 2);
    private final Histogram recentEvents = new Histogram(LONGEST_NANOS, 2);
    private Reading latest = new Reading(0, 0, 0, 0, 0);
    private long periodStarted;

    /**
     * The figures of the last second.
     *
     * @param eventP50Nanos time from an event's arrival to the scene that shows it; 0 where none was measured
     */
    public record Reading(
            double pulsesPerSecond, long pulseP50Nanos, long pulseP99Nanos, long eventP50Nanos, long eventP99Nanos) {}

    /** A pulse has ended at that time (any steady clock) and took that much of the JavaFX thread. */
    void pulse(long endNanos, long tookNanos) {
        if (periodStarted == 0) {
            periodStarted = endNanos;
        }
        pulses.recordValue(bounded(tookNanos));
        recentPulses.recordValue(bounded(tookNanos));
        long period = endNanos - periodStarted;
        if (period >= SECOND) {
            latest = new Reading(
                    recentPulses.getTotalCount() * (double) SECOND / period,
                    recentPulses.getValueAtPercentile(50),
                    recentPulses.getValueAtPercentile(99),
                    recentEvents.getValueAtPercentile(50),
                    recentEvents.getValueAtPercentile(99));
            recentPulses.reset();
            recentEvents.reset();
            periodStarted = endNanos;
        }
    }

    /** An event has reached the scene that long after it came in. */
    void event(long nanos) {
        events.recordValue(bounded(nanos));
        recentEvents.recordValue(bounded(nanos));
    }

    /** The last whole second; zeros before the first has passed. */
    public Reading latest() {
        return latest;
    }

    /** JavaFX-thread time of every pulse since the last {@link #reset}, nanoseconds; a copy. */
    public Histogram pulseNanos() {
        return pulses.copy();
    }

    /** Event to scene of every new view since the last {@link #reset}, nanoseconds; a copy. */
    public Histogram eventNanos() {
        return events.copy();
    }

    /** Forgets what {@link #pulseNanos} and {@link #eventNanos} hold: after a warm-up. */
    public void reset() {
        pulses.reset();
        events.reset();
    }

    private static long bounded(long nanos) {
        return Math.max(1, Math.min(LONGEST_NANOS, nanos));
    }
}
