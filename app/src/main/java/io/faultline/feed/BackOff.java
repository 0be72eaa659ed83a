package io.faultline.feed;

import java.util.random.RandomGenerator;

/** Waits between attempts: exponential with full jitter, so that clients cut off together do not return together. */
final class BackOff {
    private final FeedPolicy.Waits waits;
    private final RandomGenerator random;
    private int failures;

    BackOff(FeedPolicy.Waits waits, RandomGenerator random) {
        this.waits = waits;
        this.random = random;
    }

    /** Counts a failure and draws the wait that follows it, in nanoseconds. */
    long failed() {
        int doublings = Math.min(failures, 30);
        failures++;
        long longest = Math.min(waits.longest().toNanos(), waits.first().toNanos() << doublings);
        return random.nextLong(longest + 1);
    }

    /** Failures in a row. */
    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }
}
