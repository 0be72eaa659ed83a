package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.backfill.BootstrapPolicy;
import io.faultline.book.BookObserver;
import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.desk.SignalRules;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.FeedPorts;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.signal.PathRule;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The liquidation model of a whole live session on the practice exchange, of its restart, and of a replay of it. */
@Timeout(180)
class LiveModelTest {
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BITGET);
    private static final long MONTH = 30 * 86_400_000L;
    private static final BootstrapPolicy QUICK =
            new BootstrapPolicy(4, Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(2), true);

    @TempDir
    private Path home = Path.of("");

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static PracticeExchange exchange() throws IOException {
        return PracticeExchange.start(PracticeSettings.of(4, VENUES, List.of("BTCUSDT")));
    }

    private LiveSession session(PracticeExchange exchange, LiveJournal journal) {
        return session(exchange, journal, OwnModel.unkept());
    }

    private LiveSession session(PracticeExchange exchange, LiveJournal journal, OwnModel own) {
        List<VenueAdapter> adapters = PracticeVenues.adapters(exchange);
        SharedAccess access = new SharedAccess(FeedPolicy.standard());
        LiveSession session = new LiveSession(
                List.of("BTCUSDT"), adapters, access, journal, BookObserver.NONE, own, new HomeAlarms());
        session.keep(
                () -> new LivePast(
                        new HomeHistory(home, FeedPorts.steadyClock(), QUICK),
                        "BTCUSDT",
                        adapters,
                        FeedPorts.steadyClock()),
                new GridFile(home.resolve("grids"), "BTCUSDT"));
        return session;
    }

    private LiveJournal journal() {
        return new LiveJournal(home.resolve("journal"), "BTCUSDT");
    }

    private static boolean knowsAMonth(Session session) {
        GridView view = session.view().grid();
        return view.grids().size() == VENUES.size()
                && session.nowNanos() / 1_000_000 - view.knownFromMillis() > MONTH
                && view.venues().values().stream()
                        .noneMatch(each -> each.flags().contains(GridFlag.NO_OI_HISTORY))
                && view.heat().past().size() > 400;
    }

    /** A month, and nothing of it is still to come: what comes late is learned once more. */
    private static boolean knowsAll(Session session) {
        return knowsAMonth(session) && session.past().orElseThrow().fraction() >= 1;
    }

    private static void awaitStep(Session session) {
        long from = session.view().grid().grids().get(0).exchangeMillis();
        until(() -> session.view().grid().grids().get(0).exchangeMillis() > from);
    }

    private static String replayedHash(List<Path> journals, double speed) throws IOException {
        ReplaySession replay = Markets.replay(journals, Optional.of("BTCUSDT"), Venues.live());
        try (replay) {
            ReplayControl control = replay.replay().orElseThrow();
            control.speed(speed);
            if (speed > 50) {
                control.seek(Long.MAX_VALUE);
                await().atMost(60, TimeUnit.SECONDS).until(() -> !control.seeking() && control.ended());
            } else {
                control.play();
                await().atMost(60, TimeUnit.SECONDS).until(control::ended);
            }
            until(() -> replay.nowNanos() / 1_000_000 - replay.view().grid().knownFromMillis() > MONTH);
        }
        return replay.stateHash();
    }

    @Test
    void knowsAMonthInAReplayOfItsJournalAndEndsWithTheSameHash() throws IOException {
        Path out = home.resolve("whole");
        LiveJournal journal = journal();
        journal.startAt(out);
        LiveSession session;
        try (PracticeExchange exchange = exchange()) {
            session = session(exchange, journal);
            try (session) {
                until(() -> knowsAMonth(session));
                awaitStep(session);
            }
        }
        assertThat(replayedHash(List.of(out), 10)).isEqualTo(session.stateHash());
        assertThat(replayedHash(List.of(out), 100)).isEqualTo(session.stateHash());
    }

    @Test
    void goesOnAfterARestartWithWhatItKnew() throws IOException {
        LiveSession first;
        try (PracticeExchange exchange = exchange()) {
            first = session(exchange, journal());
            try (first) {
                until(() -> knowsAll(first));
            }
        }
        double before = mass(first); // as kept: the past may have been told more of on the way out
        assertThat(home.resolve("grids/BTCUSDT.grids")).exists();

        PracticeExchange gone = exchange();
        gone.close();
        try (LiveSession session = session(gone, journal())) {
            await().atMost(Duration.ofSeconds(60)) // until the history, which is kept too, is learned again
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> isRestored(session.view().grid()));
            until(() -> knowsAMonth(session));
            assertThat(mass(session)).isBetween(.9 * before, 1.1 * before);
        }
    }

    private static boolean isRestored(GridView grid) {
        return grid.grids().size() == VENUES.size()
                && grid.venues().values().stream().allMatch(each -> each.flags().contains(GridFlag.RESTORED));
    }

    private static double mass(Session session) {
        return Projection.of(session.view().grid().grids(), Selection.ALL)
                .figures(PositionSide.LONG)
                .atRiskUsd();
    }

    @Test
    void startsFromTheVenuesWhereWhatWasKeptIsDamaged() throws IOException {
        Files.createDirectories(home.resolve("grids"));
        Files.writeString(home.resolve("grids/BTCUSDT.grids"), "nonsense");
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(exchange, journal())) {
            until(() -> !session.past().orElseThrow().problem().isEmpty());
            assertThat(session.past().orElseThrow().problem()).contains("kept as BTCUSDT-damaged-");
            until(() -> knowsAMonth(session));
        }
        try (Stream<Path> files = Files.list(home.resolve("grids"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("BTCUSDT.grids")
                    .anyMatch(name -> name.startsWith("BTCUSDT-damaged-"));
        }
    }

    @Test
    void givesAJournalThatIsBegunInTheMiddleTheGridsAsTheyStand() throws IOException {
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(exchange, journal())) {
            until(() -> knowsAMonth(session));
            session.record(true);
            until(() -> session.journal().isPresent());
            long seen = session.view().timeNanos();
            until(() -> session.view().timeNanos() > seen + 2_000_000_000L);
        }
        List<Path> journals;
        try (Stream<Path> made = Files.list(home.resolve("journal"))) {
            journals = made.toList();
        }
        assertThat(replayedHash(journals, 100)).isEqualTo(replayedHash(journals, 20));
    }

    @Test
    void replaysWhatTheUserDecidedAboutTheModelWithTheSameHash() throws Exception {
        Path table = Files.writeString(home.resolve("mine.json"), """
                {"format": "faultline-risk-tiers-1", "tables": [
                  {"venue": "binance", "instrument": "BTCUSDT", "asOf": "2026-06-01", "bySlice": true,
                   "tiers": [["1000000", "0.01", "0.02", "50"], ["9000000", "0.05", "0.1", "10"]]}]}""");
        ModelParameters churning = ModelParameters.DEFAULT.withChurnShare(.9);
        SignalRules careful = SignalRules.DEFAULT.withDiscount(0.2).withPath(PathRule.DEFAULT.withBars(0.5, 3));
        Path out = home.resolve("whole");
        LiveJournal journal = journal();
        journal.startAt(out);
        LiveSession session;
        try (PracticeExchange exchange = exchange()) {
            session = session(exchange, journal, OwnModel.in(home));
            try (session) {
                until(() -> knowsAMonth(session));
                session.model(churning);
                session.rules(careful);
                until(() -> session.view().clusters().rules().equals(careful));
                until(() -> session.view().ledger().epoch().number() >= 1);
                assertThat(session.importBrackets(table).get(20, TimeUnit.SECONDS))
                        .hasSize(1);
                until(() -> session.view().grid().parameters().equals(churning));
                until(() -> words(session).contains("2026-06-01"));
                until(() -> !session.view().clusters().tracks().isEmpty());
                session.remark(session.view().clusters().tracks().get(0).id());
                awaitStep(session);
            }
        }
        assertThat(replayedHash(List.of(out), 100)).isEqualTo(session.stateHash());
    }

    @Test
    void beginsTheNextSessionAndItsJournalAsTheUserDecidedInTheLast() throws Exception {
        ModelParameters churning = ModelParameters.DEFAULT.withChurnShare(.9);
        KeptChoice<ModelParameters> last = KeptChoice.ofParameters(home.resolve("model.txt"));
        last.choose(churning);
        until(() -> KeptChoice.ofParameters(home.resolve("model.txt")).now().equals(churning));
        SignalRules careful = SignalRules.DEFAULT.withSignificantShare(0.01);
        KeptChoice<SignalRules> lastRules = KeptChoice.ofRules(home.resolve("rules.txt"));
        lastRules.choose(careful);
        until(() -> KeptChoice.ofRules(home.resolve("rules.txt")).now().equals(careful));
        Path out = home.resolve("whole");
        LiveJournal journal = journal();
        journal.startAt(out);
        LiveSession session;
        try (PracticeExchange exchange = exchange()) {
            session = session(exchange, journal, OwnModel.in(home));
            try (session) {
                until(() -> knowsAMonth(session));
                until(() -> session.view().clusters().rules().equals(careful));
                assertThat(session.view().grid().parameters()).isEqualTo(churning);
                assertThat(session.view().grid().epoch()).isEqualTo(GridView.Epoch.FIRST);
            }
        }
        assertThat(replayedHash(List.of(out), 100)).isEqualTo(session.stateHash());
        last.choose(ModelParameters.DEFAULT);
        until(() -> Files.notExists(home.resolve("model.txt")));
    }

    private static String words(Session session) {
        GridView.Standing binance = session.view().grid().venues().get(Venue.BINANCE);
        return binance == null ? "" : binance.words();
    }

    @Test
    void paintsAnotherPictureAndAnotherModelWhenTheyAreAskedFor() throws Exception {
        try (PracticeExchange exchange = exchange();
                LiveSession session = session(exchange, journal())) {
            until(() -> knowsAMonth(session));
            PictureChoice choice =
                    new PictureChoice(Selection.ALL, Basis.EXPECTED_FORCED, LookBack.BUILT_IN_WINDOW, Window.D7);
            session.picture(choice);
            until(() -> session.view().grid().heat().choice().equals(choice));
            assertThat(session.view().grid().counted()).hasSize(2);

            long hourAgo = session.nowNanos() / 1_000_000 - 3_600_000;
            List<GridSnapshot> then = session.gridsAt(hourAgo).get(20, TimeUnit.SECONDS);
            assertThat(then).hasSize(2).allMatch(each -> Math.abs(each.exchangeMillis() - hourAgo) <= 60_000);

            ModelParameters churning = ModelParameters.DEFAULT.withChurnShare(.9);
            session.model(churning);
            until(() -> session.view().grid().epoch().number() == 1);
            assertThat(session.view().grid().parameters()).isEqualTo(churning);
            assertThat(session.view().grid().grids()).hasSize(2);
        }
    }
}
