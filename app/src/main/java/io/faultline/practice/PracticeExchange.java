package io.faultline.practice;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.Crowd;
import io.faultline.practice.crowd.CrowdListener;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A practice market on loopback: venues that answer requests and serve sockets as the real ones do, each on a port of
 * its own, with prices by chance and faults on request. Everything it started ends with {@link #close}. Thread-safe.
 */
public final class PracticeExchange implements AutoCloseable {
    private static final long PUMP_MILLIS = 5;

    private final Map<Venue, PracticeVenue> venues = new EnumMap<>(Venue.class);
    private final Map<Venue, VenueFaults> faults = new EnumMap<>(Venue.class);
    private final @Nullable Deliveries deliveries;
    private final Movers movers;
    private final LongSupplier clock;
    private volatile boolean paused;
    private final ScheduledExecutorService pump =
            Executors.newSingleThreadScheduledExecutor(task -> Server.thread(task, "market"));

    private PracticeExchange(PracticeSettings settings, Movers movers, @Nullable Deliveries deliveries)
            throws IOException {
        this.deliveries = deliveries;
        this.movers = movers;
        clock = settings.clock();
        for (Map.Entry<Venue, List<String>> entry : new TreeMap<>(settings.symbols()).entrySet()) {
            PracticeVenue venue = new PracticeVenue(entry.getKey(), entry.getValue(), settings, movers, deliveries);
            venues.put(entry.getKey(), venue);
            faults.put(entry.getKey(), new VenueFaults(venue));
        }
    }

    /** An exchange that is open from here on. */
    public static PracticeExchange start(PracticeSettings settings) throws IOException {
        return new PracticeExchange(settings, Movers.of(settings), null).open();
    }

    /**
     * An exchange that is open from here on, and does nothing by itself but answer: its owner has it {@link #advance} and
     * {@link #deliver}.
     */
    public static PracticeExchange stepped(PracticeSettings settings) throws IOException {
        return new PracticeExchange(settings, Movers.of(settings), new Deliveries()).open();
    }

    /** An exchange whose books are empty and do not move, for whoever moves them by other means. */
    static PracticeExchange still(PracticeSettings settings) throws IOException {
        return new PracticeExchange(settings, Movers.none(), null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    PracticeExchange open() throws IOException {
        for (PracticeVenue venue : venues.values()) {
            venue.server().listen();
        }
        if (deliveries == null) {
            pump.scheduleWithFixedDelay(this::advance, PUMP_MILLIS, PUMP_MILLIS, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** Brings all markets up to the clock of the settings; what is said of that waits for {@link #deliver}. */
    public void advance() {
        if (!paused) {
            long now = clock.getAsLong();
            movers.crowds().forEach(crowd -> crowd.advance(now));
        }
        venues.values().forEach(PracticeVenue::pump);
    }

    /**
     * Sends the next of what was said, and what follows on it to the same client.
     *
     * @return false if there is nothing to send
     */
    public boolean deliver() {
        return deliveries != null && deliveries.deliver();
    }

    /** The clients that hold a socket open, of all venues. */
    public List<ClientLine> lines() {
        List<ClientLine> lines = new ArrayList<>();
        venues.values().forEach(venue -> venue.server().peers().forEach(peer -> lines.add(peer.line())));
        return lines;
    }

    PracticeVenue venue(Venue venue) {
        PracticeVenue found = venues.get(venue);
        if (found == null) {
            throw new IllegalArgumentException(venue + " takes no part");
        }
        return found;
    }

    /** Where requests to that venue go: scheme, host and port. */
    public URI rest(Venue venue) {
        return URI.create("http://127.0.0.1:" + venue(venue).server().port());
    }

    /** Where sockets of that venue are opened: scheme, host and port. */
    public URI websocket(Venue venue) {
        return URI.create("ws://127.0.0.1:" + venue(venue).server().port());
    }

    /** What that venue does wrong. */
    public VenueFaults faults(Venue venue) {
        venue(venue);
        return Objects.requireNonNull(faults.get(venue));
    }

    /**
     * The book as whoever listens to the venue must have it.
     *
     * @param symbol canonical or the venue's own
     */
    public TrueBook book(Venue venue, String symbol) {
        PracticeVenue at = venue(venue);
        return at.dialect().mainView(at.market(symbol)).truth();
    }

    /** The venue's name for what carries a topic; empty if it does not stream it. */
    public String topic(Venue venue, Topic topic, String symbol) {
        PracticeVenue at = venue(venue);
        return at.dialect().topic(topic, at.market(symbol).symbol());
    }

    /** Lets the market of a symbol begin, which takes seconds where it has a past to make up; otherwise the first who asks waits. */
    public void begin(String symbol) {
        venues.values().forEach(venue -> venue.begin(symbol));
    }

    /**
     * Asks or steers the traders of a symbol while the market stands still; what they do shows with the next {@link #advance}.
     *
     * @throws IllegalArgumentException if orders by chance move it
     */
    public <T> T crowd(String symbol, Function<Crowd, T> what) {
        CrowdMarket market = movers.crowd(symbol);
        if (market == null) {
            throw new IllegalArgumentException("no crowd trades " + symbol);
        }
        return market.with(what);
    }

    /**
     * Lets somebody hear all that the traders of a symbol do, as it happens and on the thread that moves the market.
     *
     * @throws IllegalArgumentException if orders by chance move it
     */
    public void listen(String symbol, CrowdListener listener) {
        CrowdMarket market = movers.crowd(symbol);
        if (market == null) {
            throw new IllegalArgumentException("no crowd trades " + symbol);
        }
        market.listen(listener);
    }

    /** No book moves and nothing is traded until {@link #resume}; all else goes on. */
    public void pause() {
        paused = true;
        venues.values().forEach(venue -> venue.pause(true));
    }

    public void resume() {
        paused = false;
        venues.values().forEach(venue -> venue.pause(false));
    }

    /** Coins in the smallest step of a size at that venue. */
    public double lot(Venue venue, String symbol) {
        Contract contract = venue(venue).market(symbol).contract();
        return contract.base(contract.lot());
    }

    /** The venues that take part. */
    public Set<Venue> venues() {
        return Set.copyOf(venues.keySet());
    }

    /** What a venue lists, by canonical names. */
    public List<String> symbols(Venue venue) {
        return venue(venue).markets().stream()
                .map(market -> market.contract().canonical())
                .toList();
    }

    /** The latest paths that were asked for at a venue, in order, each with its query. */
    public List<String> requests(Venue venue) {
        return venue(venue).server().requests();
    }

    /** How many clients hold a socket of that venue open. */
    public int clients(Venue venue) {
        return venue(venue).server().peers().size();
    }

    @Override
    public void close() {
        pump.shutdownNow();
        faults.values().forEach(VenueFaults::close);
        venues.values().forEach(PracticeVenue::close);
    }
}
