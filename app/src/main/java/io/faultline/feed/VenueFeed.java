package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import io.faultline.venue.FrameReader;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.SocketFrames;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.RestPoll;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything live that one venue says about some symbols: opens its sockets and keeps them open, asks for what only REST
 * gives, and passes every frame to the tap and every event to the sink. What goes wrong is told as
 * {@link io.faultline.market.FeedStatus}, never thrown. Thread-safe; no call blocks but {@link #close}.
 */
public final class VenueFeed implements AutoCloseable {
    /** Name of the connection whose status says how getting the instrument list goes. */
    private static final String LISTING = "instruments";

    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final VenueAdapter adapter;
    private final FeedContext context;
    private final Loop loop;
    private final Door door;
    private final RestClient rest;
    private final SnapshotQueue snapshots;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Poll> polls = new ArrayList<>();
    private final Set<String> symbols;
    private final BackOff listingBackOff;
    private Loop.@Nullable Timer listingRetry;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param symbols in the venue's own spelling
     * @param seed of the jitter in waits
     */
    public VenueFeed(VenueAdapter adapter, List<String> symbols, FeedPolicy policy, FeedPorts ports, long seed) {
        this.adapter = adapter;
        this.symbols = new LinkedHashSet<>(symbols);
        loop = new Loop("feed-" + adapter.venue().id());
        SocketFrames sockets = new SocketFrames(adapter.venue(), adapter.sockets(symbols));
        door = new Door(adapter.venue(), ports, new FrameReader(adapter, symbols), sockets);
        context = new FeedContext(adapter, policy, ports, loop, new Hold(loop, ports.clock()), door, new Random(seed));
        rest = new RestClient(context);
        snapshots = new SnapshotQueue(context, rest);
        listingBackOff = new BackOff(policy.waits(), context.random());
    }

    /** Asks for the instrument list, and opens the sockets when the venue lists the symbols. Once. */
    public void start() {
        loop.now(() -> {
            door.status(
                    RestClient.CONNECTION,
                    State.CONNECTING,
                    adapter.instruments().uri().toString(),
                    0,
                    0);
            new ClockCheck(context, rest).start();
            askForListing();
        });
    }

    /**
     * Asks for a snapshot of a book; it comes as a {@link io.faultline.market.BookSnapshot} among the events, if it can
     * be had, however long that takes.
     *
     * @param attempt 1 for the first of a synchronisation; the higher, the longer it waits
     */
    public void requestSnapshot(InstrumentId instrument, int attempt) {
        snapshots.wanted(instrument, attempt);
    }

    /**
     * Sends a request of somebody else's within the venue's budget and pauses. What it answers passes neither tap nor sink.
     *
     * @param then on the thread of answers, once; never if the feed is closed before
     */
    public void get(RestRequest request, Consumer<RestAnswer> then) {
        rest.get(request, then);
    }

    /** Ends every pause, the venue's and our own, and tries again at once. */
    public void retryNow() {
        loop.now(() -> {
            context.hold().release();
            if (listingRetry != null && listingRetry.cancel()) {
                askForListing();
            }
            connections.forEach(Connection::retryNow);
            polls.forEach(Poll::retryNow);
        });
    }

    private void askForListing() {
        listingRetry = null;
        RestRequest request = adapter.instruments();
        rest.get(request, answer -> {
            Set<String> listed = new HashSet<>();
            if (answer.accepted()) {
                door.body(request.uri().toString(), answer.body(), collecting(listed));
            }
            loop.now(() -> listed(answer.verdict(), listed));
        });
    }

    private Consumer<MarketEvent> collecting(Set<String> listed) {
        return event -> {
            if (event instanceof InstrumentListing listing) {
                listed.add(listing.instrument().symbol());
            }
            context.ports().sink().accept(event);
        };
    }

    private void listed(RestVerdict verdict, Set<String> listed) {
        if (!(verdict instanceof RestVerdict.Accepted) || listed.isEmpty()) {
            retryListing(verdict);
            return;
        }
        if (listingBackOff.failures() > 0) {
            door.status(LISTING, State.UP, "", 0, 0);
        }
        Listing listing = new Listing(listed);
        symbols.removeIf(symbol -> !isListed(symbol, listing));
        if (!symbols.isEmpty()) {
            open(List.copyOf(symbols));
        }
    }

    private void retryListing(RestVerdict verdict) {
        long wait = listingBackOff.failed();
        String words = verdict instanceof RestVerdict.Accepted
                ? adapter.venue().title() + " sent an empty list of instruments"
                : Verdicts.words(verdict);
        long at = context.ports().clock().getAsLong() + wait;
        door.status(LISTING, State.ERROR, words, listingBackOff.failures(), at);
        listingRetry = loop.after(wait, this::askForListing);
    }

    private boolean isListed(String symbol, Listing listing) {
        if (listing.has(symbol)) {
            return true;
        }
        String words = adapter.venue().title() + " lists no " + symbol + "; nearest: "
                + String.join(", ", listing.nearest(symbol));
        door.status(symbol, State.OFF, words, 0, 0);
        return false;
    }

    private void open(List<String> listed) {
        for (VenueAdapter.SocketPlan plan : adapter.sockets(listed)) {
            Connection connection = new Connection(plan, context, rest);
            connections.add(connection);
            connection.start();
        }
        Set<RestPoll> plans = new LinkedHashSet<>();
        listed.forEach(symbol -> plans.addAll(adapter.polls(symbol)));
        long delay = 0;
        for (RestPoll plan : plans) {
            Poll poll = new Poll(plan, context, rest);
            polls.add(poll);
            poll.start(delay);
            delay += context.policy().requests().spread().toNanos();
        }
    }

    /** Closes every socket and ends every thread, within seconds; afterwards nothing comes any more. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        List<VenueSocket> open = new ArrayList<>();
        CountDownLatch aborted = new CountDownLatch(1);
        loop.now(() -> {
            connections.forEach(connection -> open.addAll(connection.close()));
            aborted.countDown();
        });
        try {
            if (aborted.await(CLOSE_NANOS, TimeUnit.NANOSECONDS)) {
                for (VenueSocket socket : open) {
                    socket.awaitFinished(CLOSE_NANOS / 2);
                }
            }
            loop.close();
            rest.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
