package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the venue's list of instruments, page by page, again and again; until one has been read whole with growing waits.
 * State on the loop's thread.
 */
final class ListingReader {
    /** Name of the connection whose status says how getting the list goes. */
    static final String NAME = "instruments";

    /** No venue has as many; a cursor that leads in a circle must end. */
    private static final int MOST_PAGES = 20;

    private final FeedContext context;
    private final RestClient rest;
    private final Consumer<Listing> then;
    private final BackOff backOff;
    private Loop.@Nullable Timer next;
    private boolean reading;
    private long readNanos;

    /** @param then is given each list that was read whole, on the loop's thread */
    ListingReader(FeedContext context, RestClient rest, Consumer<Listing> then) {
        this.context = context;
        this.rest = rest;
        this.then = then;
        backOff = new BackOff(context.policy().waits(), context.random());
    }

    /** Reads it now, and goes on reading it every so often. */
    void start() {
        next = null;
        reading = true;
        page(context.adapter().instruments(), new HashMap<>(), 1);
    }

    /** Does not wait out a back-off. */
    void retryNow() {
        if (backOff.failures() > 0 && next != null && next.cancel()) {
            start();
        }
    }

    /** Something in it has changed. A venue may say so for every contract that it has. */
    void readSoon() {
        if (reading || backOff.failures() > 0 || next == null || !next.cancel()) {
            return;
        }
        long earliest = readNanos + context.policy().requests().relistApart().toNanos();
        next = context.loop().after(Math.max(0, earliest - context.now()), this::start);
    }

    private void page(RestRequest request, Map<String, Instrument> found, int number) {
        rest.get(request, answer -> {
            Map<String, Instrument> onPage = new HashMap<>();
            boolean read = answer.accepted()
                    && context.door().body(request.uri().toString(), answer.body(), collecting(onPage));
            Optional<RestRequest> further = read ? context.adapter().nextInstruments(answer.body()) : Optional.empty();
            context.loop().now(() -> {
                found.putAll(onPage);
                if (!read) {
                    failed(
                            answer.accepted()
                                    ? context.adapter().venue().title()
                                            + " sent a list of instruments that cannot be read"
                                    : Verdicts.words(answer.verdict()));
                } else if (further.isPresent() && number < MOST_PAGES) {
                    page(further.get(), found, number + 1);
                } else {
                    whole(found);
                }
            });
        });
    }

    private Consumer<MarketEvent> collecting(Map<String, Instrument> onPage) {
        return event -> {
            if (event instanceof InstrumentListing listing) {
                onPage.put(listing.instrument().symbol(), listing.listing());
            }
            context.door().sink().accept(event);
        };
    }

    private void whole(Map<String, Instrument> found) {
        if (found.isEmpty()) {
            failed(context.adapter().venue().title() + " sent an empty list of instruments");
            return;
        }
        if (backOff.failures() > 0) {
            context.door().status(NAME, State.UP, "", 0, 0);
        }
        backOff.reset();
        reading = false;
        readNanos = context.now();
        next = context.loop().after(context.policy().requests().relistEvery().toNanos(), this::start);
        then.accept(new Listing(Map.copyOf(found)));
    }

    private void failed(String words) {
        long wait = backOff.failed();
        reading = false;
        context.door().status(NAME, State.ERROR, words, backOff.failures(), context.now() + wait);
        next = context.loop().after(wait, this::start);
    }
}
