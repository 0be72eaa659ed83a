package io.faultline.desk;

import io.faultline.book.BookListing;
import io.faultline.book.BookSynchronizer;
import io.faultline.book.SyncCounters;

/** What panels see of a {@link BookSynchronizer}. */
final class BookViews {
    private BookViews() {}

    static BookView of(BookSynchronizer synchronizer, BookDepth depth) {
        // It may come right with the next change, but is no market until then.
        boolean crossed = synchronizer.crossed();
        return new BookView(
                crossed ? BookView.State.RESYNCING : state(synchronizer.state()),
                synchronizer.reason(),
                crossed ? synchronizer.crossedSinceNanos() : synchronizer.sinceNanos(),
                synchronizer.attempt(),
                synchronizer.updatedNanos(),
                synchronizer.lastId(),
                depth,
                counters(synchronizer.counters()));
    }

    private static BookView.State state(BookSynchronizer.State state) {
        return switch (state) {
            case WAITING -> BookView.State.WAITING;
            case RESYNCING -> BookView.State.RESYNCING;
            case LIVE -> BookView.State.LIVE;
            case LOST -> BookView.State.LOST;
        };
    }

    private static BookView.Counters counters(SyncCounters counters) {
        return new BookView.Counters(
                counters.snapshots(),
                counters.deltas(),
                counters.stale(),
                counters.gaps(),
                counters.resyncs(),
                counters.crossed());
    }

    static void digest(BookSynchronizer synchronizer, StateDigest digest) {
        digest.add(synchronizer.state().name());
        digest.addOrAbsent(synchronizer.counters());
        digest.add(synchronizer.updatedNanos());
        digest.add(BookListing.sha256(synchronizer.book()));
    }
}
