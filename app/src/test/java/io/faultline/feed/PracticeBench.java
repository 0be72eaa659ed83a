package io.faultline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.practice.TrueBook;
import io.faultline.practice.VenueFaults;
import io.faultline.venue.FrameReader;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** A venue of the practice exchange, the feed of one of its books connected to it, and all that came of it. */
final class PracticeBench implements AutoCloseable {
    static final String SYMBOL = "BTCUSDT";
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final long SEED = 17;
    private static final double MESSAGES_PER_SECOND = 120;
    private static final Map<Topic, Duration> SILENT_AFTER = Map.of(
            Topic.BOOK, Duration.ofMillis(700),
            Topic.MARK, Duration.ofMillis(2_500),
            Topic.TRADES, Duration.ofSeconds(4),
            Topic.OPEN_INTEREST, Duration.ofSeconds(10));

    final Venue venue;
    final PracticeExchange exchange;
    final VenueAdapter adapter;
    final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final BookProbe book;
    final VenueFeed feed;

    PracticeBench(Venue venue, BiFunction<URI, URI, VenueAdapter> adapters) throws IOException {
        this(venue, adapters, Duration.ofHours(23), FeedPorts.steadyClock());
    }

    PracticeBench(Venue venue, BiFunction<URI, URI, VenueAdapter> adapters, Duration lifetime, LongSupplier clock)
            throws IOException {
        this.venue = venue;
        exchange = PracticeExchange.start(PracticeSettings.of(SEED, List.of(venue), List.of(SYMBOL, "ETHUSDT"))
                .withMessagesPerSecond(MESSAGES_PER_SECOND)
                .withLevels(300));
        adapter = new ImpatientAdapter(
                adapters.apply(exchange.rest(venue), exchange.websocket(venue)), SILENT_AFTER, lifetime);
        FeedPorts ports = new FeedPorts(clock, frames::add, this::take);
        String symbol = adapter.spelled(SYMBOL);
        feed = new VenueFeed(adapter, List.of(symbol), Quick.policy(), ports, SEED);
        book = new BookProbe(new InstrumentId(venue, symbol), feed::requestSnapshot);
    }

    private void take(MarketEvent event) {
        events.add(event);
        book.take(event);
    }

    /** Starts, and waits for a book that is exactly the venue's. */
    PracticeBench exact() {
        boolean exact = false;
        try {
            feed.start();
            untilExact();
            exact = true;
            return this;
        } finally {
            if (!exact) {
                close();
            }
        }
    }

    VenueFaults.Running start(Fault fault) {
        return exchange.faults(venue).start(fault);
    }

    /** Does something while a fault lasts. */
    void during(Fault fault, Runnable body) {
        VenueFaults.Running running = start(fault);
        try {
            body.run();
        } finally {
            running.end();
        }
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    /** Waits for a book that is live and has since taken some changes, each of which left it as the venue's is. */
    void untilExact() {
        until(book::live);
        long before = book.deltas();
        until(() -> book.live() && book.deltas() > before + 10);
        if (isNumbered()) {
            assertNewestAreTrue();
        } else {
            untilExactWhileTheMarketStandsStill();
        }
    }

    /** Whether its changes have numbers that the venue's own book has, too. */
    private boolean isNumbered() {
        return venue != Venue.DYDX;
    }

    private void untilExactWhileTheMarketStandsStill() {
        exchange.pause();
        try {
            TrueBook truth = exchange.book(venue, SYMBOL);
            until(() -> book.hash().equals(truth.hash(truth.lastId())));
        } finally {
            exchange.resume();
        }
    }

    private void assertNewestAreTrue() {
        Map<Long, String> states = book.newest(5);
        states.forEach((id, hash) -> assertThat(hash)
                .as("book at update %d", id)
                .isEqualTo(exchange.book(venue, SYMBOL).hash(id)));
    }

    /** Every state that the book was ever in is the venue's at the same update, where updates have numbers. */
    void assertBookWasAlwaysTrue() {
        if (!isNumbered()) {
            return;
        }
        book.newest(Integer.MAX_VALUE)
                .forEach((id, hash) -> assertThat(hash)
                        .as("book at update %d", id)
                        .isEqualTo(exchange.book(venue, SYMBOL).hash(id)));
    }

    /** The states of the book that the frames of this run give when they are read once more. */
    Map<Long, String> replayed() {
        BookProbe again = new BookProbe(book.instrument(), SnapshotRequests.NONE);
        FrameReader reader = new FrameReader(adapter, List.of(adapter.spelled(SYMBOL)));
        frames.forEach(frame -> reader.read(frame, again::take));
        return again.newest(Integer.MAX_VALUE);
    }

    <T extends MarketEvent> Stream<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean has(Class<? extends MarketEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    boolean said(FeedStatus.State state) {
        return all(FeedStatus.class).anyMatch(status -> status.state() == state);
    }

    boolean said(FeedStatus.State state, String words) {
        return all(FeedStatus.class)
                .anyMatch(status -> status.state() == state && status.detail().contains(words));
    }

    @Override
    public void close() {
        feed.close();
        exchange.close();
    }
}
