package io.faultline.feed;

/** A budget of request weight that refills evenly; what exceeds it waits its turn. */
final class TokenBucket {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final double perNano;
    private final double burst;
    private double tokens;
    private long filledNanos;

    /** A quarter of a minute's budget may be spent at once. */
    TokenBucket(int perMinute, long nowNanos) {
        perNano = perMinute / NANOS_PER_MINUTE;
        burst = perMinute / 4.0;
        tokens = burst;
        filledNanos = nowNanos;
    }

    /** Takes so much out and returns how many nanoseconds to wait before spending it. */
    long reserve(int weight, long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) * perNano);
        filledNanos = nowNanos;
        tokens -= weight;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perNano);
    }
}
