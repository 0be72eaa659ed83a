package io.faultline.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.feed.FeedPorts;
import io.faultline.feed.Quick;
import io.faultline.feed.VenueFeed;
import io.faultline.history.Coverage;
import io.faultline.history.HistoryStore;
import io.faultline.history.Retention;
import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryBar.Flag;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.bybit.BybitEndpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over real HTTP on loopback, through the feed's own client. */
@Timeout(60)
class BootstrapTest {
    private static final InstrumentId BINANCE = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final InstrumentId BYBIT = new InstrumentId(Venue.BYBIT, "BTCUSDT");

    /** A quarter past an hour and some seconds. */
    private static final long NOW = 1_700_000_100_000L + 817_000;

    private static final long MONTH = 30 * 86_400_000L;
    private static final URI NOWHERE = URI.create("ws://127.0.0.1:1");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final long startNanos = System.nanoTime();
    private final HistoryStore store;
    private final List<InstrumentId> filled = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private long venueBehindMillis;
    private final PastExchange exchange;
    private final Bootstrap bootstrap;

    BootstrapTest(@TempDir Path folder) throws IOException {
        store = new HistoryStore(folder, Retention.standard(), this::clock);
        exchange = new PastExchange(() -> clock() / 1_000_000 - venueBehindMillis);
        bootstrap = bootstrap();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        exchange.close();
        store.close();
    }

    private long clock() {
        return NOW * 1_000_000 + System.nanoTime() - startNanos;
    }

    private Bootstrap bootstrap() {
        BootstrapPolicy policy =
                new BootstrapPolicy(4, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(50), true);
        Bootstrap made = new Bootstrap(store, policy, this::clock, filled::add);
        open.add(made);
        return made;
    }

    private void add(Bootstrap to, VenueAdapter adapter, InstrumentId instrument) {
        FeedPorts ports = new FeedPorts(this::clock, frame -> {}, event -> {});
        VenueFeed feed = new VenueFeed(adapter, List.of("BTCUSDT"), Quick.policy(), ports, 7);
        open.add(feed);
        to.add(adapter, instrument, feed::get);
    }

    private void addBinance(Bootstrap to) {
        add(to, new BinanceAdapter(new BinanceEndpoints(exchange.address(), NOWHERE)), BINANCE);
    }

