package io.faultline.feed;

import io.faultline.book.BookListing;
import io.faultline.book.BookObserver;
import io.faultline.book.BookSynchronizer.State;
import io.faultline.book.OrderBook;
import io.faultline.book.SnapshotRequests;
import io.faultline.book.VenueBook;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Side;
import io.faultline.market.SocketClosed;
import io.faultline.market.Topic;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of a desk that keeps one book: what the application would show, and the hash of every state that it would
 * show as live.
 */
final class BookProbe {
    private final InstrumentId instrument;
    private final VenueBook venueBook;
    private final Map<Long, String> hashes = new LinkedHashMap<>();
    private long lastId;
    private boolean silent;
    private long resyncing;

    BookProbe(InstrumentId instrument, SnapshotRequests requests) {
        this.instrument = instrument;
        venueBook = new VenueBook(instrument, requests, new BookObserver() {
            @Override
            public void deltaApplied(OrderBook book, long lastId) {
                BookProbe.this.lastId = lastId;
                hashes.remove(lastId); // numbers may come again
                hashes.put(lastId, BookListing.sha256(book));
            }
        });
    }

    InstrumentId instrument() {
        return instrument;
    }

    synchronized void take(MarketEvent event) {
        State before = venueBook.shown().state();
        if (event instanceof BookDelta delta) {
            takeDelta(delta);
        } else if (event instanceof BookSnapshot snapshot) {
            if (snapshot.instrument().equals(instrument)) {
                venueBook.onSnapshot(snapshot);
            }
        } else if (event instanceof FeedStatus status && status.topics().contains(Topic.BOOK)) {
            if (status.state() == FeedStatus.State.LOST) {
                venueBook.onDisconnected(status.receivedNanos(), status.detail());
            }
            silent |= status.state() == FeedStatus.State.SILENT;
        } else if (event instanceof SocketClosed closed) {
            venueBook.onClosed(closed.connection(), closed.receivedNanos());
        }
        if (before == State.LIVE && venueBook.shown().state() == State.RESYNCING) {
            resyncing++;
        }
    }

    private void takeDelta(BookDelta delta) {
        if (delta.instrument().equals(instrument)) {
            silent = false;
            venueBook.onDelta(delta);
        } else {
            delta.release();
        }
    }

    /** Whether the book would be shown as live. */
    synchronized boolean live() {
        return venueBook.shown().state() == State.LIVE && !silent;
    }

    /** How often it had to start again while its connection was up. */
    synchronized long resyncs() {
        return resyncing;
    }

    /** Update id and hash of each state, in order. */
    synchronized Map<Long, String> hashes() {
        return new LinkedHashMap<>(hashes);
    }

    /** Update id and hash of the newest so many states, in order. */
    synchronized Map<Long, String> newest(int states) {
        Map<Long, String> newest = new LinkedHashMap<>();
        int skipped = Math.max(0, hashes.size() - states);
        hashes.entrySet().stream().skip(skipped).forEach(state -> newest.put(state.getKey(), state.getValue()));
        return newest;
    }

    /** How many changes it took, those that came again included. */
    synchronized long deltas() {
        return venueBook.shown().counters().applied();
    }

    /** How often changes were missing, as it counted. */
    synchronized long gaps() {
        return venueBook.shown().counters().gaps();
    }

    /** How many changes came twice, as it counted. */
    synchronized long duplicates() {
        return venueBook.shown().counters().duplicates();
    }

    /** How often it stayed crossed, as it counted. */
    synchronized long crossings() {
        return venueBook.shown().counters().crossed();
    }

    /** How many changes it took. */
    synchronized int applied() {
        return hashes.size();
    }

    /** Update id of the newest state, and its best levels. */
    synchronized Map.Entry<Long, String> top(int depth) {
        StringBuilder text = new StringBuilder();
        OrderBook book = venueBook.shown().book();
        for (Side side : Side.values()) {
            int[] left = {depth};
            book.forEach(side, (price, size) -> {
                if (left[0]-- > 0) {
                    text.append(Decimals.canonical(price, book.priceScale()))
                            .append(' ')
                            .append(Decimals.canonical(size, book.sizeScale()))
                            .append('\n');
                }
            });
        }
        return Map.entry(lastId, text.toString());
    }

    synchronized String hash() {
        return BookListing.sha256(venueBook.shown().book());
    }
}
