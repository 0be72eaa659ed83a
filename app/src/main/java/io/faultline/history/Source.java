package io.faultline.history;

/** How a span of history became known; the one of higher rank knows better. */
public enum Source {
    /** Asked for afterwards. */
    REST(0),
    /** Seen as it happened. */
    LIVE(1);

    private final int rank;

    Source(int rank) {
        this.rank = rank;
    }

    /** As the files have it. */
    int rank() {
        return rank;
    }

    static Source ofRank(int rank) {
        return rank == LIVE.rank ? LIVE : REST;
    }
}
