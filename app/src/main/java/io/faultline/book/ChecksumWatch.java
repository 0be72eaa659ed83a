package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;

/** Holds a book against the checksums that its venue sends along. */
final class ChecksumWatch {
    static final String WRONG = "the venue's checksum is of another book";

    private final BookChecksum checksum = new BookChecksum();
    private final BookObserver observer;

    /** @param observer is told of each comparison */
    ChecksumWatch(BookObserver observer) {
        this.observer = observer;
    }

    /** Whether the book is what the venue has after that snapshot; true where it did not say. */
    boolean agrees(OrderBook book, BookSnapshot snapshot) {
        Integer expected = snapshot.checksum();
        return expected == null || matches(book, expected);
    }

    /** Whether the book is what the venue has after that change; true where it did not say. */
    boolean agrees(OrderBook book, BookDelta delta) {
        return !delta.hasChecksum() || matches(book, delta.checksum());
    }

    private boolean matches(OrderBook book, int expected) {
        boolean same = checksum.of(book) == expected;
        observer.checksumCompared(book, same);
        return same;
    }
}
