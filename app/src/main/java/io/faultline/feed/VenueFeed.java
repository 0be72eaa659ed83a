package io.faultline.feed;

import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.market.VenueNotice;
import io.faultline.venue.FrameReader;
import io.faultline.venue.SocketFrames;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.RestPoll;
import io.faultline.venue.VenueAdapter.RestRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Everything live that one venue says about some symbols: opens its sockets and keeps them open, asks for what only REST
 * gives, and passes every frame to the tap and every event to the sink. What goes wrong is told as
 * {@link io.faultline.market.FeedStatus}, never thrown. Thread-safe; no call blocks but {@link #close}.
 */
public final class VenueFeed implements AutoCloseable {
    private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final VenueAdapter adapter;
    private final FeedContext context;
    private final Loop loop;
    private final Door door;
    private final RestClient rest;
    private final BookRecoveries recoveries;
    private final ListingReader listings;
    private final List<Connection> connections = new ArrayList<>(); // on the loop's thread, as are the others
    private final List<Poll> polls = new ArrayList<>();
    private final Set<String> symbols;
    private final Map<String, Instrument> contracts = new HashMap<>(); // of the symbols that are open
    private final Set<String> missing = new HashSet<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param symbols in the venue's own spelling
     * @param seed of the jitter in waits
     */
    public VenueFeed(VenueAdapter adapter, List<String> symbols, FeedPolicy policy, FeedPorts ports, long seed) {
        this(new VenueAccess(adapter, policy), symbols, ports, seed);
    }

    /**
     * A feed beside others of the venue.
     *
     * @param access shared with those
     * @param symbols in the venue's own spelling
     * @param seed of the jitter in waits
     */
    public VenueFeed(VenueAccess access, List<String> symbols, FeedPorts ports, long seed) {
        this.adapter = access.adapter();
        this.symbols = Collections.unmodifiableSet(new LinkedHashSet<>(symbols));
        loop = new Loop("feed-" + adapter.venue().id(), ports.market());
        SocketFrames sockets = new SocketFrames(adapter.venue(), adapter.sockets(symbols));
        door = new Door(adapter.venue(), ports, new FrameReader(adapter, symbols), sockets);
        context = new FeedContext(access, ports, loop, door, new Random(seed));
        rest = new RestClient(context);
        recoveries = new BookRecoveries(context, rest, connections);
        listings = new ListingReader(context, rest, this::listed);
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
            listings.start();
        });
    }

    /**
     * Asks for a snapshot of a book; it comes as a {@link io.faultline.market.BookSnapshot} among the events, if it can
     * be had, however long that takes.
     *
     * @param attempt 1 for the first of a synchronisation; the higher, the longer it waits
     */
    public void requestSnapshot(InstrumentId instrument, int attempt) {
        recoveries.wanted(instrument, attempt);
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
            listings.retryNow();
            connections.forEach(Connection::retryNow);
            polls.forEach(Poll::retryNow);
        });
    }

    /** On a socket's thread, before the event passes. */
    private void heard(MarketEvent event) {
        if (event instanceof BookSnapshot snapshot) {
            recoveries.arrived(snapshot.instrument());
        } else if (event instanceof InstrumentListing listing
                && symbols.contains(listing.instrument().symbol())) {
            loop.now(() -> relisted(listing.listing()));
        } else if (event instanceof VenueNotice || isAboutListing(event)) {
            loop.now(listings::readSoon);
        }
    }

    /** What comes does not fit the list that was read. */
    private static boolean isAboutListing(MarketEvent event) {
        return event instanceof FeedStatus status && status.connection().equals(ListingReader.NAME);
    }

    private void listed(Listing listing) {
        if (connections.isEmpty()) {
            List<String> listed =
                    symbols.stream().filter(symbol -> isListed(symbol, listing)).toList();
            if (!listed.isEmpty()) {
                open(listed, listing);
            }
            return;
        }
        for (Instrument before : List.copyOf(contracts.values())) {
            String symbol = before.id().symbol();
            Instrument now = listing.contracts().get(symbol);
            if (now != null) {
                relisted(now);
            } else if (missing.add(symbol)) {
                listings.readSoon(); // a list may come short; two do not miss the same
            } else {
                relisted(before.with(Instrument.Status.CLOSED));
            }
        }
    }

    private boolean isListed(String symbol, Listing listing) {
        if (listing.has(symbol)) {
            return true;
        }
        String words = adapter.venue().title() + " lists no " + symbol + "; nearest: "
                + String.join(", ", Listing.nearest(listing.contracts().keySet(), symbol));
        door.status(symbol, State.OFF, words, 0, 0);
        return false;
    }

    /** What the venue says of a contract that is open; said on whatever way. */
    private void relisted(Instrument now) {
        String symbol = now.id().symbol();
        Instrument before = contracts.get(symbol);
        if (before == null) {
            return;
        }
        contracts.put(symbol, now);
        if (now.status() != Instrument.Status.CLOSED) {
            missing.remove(symbol);
        }
        if (before.status() != now.status()) {
            trades(now);
        } else if (before.tick().compareTo(now.tick()) != 0) {
            String words = "the tick of " + symbol + " is now " + now.tick().toPlainString() + ", it was "
                    + before.tick().toPlainString();
            door.status(symbol, State.UP, words, 0, 0);
        }
    }

    /** The silence of a contract that is not traded is no fault, and its book no market once it is closed. */
    private void trades(Instrument contract) {
        String symbol = contract.id().symbol();
        String title = adapter.venue().title();
        boolean traded = contract.status() == Instrument.Status.TRADING;
        connections.forEach(connection -> connection.expect(symbol, traded));
        switch (contract.status()) {
            case TRADING -> door.status(symbol, State.UP, title + " trades " + symbol + " again", 0, 0);
            case PRE -> door.status(symbol, State.OFF, title + " does not trade " + symbol + " yet", 0, 0);
            case HALTED -> door.status(symbol, State.OFF, title + " has halted " + symbol, 0, 0);
            case DELISTING -> door.status(symbol, State.OFF, title + " takes " + symbol + " off its list", 0, 0);
            case CLOSED ->
                door.status(symbol, State.OFF, title + " lists " + symbol + " no more", 0, 0, Set.of(Topic.values()));
        }
    }

    private void open(List<String> listed, Listing listing) {
        listed.forEach(symbol ->
                contracts.put(symbol, Objects.requireNonNull(listing.contracts().get(symbol))));
        for (VenueAdapter.SocketPlan plan : adapter.sockets(listed)) {
            Connection connection = new Connection(plan, context, rest, this::heard);
            connections.add(connection);
            loop.now(connection::start); // each by itself: by a market's time one thing happens at a time
        }
        contracts.values().stream()
                .filter(contract -> contract.status() != Instrument.Status.TRADING)
                .forEach(this::trades);
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
            context.hold().forget(loop);
            rest.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
