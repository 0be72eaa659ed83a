package io.faultline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.market.BookDelta;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.LoopbackExchange;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An exchange on loopback, a feed connected to it, the book that it fills, and all else that came of it. */
final class Bench implements AutoCloseable {
    static final String SYMBOL = "BTCUSDT";
    static final String DEPTH = "btcusdt@depth@100ms";
    static final String PUBLIC = "/public/stream";
    static final String MARKET = "/market/stream";
    static final InstrumentId INSTRUMENT = new InstrumentId(Venue.BINANCE, SYMBOL);
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Map<Topic, Duration> SILENT_AFTER =
            Map.of(Topic.BOOK, Duration.ofMillis(400), Topic.MARK, Duration.ofMillis(1_500));
    private static final long SEED = 11;

    final LoopbackExchange exchange;
    final VenueAdapter adapter;
    final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final BookProbe book;
    final VenueFeed feed;

    Bench(String... symbols) throws IOException {
        this(Duration.ofHours(23), symbols);
    }

    Bench(Duration lifetime, String... symbols) throws IOException {
        this(LoopbackExchange.generated(SEED, Duration.ofMillis(20), SYMBOL, "ETHUSDT"), lifetime, symbols);
    }

    Bench(LoopbackExchange exchange, Duration lifetime, String... symbols) {
        this.exchange = exchange;
        VenueAdapter binance = new BinanceAdapter(new BinanceEndpoints(exchange.rest(), exchange.websocket()));
        adapter = new ImpatientAdapter(binance, SILENT_AFTER, lifetime);
        FeedPorts ports = new FeedPorts(FeedPorts.steadyClock(), frames::add, this::take);
        List<String> wanted = symbols.length == 0 ? List.of(SYMBOL) : List.of(symbols);
        feed = new VenueFeed(adapter, wanted, Quick.policy(), ports, SEED);
        book = new BookProbe(INSTRUMENT, feed::requestSnapshot);
    }

    private void take(MarketEvent event) {
        events.add(event);
        book.take(event);
    }

    Bench start() {
        feed.start();
        return this;
    }

    /** Starts, and waits for both sockets and a live book. */
    Bench live() {
        start();
        until(() -> exchange.clients(PUBLIC) == 1 && exchange.clients(MARKET) == 1);
        untilLive();
        return this;
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    /** Waits for a book that is live and has since taken some changes. */
    void untilLive() {
        until(book::live);
        int applied = book.applied();
        until(() -> book.live() && book.applied() > applied + 5);
    }

    void untilNotLive() {
        until(() -> !book.live());
    }

    /** Every state that the book was ever in is the exchange's at the same update. */
    void assertBookWasAlwaysTrue() {
        Map<Long, String> hashes = book.hashes();
        assertThat(hashes).isNotEmpty();
        hashes.forEach((id, hash) ->
                assertThat(hash).as("book at update %d", id).isEqualTo(exchange.trueBookHash(SYMBOL, id)));
    }

    /** The newest state of the book is the exchange's at the same update. */
    void assertBookIsTrue() {
        Map<Long, String> hashes = book.hashes();
        long last = hashes.keySet().stream().reduce(0L, (first, second) -> second);
        assertThat(hashes.get(last)).as("book at update %d", last).isEqualTo(exchange.trueBookHash(SYMBOL, last));
    }

    <T extends MarketEvent> Stream<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean has(Class<? extends MarketEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    Stream<FeedStatus> statuses(FeedStatus.State state) {
        return all(FeedStatus.class).filter(status -> status.state() == state);
    }

    boolean said(String connection, FeedStatus.State state) {
        return statuses(state).anyMatch(status -> status.connection().equals(connection));
    }

    long requests(String path) {
        return exchange.requests().stream()
                .filter(request -> request.startsWith(path))
                .count();
    }

    long deltas() {
        return all(BookDelta.class).count();
    }

    @Override
    public void close() {
        feed.close();
        exchange.close();
    }
}
