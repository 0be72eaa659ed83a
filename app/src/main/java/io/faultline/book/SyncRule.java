package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.Venue;

/** How a venue's book comes by its snapshot, and how changes follow on it and on each other. */
enum SyncRule {
    /**
     * Binance: the snapshot is asked for while the changes, which are kept, run on. Ids are not dense: the next change
     * begins anywhere after the last one's end, and names that end as its {@code previousId}.
     */
    ASKED,

    /** Bybit: each subscription begins with a snapshot on the stream, and so does a restart of the service. */
    STREAMED,

    /**
     * OKX, Bitget, dYdX: streamed too, but ids give no order. After maintenance they go on from a lower one, and an idle
     * change repeats the id that the book is at.
     */
    STREAMED_UNORDERED;

    static SyncRule of(Venue venue) {
        return switch (venue) {
            case BINANCE -> ASKED;
            case BYBIT -> STREAMED;
            case OKX, BITGET, DYDX -> STREAMED_UNORDERED;
        };
    }

    /**
     * Whether snapshots come in order with the changes: whatever the book is then, the snapshot is newer, and whatever
     * comes while there is none is of no use.
     */
    boolean snapshotsInOrder() {
        return this != ASKED;
    }

    /** Whether a book that includes all up to {@code lastId} holds the change already. */
    boolean repeats(BookDelta delta, long lastId) {
        return this == STREAMED_UNORDERED
                ? delta.lastId() == lastId && !continues(delta, lastId)
                : delta.lastId() <= lastId;
    }

    /** Whether the change follows directly on a book that includes all up to {@code lastId}. */
    static boolean continues(BookDelta delta, long lastId) {
        return delta.previousId() == lastId;
    }

    /** Whether a snapshot up to {@code snapshotId} that was asked for holds all of the change. */
    static boolean precedes(BookDelta delta, long snapshotId) {
        return delta.lastId() < snapshotId;
    }

    /**
     * Whether the change may be the first on top of a snapshot that was asked for. Binance documents the first condition
     * only; its live streams also go on directly from the snapshot, in either of the other two ways.
     */
    static boolean joins(BookDelta delta, long snapshotId) {
        return covers(delta, snapshotId) || delta.previousId() == snapshotId || covers(delta, snapshotId + 1);
    }

    private static boolean covers(BookDelta delta, long id) {
        return delta.firstId() <= id && id <= delta.lastId();
    }
}
