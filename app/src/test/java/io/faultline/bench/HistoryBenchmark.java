package io.faultline.bench;

import io.faultline.backfill.Bootstrap;
import io.faultline.backfill.BootstrapPolicy;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.FeedPorts;
import io.faultline.feed.VenueFeed;
import io.faultline.history.HistoryBatch;
import io.faultline.history.HistoryStore;
import io.faultline.history.Retention;
import io.faultline.history.Source;
import io.faultline.market.Candle;
import io.faultline.market.HistoryKind;
import io.faultline.market.HistoryRow;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkCandle;
import io.faultline.market.Ohlc;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import io.faultline.venue.bitget.BitgetAdapter;
import io.faultline.venue.bitget.BitgetEndpoints;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.bybit.BybitEndpoints;
import io.faultline.venue.okx.OkxAdapter;
import io.faultline.venue.okx.OkxEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The store with 30 days of minutes of one contract, and 30 days of four venues filled from the practice exchange over
 * loopback, which leaves the venues' own limits and the length of the line out. Times are of the clock on the wall.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
@State(Scope.Thread)
public class HistoryBenchmark {
    private static final int MINUTES = 43_200;
    private static final int BATCH = 500;
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);

    private final LongSupplier clock = FeedPorts.steadyClock();
    private Path folder = Path.of("");
    private long startMillis;

    /** A store of 43 200 minutes. */
    @Setup(Level.Iteration)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("history");
        startMillis = Timeframe.MINUTE.floor(clock.getAsLong() / 1_000_000) - MINUTES * 60_000L;
    }

    @TearDown(Level.Iteration)
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Writes 43 200 bars with their marks, opens the file again and reads them. */
    @Benchmark
    public void writeAndRead(ThreadCost cost, Blackhole hole) {
        long begun = System.nanoTime();
        try (HistoryStore store = new HistoryStore(folder, Retention.standard(), clock)) {
            for (int from = 0; from < MINUTES; from += BATCH) {
                write(store, from);
            }
            store.offer(new HistoryBatch(Source.LIVE, List.of(), List.of())).join();
            System.out.printf(
                    "%nwritten %.0f ms, %d bytes",
                    (System.nanoTime() - begun) / 1e6, store.status().bytes());
        }
        try (HistoryStore store = new HistoryStore(folder, Retention.standard(), clock)) {
            store.read(reader -> reader.coverage(series()), io.faultline.history.Coverage.NONE);
            long opened = System.nanoTime();
            cost.begin();
            TimeSpan span = new TimeSpan(startMillis, startMillis + MINUTES * 60_000L);
            hole.consume(store.read(reader -> reader.bars(BTC, Timeframe.MINUTE, span), List.of()));
            cost.end(MINUTES);
            System.out.printf(", read %.0f ms", (System.nanoTime() - opened) / 1e6);
        }
    }

    private static Series series() {
        return new Series(BTC, HistoryKind.BARS, Timeframe.MINUTE);
    }

    private void write(HistoryStore store, int from) {
        List<HistoryRow> rows = new ArrayList<>();
        int to = Math.min(MINUTES, from + BATCH);
        for (int i = from; i < to; i++) {
            long at = startMillis + i * 60_000L;
            long price = 600_000L + i % 5_000;
            rows.add(new Candle(
                    BTC, Timeframe.MINUTE, at, new Ohlc(1, price, price + 9, price - 9, price + 3), 1e6 + i, 5e5));
            rows.add(new MarkCandle(
                    BTC,
                    Timeframe.MINUTE,
                    at,
                    new Ohlc(8, price * 10_000_000, price * 10_000_009, price * 9_999_990, price * 10_000_003)));
        }
        TimeSpan span = new TimeSpan(startMillis + from * 60_000L, startMillis + to * 60_000L);
        store.offer(new HistoryBatch(Source.LIVE, rows, List.of(new HistoryBatch.Claim(series(), span))))
                .join();
    }

    /** From nothing to 30 days of four venues. */
    @Benchmark
    public void bootstrap(ThreadCost cost) throws IOException {
        List<VenueFeed> feeds = new ArrayList<>();
        cost.begin();
        try (PracticeExchange exchange = PracticeExchange.start(PracticeSettings.of(1, VENUES, List.of("BTCUSDT")));
                HistoryStore store = new HistoryStore(folder, Retention.standard(), clock);
                Bootstrap bootstrap = new Bootstrap(store, BootstrapPolicy.standard(), clock, filled -> {})) {
            for (Venue venue : VENUES) {
                VenueAdapter adapter = adapter(venue, exchange);
                InstrumentId instrument = new InstrumentId(venue, adapter.spelled("BTCUSDT"));
                FeedPorts ports = new FeedPorts(clock, frame -> {}, event -> {});
                VenueFeed feed = new VenueFeed(adapter, List.of(instrument.symbol()), FeedPolicy.standard(), ports, 1);
                feeds.add(feed);
                bootstrap.add(adapter, instrument, feed::get);
            }
            while (bootstrap.progress().contracts().size() < VENUES.size()
                    || !bootstrap.progress().complete()) {
                LockSupport.parkNanos(1_000_000);
            }
            System.out.printf(
                    "%n%s%n%d bytes ", bootstrap.progress(), store.status().bytes());
        } finally {
            feeds.forEach(VenueFeed::close);
        }
        cost.end(1);
    }

    private static VenueAdapter adapter(Venue venue, PracticeExchange exchange) {
        var rest = exchange.rest(venue);
        var websocket = exchange.websocket(venue);
        return switch (venue) {
            case BINANCE -> new BinanceAdapter(new BinanceEndpoints(rest, websocket));
            case BYBIT -> new BybitAdapter(new BybitEndpoints(rest, websocket));
            case OKX -> new OkxAdapter(new OkxEndpoints(rest, websocket));
            case BITGET -> new BitgetAdapter(new BitgetEndpoints(rest, websocket));
            case DYDX -> throw new IllegalArgumentException("takes no part");
        };
    }
}
