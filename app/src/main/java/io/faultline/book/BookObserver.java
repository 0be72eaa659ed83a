package io.faultline.book;

/**
 * Sees a book after every change of it, those that were buffered before it joined included. Called on the book's
 * thread; reads the book, keeps nothing of it.
 */
public interface BookObserver {
    /** Sees nothing. */
    BookObserver NONE = new BookObserver() {};

    /** A snapshot has just replaced all levels; the changes that follow it come next. */
    default void snapshotApplied(OrderBook book) {}

    /**
     * A change has just been applied.
     *
     * @param lastId last sequence number that the book now includes
     */
    default void deltaApplied(OrderBook book, long lastId) {}

    /** The book has just been held against the venue's checksum; where they differ it is thrown away next. */
    default void checksumCompared(OrderBook book, boolean same) {}
}
