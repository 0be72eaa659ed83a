package io.faultline.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.feed.FeedPorts;
import io.faultline.feed.Quick;
import io.faultline.feed.VenueFeed;
import io.faultline.history.HistoryStore;
import io.faultline.history.Retention;
import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryBar.Flag;
import io.faultline.market.InstrumentId;
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
import io.faultline.venue.dydx.DydxAdapter;
import io.faultline.venue.dydx.DydxEndpoints;
import io.faultline.venue.okx.OkxAdapter;
import io.faultline.venue.okx.OkxEndpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The past of the practice exchange, asked in each venue's own way. Its encoders know nothing of our readers. */
@Timeout(120)
class PracticeHistoryTest {
    private static final long DAY = 86_400_000;

    private static VenueAdapter adapter(Venue venue, PracticeExchange exchange) {
        URI rest = exchange.rest(venue);
        URI websocket = exchange.websocket(venue);
        return switch (venue) {
            case BINANCE -> new BinanceAdapter(new BinanceEndpoints(rest, websocket));
            case BYBIT -> new BybitAdapter(new BybitEndpoints(rest, websocket));
            case OKX -> new OkxAdapter(new OkxEndpoints(rest, websocket));
            case BITGET -> new BitgetAdapter(new BitgetEndpoints(rest, websocket));
            case DYDX -> new DydxAdapter(new DydxEndpoints(rest, websocket));
        };
    }

    @ParameterizedTest
    @EnumSource
    void thirtyDaysComeWithoutAHole(Venue venue, @TempDir Path folder) throws IOException {
        LongSupplier clock = FeedPorts.steadyClock();
        PracticeSettings settings = PracticeSettings.of(5, List.of(venue), List.of("BTCUSDT"));
        try (PracticeExchange exchange = PracticeExchange.start(settings);
                HistoryStore store = new HistoryStore(folder, Retention.standard(), clock)) {
            VenueAdapter adapter = adapter(venue, exchange);
            InstrumentId instrument = new InstrumentId(venue, adapter.spelled("BTCUSDT"));
            FeedPorts ports = new FeedPorts(clock, frame -> {}, event -> {});
            BootstrapPolicy policy =
                    new BootstrapPolicy(4, Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(1), true);
            try (VenueFeed feed = new VenueFeed(adapter, List.of(instrument.symbol()), Quick.policy(), ports, 3);
                    Bootstrap bootstrap = new Bootstrap(store, policy, clock, filled -> {})) {
                bootstrap.add(adapter, instrument, feed::get);
                await().atMost(Duration.ofSeconds(100)).until(() -> isComplete(bootstrap));
                assertThat(bootstrap.progress().contracts().get(0).stored())
                        .as("%s", bootstrap.progress())
                        .isGreaterThan(3_000);
            }
            long now = clock.getAsLong() / 1_000_000;
            List<HistoryBar> bars =
                    store.read(reader -> reader.finestBars(instrument, new TimeSpan(now - 29 * DAY, now)), List.of());
            assertThat(bars.size()).isGreaterThan(1_500);
            for (int i = 1; i < bars.size(); i++) {
                assertThat(bars.get(i).startMillis())
                        .as("bar %d", i)
                        .isEqualTo(bars.get(i - 1).endMillis());
            }
            assertThat(now - bars.get(bars.size() - 1).endMillis()).isBetween(0L, 90_000L);
            assertThat(bars).allMatch(bar -> bar.usd() > 0 && bar.prices().lowPrice() > 0);
            assertThat(bars).allMatch(bar -> bar.flags().contains(Flag.NO_MARK) == (venue == Venue.DYDX));
            assertMeasured(venue, bars);
            int settled = venue == Venue.DYDX ? 720 : 90;
            assertThat(store.read(reader -> reader.funding(instrument, new TimeSpan(now - 30 * DAY, now)), List.of()))
                    .hasSizeBetween(settled - 1, settled + 1);
        }
    }

    private static boolean isComplete(Bootstrap bootstrap) {
        return bootstrap.progress().contracts().size() == 1
                && bootstrap.progress().complete();
    }

    /** Who tells what: the table of model.md, section 8.1. */
    private static void assertMeasured(Venue venue, List<HistoryBar> bars) {
        List<HistoryBar> samples =
                bars.stream().filter(bar -> bar.timeframe() != Timeframe.MINUTE).toList();
        boolean hasOpenInterest = venue != Venue.BITGET;
        assertThat(samples).allMatch(bar -> bar.flags().contains(Flag.NO_OI) != hasOpenInterest);
        long estimated = bars.stream()
                .filter(bar -> bar.flags().contains(Flag.ESTIMATED_SPLIT))
                .count();
        switch (venue) {
            case BINANCE -> assertThat(estimated).isZero();
            case OKX -> assertThat(estimated).as("of %d", bars.size()).isLessThan(10);
            default -> assertThat(estimated).isLessThanOrEqualTo(bars.size());
        }
    }
}