    private void addBybit(Bootstrap to) {
        add(to, new BybitAdapter(new BybitEndpoints(exchange.address(), NOWHERE)), BYBIT);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private static BootstrapProgress.OfContract of(Bootstrap bootstrap, InstrumentId instrument) {
        return bootstrap.progress().contracts().stream()
                .filter(progress -> progress.instrument().equals(instrument))
                .findFirst()
                .orElse(new BootstrapProgress.OfContract(instrument, false, 0, 0, 0, 0, 0, ""));
    }

    private List<HistoryBar> finest(InstrumentId instrument, long from, long to) {
        return store.read(reader -> reader.finestBars(instrument, new TimeSpan(from, to)), List.of());
    }

    private Coverage coverage(InstrumentId instrument, HistoryKind kind, Timeframe timeframe) {
        return store.read(reader -> reader.coverage(new Series(instrument, kind, timeframe)), Coverage.NONE);
    }

    @Test
    void fillsThirtyDaysOfEveryVenueWithoutAHole() {
        addBinance(bootstrap);
        addBybit(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete() && of(bootstrap, BYBIT).complete());

        for (InstrumentId instrument : List.of(BINANCE, BYBIT)) {
            List<HistoryBar> bars = finest(instrument, Timeframe.HOUR.ceiling(NOW - MONTH), NOW);
            assertThat(bars.size()).isGreaterThan(4 * 60 + 20 * 12 + 6 * 24 * 4 + 22 * 24);
            for (int i = 1; i < bars.size(); i++) {
                assertThat(bars.get(i).startMillis())
                        .as("%s bar %d", instrument, i)
                        .isEqualTo(bars.get(i - 1).endMillis());
            }
            HistoryBar last = bars.get(bars.size() - 1);
            assertThat(last.endMillis()).isEqualTo(Timeframe.MINUTE.floor(NOW - 2_000));
            assertThat(last.prices().openPrice()).isEqualTo(PastExchange.open(last.startMillis()));
            assertThat(last.usd()).isEqualTo(1_000);
            assertThat(bars).noneMatch(bar -> bar.flags().contains(Flag.NO_MARK));
            boolean estimated = instrument.equals(BYBIT);
            assertThat(bars).allMatch(bar -> bar.flags().contains(Flag.ESTIMATED_SPLIT) == estimated);
            assertThat(bars.stream().filter(bar -> bar.timeframe() != Timeframe.MINUTE))
                    .noneMatch(bar -> bar.flags().contains(Flag.NO_OI));
            assertThat(store.read(reader -> reader.funding(instrument, new TimeSpan(NOW - MONTH, NOW)), List.of()))
                    .hasSize(90);
        }
        assertThat(finest(BINANCE, NOW - 37 * 86_400_000L + 3_600_000, NOW - 31 * 86_400_000L))
                .as("the run-in has prices and volume only")
                .hasSizeGreaterThan(140)
                .allMatch(
                        bar -> bar.flags().contains(Flag.NO_MARK) && bar.flags().contains(Flag.NO_OI));
        assertThat(finest(BINANCE, NOW - MONTH, NOW).get(5).buyUsd()).isEqualTo(400);
        assertThat(filled).contains(BINANCE, BYBIT);
        assertThat(bootstrap.progress().fraction()).isEqualTo(1);
        assertThat(of(bootstrap, BINANCE).words()).isEqualTo("Binance: history complete");
    }

    @Test
    void asksForTheNewestFirst() {
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        List<String> bars = exchange.asked().stream()
                .filter(path -> path.startsWith("/fapi/v1/klines"))
                .toList();
        assertThat(bars.get(0)).contains("interval=1m");
        assertThat(bars.get(1)).contains("interval=5m");
        assertThat(bars.get(2)).contains("interval=15m");
        assertThat(bars.get(bars.size() - 1)).contains("interval=1h");
        assertThat(bars).hasSize(5);
    }

    @Test
    void asksForNothingThatIsKnown() {
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        int asked = exchange.asked().size();
        bootstrap.close();

        Bootstrap again = bootstrap();
        addBinance(again);
        until(() -> of(again, BINANCE).complete());
        assertThat(exchange.asked().subList(asked, exchange.asked().size())).isEmpty();
    }

    @Test
    void aVenueThatFailsCostsTheOthersNothingAndIsAskedAgain() {
        exchange.broken = path -> path.startsWith("/v5/market/");
        addBybit(bootstrap);
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        assertThat(of(bootstrap, BYBIT).complete()).isFalse();
        assertThat(of(bootstrap, BYBIT).trouble()).contains("500");

        exchange.broken = path -> path.equals("/v5/market/kline");
        until(() -> of(bootstrap, BYBIT).trouble().contains("bars"));
        exchange.broken = path -> false;
        until(() -> of(bootstrap, BYBIT).complete());
        assertThat(coverage(BYBIT, HistoryKind.BARS, Timeframe.MINUTE)
                        .covers(new TimeSpan(NOW - 3_600_000, NOW - 120_000)))
                .isTrue();
    }

    @Test
    void doesWithoutASeriesThatTheVenueRefuses() {
        exchange.refused = path -> path.equals("/futures/data/openInterestHist");
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        long times = exchange.asked().stream()
                .filter(path -> path.startsWith("/futures/"))
                .count();
        assertThat(of(bootstrap, BINANCE).trouble()).contains("open interest", "not to be had");
        assertThat(finest(BINANCE, NOW - MONTH, NOW))
                .isNotEmpty()
                .allMatch(bar -> bar.flags().contains(Flag.NO_OI));
        assertThat(times).isEqualTo(6);
    }

    @Test
    void hasAtMostFourRequestsUnderWayAtAVenue() {
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        assertThat(exchange.mostUnderWay()).isBetween(1, 4);
    }

    @Test
    void takesTheVenuesClockForWhatHasEnded() {
        venueBehindMillis = 3_600_000;
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        List<HistoryBar> bars = finest(BINANCE, NOW - 86_400_000, NOW);
        assertThat(bars.get(bars.size() - 1).endMillis()).isEqualTo(Timeframe.MINUTE.floor(NOW - 3_600_000 - 2_000));
    }

    @Test
    void leavesAGapWhereTheVenueHasNothing() {
        long hole = Timeframe.MINUTE.floor(NOW) - 7_200_000;
        exchange.missing = start -> start >= hole && start < hole + 600_000;
        addBinance(bootstrap);
        until(() -> of(bootstrap, BINANCE).complete());
        assertThat(coverage(BINANCE, HistoryKind.BARS, Timeframe.MINUTE)
                        .gaps(new TimeSpan(hole - 3_600_000, hole + 3_600_000)))
                .containsExactly(new TimeSpan(hole, hole + 600_000));
        assertThat(finest(BINANCE, hole, hole + 600_000)).isEmpty();
    }

    @Test
    void canBeCancelled() {
        exchange.broken = path -> path.endsWith("lines");
        addBinance(bootstrap);
        until(() -> !exchange.asked().isEmpty());
        bootstrap.cancel(BINANCE);
        until(() -> bootstrap.progress().contracts().isEmpty());
        assertThat(bootstrap.progress().complete()).isTrue();
    }
}
