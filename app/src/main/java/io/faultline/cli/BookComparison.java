package io.faultline.cli;

import io.faultline.book.BookListing;
import io.faultline.book.BookSynchronizer;
import io.faultline.desk.Desk;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.TrueBook;

/** Holds the desk's books against those that the practice exchange keeps, while nothing is under way. One thread. */
final class BookComparison {
    private final PracticeExchange exchange;
    private final String symbol;
    private long compared;
    private long different;

    BookComparison(PracticeExchange exchange, String symbol) {
        this.exchange = exchange;
        this.symbol = symbol;
    }

    /** On the desk's thread. */
    void compare(Desk desk) {
        for (Venue venue : exchange.venues()) {
            desk.book(venue)
                    .filter(book -> book.state() == BookSynchronizer.State.LIVE)
                    .ifPresent(book -> compare(venue, book));
        }
    }

    private void compare(Venue venue, BookSynchronizer book) {
        TrueBook truth = exchange.book(venue, symbol);
        // dYdX numbers no updates: when nothing is under way its book is the newest.
        long id = venue.hasIndicativeBook() ? truth.lastId() : book.lastId();
        if (id < truth.oldestId()) {
            different++;
        } else if (!truth.hash(id).equals(BookListing.sha256(book.book()))) {
            different++;
        }
        compared++;
    }

    long compared() {
        return compared;
    }

    long different() {
        return different;
    }
}
