package io.faultline.ui.clusters;

/** When a panel of figures is shown again: twice a second, so that they can be read, and at once when something was chosen. */
final class Rest {
    private static final long NANOS = 500_000_000L;

    private long shownAt = Long.MIN_VALUE;
    private long shownNow;
    private long shownVersion = -1;

    /** Another choice was made: it is due with the next pulse. */
    void end() {
        shownAt = Long.MIN_VALUE;
    }

    /**
     * Whether it is due; if so, it counts as shown.
     *
     * @param nowNanos market time; one that jumps, as in a replay, does not wait
     * @param version of what was chosen
     */
    boolean due(long nowNanos, long version) {
        long clock = System.nanoTime();
        boolean rests = shownAt != Long.MIN_VALUE && clock - shownAt < NANOS;
        boolean ahead = Math.abs(nowNanos - shownNow) >= 2 * NANOS;
        if (rests && !ahead && version == shownVersion) {
            return false;
        }
        shownAt = clock;
        shownNow = nowNanos;
        shownVersion = version;
        return true;
    }
}
