package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;

/** Lets benchmarks write to a book without a synchroniser around it. */
public final class BookWrites {
    private BookWrites() {}

    public static void replace(OrderBook book, BookSnapshot snapshot) {
        try {
            book.replace(snapshot);
        } catch (UnusableLevelsException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static boolean apply(OrderBook book, BookDelta delta) {
        try {
            return book.apply(delta);
        } catch (UnusableLevelsException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
