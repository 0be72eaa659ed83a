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
     * OKX: streamed too, but ids give no order. After maintenance they go on from a lower one, and an idle change
     * repeats the id that the book is at. A snapshot may also be asked for: the venue has announced to stream none.
     */
    STREAMED_OR_ASKED,

    /** Bitget: streamed; the first change after a snapshot may begin before the snapshot's end. */
    STREAMED_OVERLAPPING,

    /**
     * dYdX: streamed, numbered by the messages of a connection. Hearsay among nodes, so that it may cross at any time:
     * it is indicative, and that is no reason to start it again.
     */
    GOSSIPED;

    /** Stands for none before it, where a venue sends such a number along with its reset of them. */
    private static final long NONE_BEFORE = 0;

    static SyncRule of(Venue venue) {
        return switch (venue) {
            case BINANCE -> ASKED;
            case BYBIT -> STREAMED;
            case OKX -> STREAMED_OR_ASKED;
            case BITGET -> STREAMED_OVERLAPPING;
            case DYDX -> GOSSIPED;
        };
    }

    /**
     * Whether the stream brings snapshots, in order with the changes: whatever the book is then, such a snapshot is
     * newer. The numbers of one connection's stream then need not be those of another's.
     */
    boolean snapshotsInOrder() {
        return this != ASKED;
    }

    /** Whether a snapshot that was asked for can be joined with changes that were kept meanwhile. */
    boolean joinsAsked() {
        return this == ASKED || this == STREAMED_OR_ASKED;
    }

    /** Whether a book whose best bid is not below its best ask is as it should be. */
    boolean mayCross() {
        return this == GOSSIPED;
    }

    /** Whether the venue shows the nearest so many levels, and names each that enters or leaves them. */
    boolean windowed() {
        return this != ASKED;
    }

    /** Whether a book that includes all up to {@code lastId} holds the change already. */
    boolean repeats(BookDelta delta, long lastId) {
        return switch (this) {
            case ASKED, STREAMED -> delta.lastId() <= lastId;
            case STREAMED_OR_ASKED, STREAMED_OVERLAPPING, GOSSIPED ->
                delta.lastId() == lastId && delta.previousId() != lastId;
        };
    }

    /** Whether the change follows directly on a book that includes all up to {@code lastId}. */
    static boolean continues(BookDelta delta, long lastId) {
        return delta.previousId() == lastId;
    }

    /** Whether the change may be the first after a streamed snapshot up to {@code snapshotId}. */
    boolean begins(BookDelta delta, long snapshotId) {
        boolean overlaps = this == STREAMED_OVERLAPPING
                && delta.previousId() != NONE_BEFORE
                && delta.previousId() <= snapshotId
                && snapshotId <= delta.lastId();
        return overlaps || continues(delta, snapshotId);
    }

    /** Whether a snapshot up to {@code snapshotId} that was asked for holds all of the change. */
    boolean precedes(BookDelta delta, long snapshotId) {
        return this == ASKED ? delta.lastId() < snapshotId : delta.lastId() <= snapshotId;
    }

    /**
     * Whether the change may be the first on top of a snapshot that was asked for. Binance documents the first condition
     * only; its live streams also go on directly from the snapshot, in either of the other two ways.
     */
    boolean joins(BookDelta delta, long snapshotId) {
        return this == ASKED
                ? covers(delta, snapshotId) || continues(delta, snapshotId) || covers(delta, snapshotId + 1)
                : delta.previousId() <= snapshotId && snapshotId < delta.lastId();
    }

    private static boolean covers(BookDelta delta, long id) {
        return delta.firstId() <= id && id <= delta.lastId();
    }
}
