package io.faultline.desk;

import io.faultline.book.BookListing;
import io.faultline.book.BookSynchronizer;
import io.faultline.book.SyncCounters;

/** What panels see of a {@link BookSynchronizer}. */
final class BookViews {
    private BookViews() {}

    /** @param earlier what was counted before this synchroniser began */
    static BookView of(BookSynchronizer synchronizer, BookView.Counters earlier, BookDepth depth) {
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
                counters(earlier, synchronizer.counters()));
    }

    private static BookView.State state(BookSynchronizer.State state) {
        return switch (state) {
            case WAITING -> BookView.State.WAITING;
            case RESYNCING -> BookView.State.RESYNCING;
            case LIVE -> BookView.State.LIVE;
            case LOST -> BookView.State.LOST;
        };
    }

    /** Those and, on top, what a synchroniser counted. */
    static BookView.Counters counters(BookView.Counters earlier, SyncCounters counted) {
        return new BookView.Counters(
                earlier.snapshots() + counted.snapshots(),
                earlier.deltas() + counted.deltas(),
                earlier.stale() + counted.stale(),
                earlier.gaps() + counted.gaps(),
                earlier.resyncs() + counted.resyncs(),
                earlier.crossed() + counted.crossed());
    }

    /** Why a book that is not live is not, a replay need not know: of connections that never opened it hears nothing. */
    static void digest(BookSynchronizer synchronizer, StateDigest digest) {
        digest.addOrAbsent(synchronizer.state() == BookSynchronizer.State.LIVE);
        digest.addOrAbsent(synchronizer.counters());
        digest.add(synchronizer.updatedNanos());
        digest.add(BookListing.sha256(synchronizer.book()));
    }
}
