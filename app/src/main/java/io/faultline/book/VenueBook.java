package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.SocketNames;
import org.jspecify.annotations.Nullable;

/**
 * A venue's book over the changes of its sockets: while one socket takes over from another each has a book of its own,
 * so that neither disturbs the other's, and {@link #shown} is the newer one as soon as it is in step. Where the
 * numbers of changes are the same on every socket, one book takes in all of them.
 *
 * <p>One thread; time comes with the events. Deltas given to it are its own: it releases each once.
 */
public final class VenueBook {
    private final InstrumentId instrument;
    private final SyncRule rule;
    private final SnapshotRequests requests;
    private final BookObserver observer;
    private final SyncTally tally = new SyncTally();
    private int tracks;
    private Track shown;

    /** The book of the socket beside, which takes over, or has been taken over from and still runs. */
    private @Nullable Track other;

    public VenueBook(InstrumentId instrument, SnapshotRequests requests, BookObserver observer) {
        this.instrument = instrument;
        this.rule = SyncRule.of(instrument.venue());
        this.requests = requests;
        this.observer = observer;
        shown = new Track("");
    }

    /** The book that is to be taken for the venue's, and whether it may be. */
    public BookSynchronizer shown() {
        return shown.book;
    }

    /** Takes a change, which is now this book's to release. */
    public void onDelta(BookDelta delta) {
        track(delta.connection()).book.onDelta(delta);
        choose();
    }

    /** Takes a snapshot, asked for or not. */
    public void onSnapshot(BookSnapshot snapshot) {
        boolean asked = snapshot.connection().equals(BookSnapshot.REQUEST);
        (asked ? shown : track(snapshot.connection())).book.onSnapshot(snapshot);
        choose();
    }

    /** A socket is closed, whether or not another carries on. */
    public void onClosed(String connection, long nanos) {
        if (other != null && other.connection.equals(connection)) {
            other.discard(nanos);
            other = null;
        } else if (rule.snapshotsInOrder() && shown.connection.equals(connection)) {
            shown.closed = true;
            choose();
            if (shown.closed) {
                shown.book.onDisconnected(nanos, "its socket is closed");
            }
        }
    }

    /** Whether it comes by the socket of that plan, as far as is known. */
    public boolean isCarriedBy(String plan) {
        return shown.connection.isEmpty() || SocketNames.plan(shown.connection).equals(plan);
    }

    /** The connection that brings it is down, and no other carries on; see {@link BookSynchronizer#onDisconnected}. */
    public void onDisconnected(long nanos, String why) {
        shown.closed = true; // a journal may not say it of the socket itself
        shown.book.onDisconnected(nanos, why);
    }

    /** Event time has come this far. */
    public void onTime(long nanos) {
        shown.book.onTime(nanos);
        if (other != null) {
            other.book.onTime(nanos);
        }
        choose();
    }

    private Track track(String connection) {
        if (!rule.snapshotsInOrder() || shown.connection.equals(connection)) {
            shown.connection = connection;
            shown.closed = false;
            return shown;
        }
        if (other != null && other.connection.equals(connection)) {
            return other;
        }
        boolean beside = SocketNames.successor(shown.connection).equals(connection);
        if (shown.closed || !beside) {
            shown.connection = connection;
            shown.closed = false;
            return shown;
        }
        other = new Track(connection);
        return other;
    }

    private void choose() {
        Track candidate = other;
        if (candidate == null) {
            return;
        }
        boolean inStep = candidate.isLive() && (!shown.isLive() || candidate.number > shown.number);
        boolean better = inStep || shown.closed;
        if (!better) {
            return;
        }
        other = shown.closed ? null : shown;
        shown = candidate;
        candidate.takeOver();
    }

    /** One socket's book; only of the one that is shown others hear. */
    private final class Track implements SnapshotRequests, BookObserver {
        private final int number = ++tracks;
        private final BookSynchronizer book = new BookSynchronizer(instrument, this, this, tally);
        private String connection;
        private boolean closed;
        private int wanted;

        Track(String connection) {
            this.connection = connection;
        }

        boolean isLive() {
            return !closed && book.state() == BookSynchronizer.State.LIVE;
        }

        void takeOver() {
            if (isLive()) {
                observer.snapshotApplied(book.book());
            } else if (wanted > 0) {
                requests.wanted(instrument, wanted);
            }
        }

        /** Gives back what it holds. */
        void discard(long nanos) {
            book.onDisconnected(nanos, "its socket is closed");
        }

        @Override
        public void wanted(InstrumentId of, int attempt) {
            wanted = attempt;
            if (shown == this) {
                requests.wanted(of, attempt);
            }
        }

        @Override
        public void snapshotApplied(OrderBook of) {
            wanted = 0;
            if (shown == this) {
                observer.snapshotApplied(of);
            }
        }

        @Override
        public void deltaApplied(OrderBook of, long lastId) {
            if (shown == this) {
                observer.deltaApplied(of, lastId);
            }
        }

        @Override
        public void checksumCompared(OrderBook of, boolean same) {
            observer.checksumCompared(of, same);
        }
    }
}
