package io.faultline.signal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Quantiles of a figure over the last stretch of time, sampled no more often than set. A clock that goes back by
 * more than a minute begins anew. One thread.
 */
public final class RollingQuantile {
    private static final long SET_BACK_MILLIS = 60_000;

    private final long spanMillis;
    private final long everyMillis;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private double[] sorted = new double[0];
    private boolean stale;

    private record Sample(long millis, double value) {}

    public RollingQuantile(long spanMillis, long everyMillis) {
        this.spanMillis = spanMillis;
        this.everyMillis = everyMillis;
    }

    /** Takes a sample, unless one was taken less than the set time ago; what is no number is none. */
    public void add(long millis, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (!samples.isEmpty() && millis < samples.getLast().millis() - SET_BACK_MILLIS) {
            samples.clear();
        }
        if (!samples.isEmpty() && millis - samples.getLast().millis() < everyMillis) {
            return;
        }
        samples.addLast(new Sample(millis, value));
        while (millis - samples.getFirst().millis() > spanMillis) {
            samples.removeFirst();
        }
        stale = true;
    }

    /** Forgets all samples. */
    void clear() {
        samples.clear();
        stale = true;
    }

    public int count() {
        return samples.size();
    }

    /** Between the oldest sample and the newest. */
    public long coveredMillis() {
        return samples.isEmpty()
                ? 0
                : samples.getLast().millis() - samples.getFirst().millis();
    }

    /** Interpolated linearly between the two nearest samples; empty without any. */
    public OptionalDouble quantile(double share) {
        if (samples.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (stale) {
            sorted = samples.stream().mapToDouble(Sample::value).toArray();
            Arrays.sort(sorted);
            stale = false;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return OptionalDouble.of(sorted[below] + (at - below) * (sorted[above] - sorted[below]));
    }

    public OptionalDouble median() {
        return quantile(0.5);
    }
}
