package io.faultline.signal;

import java.util.ArrayDeque;

/**
 * The first moments of a cascade: forced prints of the cluster's side come close together while takers push into the
 * cluster harder than they nearly ever do. One thread, one side.
 */
public final class CascadeStart {
    private static final long FULL_FEED_MILLIS = 10_000;
    private static final int FULL_FEED_PRINTS = 3;
    private static final long THROTTLED_MILLIS = 3_000;
    private static final int THROTTLED_PRINTS = 2;

    private final boolean throttled;
    private final ArrayDeque<Long> prints = new ArrayDeque<>();

    /**
     * @param throttled whether the venue shows only some of its liquidations
     */
    public CascadeStart(boolean throttled) {
        this.throttled = throttled;
    }

    /** Takes a reported liquidation of the cluster's side. */
    public void print(long millis) {
        prints.addLast(millis);
        while (prints.size() > FULL_FEED_PRINTS) {
            prints.removeFirst();
        }
    }

    /**
     * Whether it has begun.
     *
     * @param takerUsd10s net taker volume into the cluster of the last 10 s: sells for longs
     * @param heavyUsd10s 95 % point of its size over a day; what is not known, 0 or less, is never exceeded
     */
    public boolean begun(long nowMillis, double takerUsd10s, double heavyUsd10s) {
        int needed = throttled ? THROTTLED_PRINTS : FULL_FEED_PRINTS;
        long within = throttled ? THROTTLED_MILLIS : FULL_FEED_MILLIS;
        long recent = prints.stream()
                .filter(millis -> millis <= nowMillis && nowMillis - millis <= within)
                .count();
        return recent >= needed && heavyUsd10s > 0 && takerUsd10s >= heavyUsd10s;
    }
}
