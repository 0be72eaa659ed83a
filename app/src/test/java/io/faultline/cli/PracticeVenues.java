package io.faultline.cli;

import io.faultline.book.BookObserver;
import io.faultline.desk.Session;
import io.faultline.feed.FeedPolicy;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.venue.VenueAdapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program's own adapters, on a practice exchange. */
public final class PracticeVenues {
    private PracticeVenues() {}

    /** Every venue that takes part, where it is. */
    static Venues of(PracticeExchange exchange) {
        Venues venues = Venues.live();
        for (Venue venue : exchange.venues()) {
            venues = venues.moved(venue, exchange.rest(venue), exchange.websocket(venue));
        }
        return venues;
    }

    static List<VenueAdapter> adapters(PracticeExchange exchange) {
        return of(exchange).adapters().stream()
                .filter(adapter -> exchange.venues().contains(adapter.venue()))
                .toList();
    }

    /** The options that send a command to the exchange. */
    static List<String> options(PracticeExchange exchange) {
        List<String> options = new ArrayList<>();
        for (VenueAdapter adapter : adapters(exchange)) {
            Venue venue = adapter.venue();
            options.add("--" + venue.id() + "-endpoints");
            options.add(exchange.rest(venue) + "," + exchange.websocket(venue));
        }
        return options;
    }

    /** A session as the window opens it, which records nothing. */
    public static Session open(String symbol, PracticeExchange exchange, FeedPolicy policy, BookObserver observer) {
        LiveJournal unused = new LiveJournal(Path.of("journal"), symbol); // it is never switched on
        return new LiveSession(List.of(symbol), adapters(exchange), new SharedAccess(policy), unused, observer);
    }
}
