package io.faultline.book;

import io.faultline.market.Decimals;
import io.faultline.market.Side;

/**
 * Watches a book for a best bid at or above the best ask, which one change may leave and the next puts right. Time comes
 * with the events.
 */
final class CrossingWatch {
    /** Longest time in event time that a book may stay crossed. */
    static final long LIMIT_NANOS = 500_000_000L;

    private final boolean mayCross;
    private int events;
    private long sinceNanos;

    /** @param mayCross whether a crossed book is as it should be, and nothing is to be watched */
    CrossingWatch(boolean mayCross) {
        this.mayCross = mayCross;
    }

    void clear() {
        events = 0;
    }

    /** Looks at the book after a change; returns whether it has been crossed for too long. */
    boolean lasts(OrderBook book, long nanos) {
        if (mayCross || !book.crossed()) {
            events = 0;
            return false;
        }
        if (events++ == 0) {
            sinceNanos = nanos;
            return false;
        }
        return true;
    }

    /** Whether it has been crossed for too long by now, without any change. */
    boolean lasts(long nanos) {
        return events > 0 && nanos - sinceNanos > LIMIT_NANOS;
    }

    boolean crossed() {
        return events > 0;
    }

    /** When it crossed; of no meaning while it is not {@link #crossed}. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** By how much, in words. */
    static String words(OrderBook book) {
        return "crossed: bid " + Decimals.canonical(book.bestPrice(Side.BID), book.priceScale()) + ", ask "
                + Decimals.canonical(book.bestPrice(Side.ASK), book.priceScale());
    }
}
