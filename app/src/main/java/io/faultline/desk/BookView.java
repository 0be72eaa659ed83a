package io.faultline.desk;

/**
 * One venue's book and whether it is provably in step. Only a {@link State#LIVE} book may be drawn as the market; in
 * every other state the depth is the last that was in step (or empty) and must be drawn as old.
 *
 * @param reason why it is not live, in words; empty when live
 * @param sinceNanos when this state began, receive time in nanoseconds since 1970
 * @param attempt how many snapshots this resynchronisation has asked for; 0 when live
 * @param updatedNanos receive time of the newest change applied; 0 before the first
 * @param lastId sequence number of the newest change that the depth includes; 0 where it is not in step
 */
public record BookView(
        State state,
        String reason,
        long sinceNanos,
        int attempt,
        long updatedNanos,
        long lastId,
        BookDepth depth,
        Counters counters) {

    /** A live book changes ten times a second; one that has been still for this long is stale. */
    private static final long STALE_AFTER_NANOS = 3_000_000_000L;

    public enum State {
        /** Nothing has come yet. */
        WAITING,
        /** Changes come, but the book cannot be proven to be in step: buffering, or waiting for a snapshot. */
        RESYNCING,
        LIVE,
        /** Its connection is down. */
        LOST
    }

    /** What has gone wrong so far, and what has been done. */
    public record Counters(long snapshots, long deltas, long stale, long gaps, long resyncs, long crossed) {
        public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);
    }

    public boolean live() {
        return state == State.LIVE;
    }

    /** Whether it is live, and yet too long ago has anything changed for it to be read as the market at that time. */
    public boolean stale(long nowNanos) {
        return live() && nowNanos - updatedNanos > STALE_AFTER_NANOS;
    }
}
