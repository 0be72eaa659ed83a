package io.faultline.book;

import io.faultline.market.InstrumentId;

/**
 * Where a book that has to synchronise says that it needs a snapshot. Fire and forget: the answer arrives, if ever, as a
 * {@link io.faultline.market.BookSnapshot} like any other. When to ask the venue, and how often, is the receiver's
 * business; a replay asks nobody.
 */
public interface SnapshotRequests {
    /** Asks nobody. */
    SnapshotRequests NONE = (instrument, attempt) -> {};

    /**
     * Called on the book's thread; must not block.
     *
     * @param attempt 1 for the first snapshot of a synchronisation, 2 when that one was too old, …
     */
    void wanted(InstrumentId instrument, int attempt);
}
