package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.MergedDepth;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.feed.FeedPolicy;
import io.faultline.market.FeedStatus;
import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four venues and two symbols, from their sockets to the desks and the journal, and back from the journal. */
@Timeout(120)
class SeveralVenuesTest {
    private static final List<Venue> FOUR = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PracticeExchange exchange =
            PracticeExchange.start(PracticeSettings.of(11, FOUR, List.of("BTCUSDT", "ETHUSDT")));

    @TempDir
    private Path folder = Path.of("");

    SeveralVenuesTest() throws IOException {}

    @AfterEach
    void closeTheExchange() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.jsonl.gz", "blocks"})
    void replaysSeveralVenuesAndSymbolsToTheVeryStateThatTheyHadLive(String name) throws IOException {
        Path out = folder.resolve(name);
        LiveJournal journal = new LiveJournal(out, "several");
        journal.startAt(out);
        LiveSession session = open(List.of("BTCUSDT", "ETHUSDT"), journal);
        try (session) {
            for (int i = 0; i < 2; i++) {
                int symbol = i;
                await().atMost(LIMIT).until(() -> allLive(session.views().get(symbol)));
            }
            run(session, 2_000_000_000L);
        }

        for (String symbol : List.of("BTCUSDT", "ETHUSDT")) {
            String live = session.stateHash(symbol);
            assertThat(replayed(out, symbol, 100)).as(symbol + " at 100x").isEqualTo(live);
            assertThat(sought(out, symbol)).as(symbol + " sought").isEqualTo(live);
        }
        assertThat(replayed(out, "BTCUSDT", 7)).isEqualTo(session.stateHash("BTCUSDT"));
    }

    @Test
    void losesAVenueInTheJournalAsWhenItWasSwitchedOff() throws IOException {
        Path out = folder.resolve("journal.jsonl.gz");
        LiveJournal journal = new LiveJournal(out, "BTCUSDT");
        journal.startAt(out);
        LiveSession session = open(List.of("BTCUSDT"), journal);
        try (session) {
            await().atMost(LIMIT).until(() -> allLive(session.view()));
            session.turn(Venue.BYBIT, false);
            await().atMost(LIMIT).until(() -> !book(session, Venue.BYBIT).live());
            run(session, 1_500_000_000L);
        }

        assertThat(replayed(out, "BTCUSDT", 100)).isEqualTo(session.stateHash());
    }

    @Test
    void switchesAVenueOffAndOnWhileTheOthersGoOn() throws IOException {
        try (LiveSession session = open(List.of("BTCUSDT"), new LiveJournal(folder, "BTCUSDT"))) {
            await().atMost(LIMIT).until(() -> allLive(session.view()));
            assertThat(session.venues()).containsOnlyKeys(FOUR).doesNotContainValue(false);

            session.turn(Venue.OKX, false);
            await().atMost(LIMIT).until(() -> exchange.clients(Venue.OKX) == 0);
            await().atMost(LIMIT).until(() -> book(session, Venue.OKX).state() == BookView.State.LOST);

            assertThat(session.venues()).containsEntry(Venue.OKX, false);
            assertThat(venue(session.view(), Venue.OKX).feed().connections())
                    .extracting(FeedStatus::state)
                    .containsOnly(FeedStatus.State.OFF);
            assertThat(MergedDepth.leftOut(session.view(), EnumSet.allOf(Venue.class), session.nowNanos()))
                    .contains(new MergedDepth.LeftOut(Venue.OKX, "switched off"));
            int asked = exchange.requests(Venue.OKX).size();
            run(session, 500_000_000L);
            assertThat(others(session.view(), Venue.OKX))
                    .allMatch(view -> view.book().live());
            assertThat(exchange.requests(Venue.OKX)).hasSize(asked);

            session.turn(Venue.OKX, true);
            await().atMost(LIMIT).until(() -> allLive(session.view()));
        }
    }

    @Test
    void showsTheOthersWhileAVenueRefusesConnections() throws IOException {
        try (var refused = exchange.faults(Venue.BITGET).start(new Fault.ConnectionRefused());
                LiveSession session = open(List.of("BTCUSDT"), new LiveJournal(folder, "BTCUSDT"))) {
            await().atMost(LIMIT)
                    .until(() -> others(session.view(), Venue.BITGET).stream()
                            .allMatch(view -> view.book().live()));
            assertThat(book(session, Venue.BITGET).live()).isFalse();
            MergedDepth merged = new MergedDepth();
            merged.fill(session.view(), EnumSet.allOf(Venue.class), session.nowNanos(), 1, 0, 10);
            assertThat(merged.venues()).isEqualTo(3);

            refused.end();
            session.retryNow();
            await().atMost(LIMIT).until(() -> allLive(session.view()));
        }
    }

