package io.faultline.feed;

import io.faultline.venue.VenueLimits;

/** A share of what a venue allows in some time: it refills evenly, and what exceeds it waits its turn. Thread-safe. */
final class RateLimit {
    /** From here on of the venue's whole limit nothing is spent, whoever used it up. */
    private static final double KEPT_FREE = 0.1;

    private final double most;
    private final double perNano;
    private final double burst;
    private double tokens;
    private long filledNanos;

    /** Half of the share may be spent at once, so that in no window more than one and a half shares are. */
    RateLimit(VenueLimits.Rate rate, double share, long nowNanos) {
        most = rate.most();
        perNano = rate.most() * share / rate.window().toNanos();
        burst = Math.max(1, rate.most() * share / 2);
        tokens = burst;
        filledNanos = nowNanos;
    }

    /** Takes so much out and returns how many nanoseconds to wait before spending it. */
    synchronized long reserve(int weight, long nowNanos) {
        fill(nowNanos);
        tokens -= weight;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perNano);
    }

    /** Takes one out if it may be spent at once. */
    synchronized boolean take(long nowNanos) {
        fill(nowNanos);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** The venue says how much of its limit is used up, 0 to 1: it counts what others at this address sent, too. */
    synchronized void learn(double usedShare, long nowNanos) {
        fill(nowNanos);
        tokens = Math.min(tokens, (1 - KEPT_FREE - usedShare) * most);
    }

    private void fill(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) * perNano);
        filledNanos = nowNanos;
    }
}
