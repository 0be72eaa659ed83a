package io.faultline.book;

import io.faultline.market.BookDelta;

/**
 * How changes of a Binance USD-M book follow on a snapshot and on each other. Ids are not dense: the next change begins
 * anywhere after the last one's end, and names that end as its {@code previousId} (pu).
 */
final class SyncRule {
    private SyncRule() {}

    /** Whether a snapshot up to {@code snapshotId} holds all of the change. */
    static boolean precedes(BookDelta delta, long snapshotId) {
        return delta.lastId() < snapshotId;
    }

    /**
     * Whether the change may be the first on top of that snapshot. The venue documents the first condition only; its
     * live streams also go on directly from the snapshot, in either of the other two ways.
     */
    static boolean joins(BookDelta delta, long snapshotId) {
        return covers(delta, snapshotId) || delta.previousId() == snapshotId || covers(delta, snapshotId + 1);
    }

    /** Whether the change follows directly on a book that includes all up to {@code lastId}. */
    static boolean continues(BookDelta delta, long lastId) {
        return delta.previousId() == lastId;
    }

    /** Whether a book that includes all up to {@code lastId} holds the change already. */
    static boolean repeats(BookDelta delta, long lastId) {
        return delta.lastId() <= lastId;
    }

    private static boolean covers(BookDelta delta, long id) {
        return delta.firstId() <= id && id <= delta.lastId();
    }
}