    @Test
    void showsTheOthersWhenAVenueListsNoSuchSymbol() throws IOException {
        var symbols = new java.util.EnumMap<Venue, List<String>>(Venue.class);
        symbols.put(Venue.BINANCE, List.of("SOLUSDT"));
        symbols.put(Venue.BYBIT, List.of("BTCUSDT"));
        PracticeSettings settings = PracticeSettings.of(3, List.of(), List.of());
        PracticeSettings uneven = new PracticeSettings(
                3,
                symbols,
                settings.messagesPerSecond(),
                settings.levels(),
                settings.updatesKept(),
                1,
                System::currentTimeMillis,
                OptionalInt.empty());
        try (PracticeExchange small = PracticeExchange.start(uneven);
                LiveSession session = new LiveSession(
                        List.of("SOLUSDT"),
                        PracticeVenues.adapters(small),
                        FeedPolicy.standard(),
                        new LiveJournal(folder, "SOLUSDT"))) {
            await().atMost(LIMIT).until(() -> book(session, Venue.BINANCE).live());
            await().atMost(LIMIT)
                    .until(() -> venue(session.view(), Venue.BYBIT).feed().connections().stream()
                            .anyMatch(status -> status.detail().startsWith("Bybit lists no SOLUSDT")));
            assertThat(small.clients(Venue.BYBIT)).isZero();
        }
    }

    @Test
    void tellsTrafficAndExpectationsOfEveryVenue() throws IOException {
        try (LiveSession session = open(List.of("BTCUSDT"), new LiveJournal(folder, "BTCUSDT"))) {
            await().atMost(LIMIT)
                    .until(() -> session.view().venues().stream()
                            .allMatch(view -> view.feed().traffic().bytesPerSecond() > 0));
            for (VenueView view : session.view().venues()) {
                assertThat(view.feed().topics())
                        .as(view.instrument().toString())
                        .anyMatch(topic -> topic.expectedNanos() > 0 && topic.subscribedNanos() > 0);
            }
        }
    }

    private LiveSession open(List<String> symbols, LiveJournal journal) {
        return new LiveSession(symbols, PracticeVenues.adapters(exchange), FeedPolicy.standard(), journal);
    }

    private static boolean allLive(DeskView view) {
        return view.venues().size() == FOUR.size()
                && view.venues().stream().allMatch(venue -> venue.book().live());
    }

    private static List<VenueView> others(DeskView view, Venue but) {
        Predicate<VenueView> other = each -> each.instrument().venue() != but;
        return view.venues().stream().filter(other).toList();
    }

    private static VenueView venue(DeskView view, Venue venue) {
        return view.venues().stream()
                .filter(each -> each.instrument().venue() == venue)
                .findFirst()
                .orElseThrow();
    }

    private static BookView book(Session session, Venue venue) {
        return venue(session.view(), venue).book();
    }

    /** Waits until the market has gone on for that long. */
    private static void run(Session session, long nanos) {
        long from = session.view().timeNanos();
        await().atMost(LIMIT).until(() -> session.view().timeNanos() > from + nanos);
    }

    private static String replayed(Path journal, String symbol, double speed) throws IOException {
        ReplaySession replay = Markets.replay(List.of(journal), Optional.of(symbol), Venues.live());
        try (replay) {
            ReplayControl control = replay.replay().orElseThrow();
            control.speed(speed);
            control.play();
            await().atMost(Duration.ofSeconds(60)).until(control::ended);
        }
        return replay.stateHash();
    }

    private static String sought(Path journal, String symbol) throws IOException {
        ReplaySession replay = Markets.replay(List.of(journal), Optional.of(symbol), Venues.live());
        try (replay) {
            ReplayControl control = replay.replay().orElseThrow();
            control.seek(Long.MAX_VALUE);
            await().atMost(Duration.ofSeconds(60)).until(() -> !control.seeking() && control.ended());
        }
        return replay.stateHash();
    }
}
