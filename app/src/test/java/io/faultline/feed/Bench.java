package io.faultline.feed;

import static org.awaitility.Awaitility.await;

import io.faultline.market.BookDelta;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.practice.LoopbackExchange;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An exchange on loopback, a feed connected to it, and all that came of it. */
final class Bench implements AutoCloseable {
    static final String SYMBOL = "BTCUSDT";
    static final InstrumentId INSTRUMENT = new InstrumentId(Venue.BINANCE, SYMBOL);
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final long SEED = 11;

    final LoopbackExchange exchange;
    final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final VenueFeed feed;

    Bench(String... symbols) throws IOException {
        this(Quick.policy(), Duration.ofHours(23), symbols);
    }

    Bench(FeedPolicy policy, Duration lifetime, String... symbols) throws IOException {
        exchange = LoopbackExchange.generated(SEED, Duration.ofMillis(20), SYMBOL, "ETHUSDT");
        VenueAdapter binance = new BinanceAdapter(new BinanceEndpoints(exchange.rest(), exchange.websocket()));
        VenueAdapter adapter = new ImpatientAdapter(binance, Duration.ofMillis(400), lifetime);
        FeedPorts ports = new FeedPorts(FeedPorts.steadyClock(), frames::add, this::take);
        feed = new VenueFeed(adapter, symbols.length == 0 ? List.of(SYMBOL) : List.of(symbols), policy, ports, SEED);
    }

    private void take(MarketEvent event) {
        events.add(event);
    }

    Bench start() {
        feed.start();
        return this;
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(condition);
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

    long deltas() {
        return all(BookDelta.class).count();
    }

    @Override
    public void close() {
        feed.close();
        exchange.close();
    }
}
