package io.faultline.feed;

import io.faultline.market.MarketEvent;
import io.faultline.venue.FrameReader;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.SocketFrames;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Asks one venue for figures of all its contracts, apart from every feed and journal, with a decoder of its own.
 * Thread-safe; no call blocks but {@link #close}.
 */
public final class VenueEnquiry implements AutoCloseable {
    private final VenueAdapter adapter;
    private final Loop loop;
    private final Door door;
    private final RestClient rest;
    private final Consumer<MarketEvent> sink;

    /**
     * @param access shared with the venue's feeds
     * @param ports whose sink is called by one thread at a time with what the answers say; tap and gate are not used
     */
    public VenueEnquiry(VenueAccess access, FeedPorts ports) {
        this.adapter = access.adapter();
        this.sink = ports.sink();
        List<String> any = List.of("any"); // sockets are none of its business
        loop = new Loop("enquiry-" + adapter.venue().id(), ports.market());
        SocketFrames sockets = new SocketFrames(adapter.venue(), adapter.sockets(any));
        door = new Door(adapter.venue(), ports, new FrameReader(adapter, any), sockets);
        rest = new RestClient(new FeedContext(access, ports, loop, door, new Random(0)));
    }

    /**
     * Asks one after the other, the instrument list with all its pages, and stops at the first that fails.
     *
     * @param then is told why it stopped, in words; nothing where all was answered
     */
    public void ask(List<RestRequest> requests, Consumer<String> then) {
        next(new ArrayDeque<>(requests), then);
    }

    private void next(Deque<RestRequest> left, Consumer<String> then) {
        RestRequest request = left.poll();
        if (request == null) {
            then.accept("");
            return;
        }
        rest.get(request, answer -> answered(request, answer, left, then));
    }

    private void answered(RestRequest request, RestAnswer answer, Deque<RestRequest> left, Consumer<String> then) {
        if (!answer.accepted() && !(answer.verdict() instanceof RestVerdict.Refused)) {
            then.accept(request.uri().getPath() + ": " + Verdicts.words(answer.verdict()));
            return;
        }
        if (answer.accepted()) {
            door.body(request.uri().toString(), answer.body(), sink);
            if (request.uri().getPath().equals(adapter.instruments().uri().getPath())) {
                adapter.nextInstruments(answer.body()).ifPresent(left::addFirst);
            }
        }
        loop.now(() -> next(left, then));
    }

    /** Drops what it asks; afterwards nothing comes any more. */
    @Override
    public void close() {
        try {
            loop.close();
            rest.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
