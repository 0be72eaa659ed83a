package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.backfill.BootstrapPolicy;
import io.faultline.desk.Bar;
import io.faultline.desk.TimeLog;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.FeedPorts;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.bybit.BybitEndpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole live session on the practice exchange, with a history in its home. */
@Timeout(120)
class LivePastTest {
    private static final BootstrapPolicy QUICK =
            new BootstrapPolicy(4, Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(2), true);

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static LiveSession session(Path home, PracticeExchange exchange) {
        List<VenueAdapter> adapters = List.of(
                new BinanceAdapter(
                        new BinanceEndpoints(exchange.rest(Venue.BINANCE), exchange.websocket(Venue.BINANCE))),
                new BybitAdapter(new BybitEndpoints(exchange.rest(Venue.BYBIT), exchange.websocket(Venue.BYBIT))));
        LiveJournal journal = new LiveJournal(home.resolve("journal"), "BTCUSDT");
        LiveSession session = new LiveSession(List.of("BTCUSDT"), adapters, FeedPolicy.standard(), journal);
        session.keep(
                () -> new LivePast(
                        new HomeHistory(home, FeedPorts.steadyClock(), QUICK),
                        "BTCUSDT",
                        adapters,
                        FeedPorts.steadyClock()),
                new GridFile(home.resolve("grids"), "BTCUSDT"));
        return session;
    }

    private static PracticeExchange exchange() throws Exception {
        return PracticeExchange.start(PracticeSettings.of(4, List.of(Venue.BINANCE, Venue.BYBIT), List.of("BTCUSDT")));
    }

    /** Bars of the past by their length, after the desk's own two logs. */
    private static TimeLog<Bar> past(LiveSession session, int log) {
        List<TimeLog<Bar>> logs = session.view().history().bars();
        return logs.get(2 + log);
    }

    private static boolean shows(LiveSession session, long hours) {
        return session.view().history().bars().size() == 6 && past(session, 3).end() >= hours;
    }

    @Test
    void showsThirtyDaysBehindTheLiveMarketAndAgainWhenTheVenuesAreGone(@TempDir Path home) throws Exception {
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(home, exchange)) {
            until(() -> session.past().orElseThrow().fraction() == 1 && shows(session, 700));
            TimeLog<Bar> minutes = past(session, 0);
            assertThat(minutes.end()).isGreaterThanOrEqualTo(240);
            Bar newest = Objects.requireNonNull(minutes.newest());
            long age = session.nowNanos() - newest.startNanos() - newest.lengthNanos();
            assertThat(age).isBetween(0L, Duration.ofMinutes(2).toNanos());
            until(() -> session.view().venues().stream().anyMatch(venue -> venue.mark() != null));
            assertThat(session.past().orElseThrow().problem()).isEmpty();
            assertThat(session.past().orElseThrow().lines())
                    .containsExactlyInAnyOrder("Binance: history complete", "Bybit: history complete");
        }
        assertThat(home.resolve("history").resolve("history.db")).exists();

        PracticeExchange gone = exchange();
        gone.close();
        try (LiveSession session = session(home, gone)) {
            until(() -> shows(session, 700));
            assertThat(session.past().orElseThrow().fraction()).isLessThan(1);
        }
    }

    @Test
    void isOffWithoutHarmWhereNothingCanBeKept(@TempDir Path home) throws Exception {
        Files.createFile(home.resolve("history"));
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(home, exchange)) {
            until(() -> session.view().venues().stream().anyMatch(venue -> venue.mark() != null));
            until(() -> !session.past().orElseThrow().problem().isEmpty());
            assertThat(session.past().orElseThrow().problem()).contains("no history is kept");
        }
    }

    @Test
    void comesToTheWholePastHoweverQuicklyAVenueIsSwitchedOffAndOn(@TempDir Path home) throws Exception {
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(home, exchange)) {
            for (int i = 0; i < 12; i++) {
                session.turn(Venue.BYBIT, i % 2 != 0);
                session.turn(Venue.BINANCE, i % 3 != 0);
            }
            session.turn(Venue.BYBIT, true);
            session.turn(Venue.BINANCE, true);
            until(() -> session.past().orElseThrow().lines().size() == 2
                    && session.past().orElseThrow().fraction() == 1);
        }
    }

    @Test
    void leavesNoThreadBehindAndStopsAskingAVenueThatIsSwitchedOff(@TempDir Path home) throws Exception {
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(home, exchange)) {
            until(() -> session.past().orElseThrow().lines().size() == 2);
            session.turn(Venue.BYBIT, false);
            until(() -> session.past().orElseThrow().lines().size() == 1);
            session.turn(Venue.BYBIT, true);
            until(() -> session.past().orElseThrow().fraction() == 1
                    && session.venues().equals(Map.of(Venue.BINANCE, true, Venue.BYBIT, true)));
        }
        Set<String> ours = Set.of("history-writer", "backfill", "past");
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(ours::contains)
                .collect(Collectors.toSet())
                .isEmpty());
    }
}
