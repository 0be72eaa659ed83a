package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faultline.Captures;
import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.feed.FeedPolicy;
import io.faultline.practice.LoopbackExchange;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a socket to the view and the journal, and from the journal to the same view again. */
class SessionTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void replaysWhatWasRecordedLiveToTheVerySameState() throws IOException {
        Path journal = folder.resolve("journal.jsonl.gz");
        String live = recordedHash(journal);

        assertThat(replayedHash(journal, 100)).isEqualTo(live);
        assertThat(replayedHash(journal, 7)).isEqualTo(live);
    }

    @Test
    void replaysBlockFilesToTheSameStateAsTheMarketHadLive() throws IOException {
        Path journal = folder.resolve("blocks");
        String live = recordedHash(journal);

        assertThat(replayedHash(journal, 100)).isEqualTo(live);
    }

    @Test
    void synchronisesInAReplayOfAJournalThatWasSwitchedOnInTheMiddle() throws IOException {
        try (LoopbackExchange exchange = exchange()) {
            LiveJournal journal = new LiveJournal(folder.resolve("journals"), "BTCUSDT");
            try (LiveSession session = live(exchange, journal)) {
                awaitLive(session);
                session.record(true);
                await().until(() -> snapshots(session) == 2);
                long seen = session.view().timeNanos();
                await().until(() -> session.view().timeNanos() > seen + 200_000_000L);
            }
        }

        List<Path> journals;
        try (Stream<Path> made = Files.list(folder.resolve("journals"))) {
            journals = made.toList();
        }
        assertThat(journals).hasSize(1);
        try (ReplaySession replay = Markets.replay(journals, Optional.empty(), venues())) {
            toTheEnd(replay);
            awaitLive(replay);
            assertThat(replay.view().venues().get(0).listing()).isNotNull();
        }
    }

    @Test
    void replaysTheCapturedMarketToTheSameStateAtAnySpeed() throws IOException {
        Path capture = Captures.file("binance-usdm-btcusdt-20220811/capture.jsonl.gz");

        String slowly = replayedHash(capture, 5);

        assertThat(replayedHash(capture, 100)).isEqualTo(slowly);
        assertThat(soughtHash(capture)).isEqualTo(slowly);
    }

    @Test
    void replaysABookOfOkxUnderTheVenuesOwnName() throws IOException {
        Path capture = Captures.file("cryptofeed-okx-books-20220513/capture.jsonl.gz");

        try (ReplaySession replay = Markets.replay(List.of(capture), Optional.of("BTC-USDT"), venues())) {
            toTheEnd(replay);
            awaitLive(replay);
            assertThat(replay.view().venues().get(0).instrument()).hasToString("okx:BTC-USDT");
        }
    }

    @Test
    void startsAfreshWhenTheReplayGoesBack() throws IOException {
        Path capture = Captures.file("binance-usdm-btcusdt-20220811/capture.jsonl.gz");
        try (ReplaySession replay = Markets.replay(List.of(capture), Optional.empty(), venues())) {
            toTheEnd(replay);
            ReplayControl control = replay.replay().orElseThrow();
            await().until(() -> replay.view().timeNanos() == control.lastNanos());

            control.seek(control.firstNanos() + 1_000_000_000L);

            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> !control.seeking()
                            && replay.view().timeNanos() > 0
                            && replay.view().timeNanos() <= control.firstNanos() + 1_000_000_000L);
            assertThat(control.ended()).isFalse();
        }
    }

    @Test
    void saysWhichSymbolsAJournalHoldsWhenAskedForAnother() {
        Path capture = Captures.file("cryptofeed-binance-usdm-20210722/capture.jsonl.gz");

        assertThatThrownBy(() -> Markets.replay(List.of(capture), Optional.of("BTCUSDT"), venues()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no BTCUSDT")
                .hasMessageContaining("AKROUSDT")
                .hasMessageContaining("SUSHIUSDT");
    }

    private String recordedHash(Path out) throws IOException {
        try (LoopbackExchange exchange = exchange()) {
            LiveJournal journal = new LiveJournal(out, "BTCUSDT");
            journal.startAt(out);
            LiveSession session = live(exchange, journal);
            try (session) {
                awaitLive(session);
                long applied = session.view().timeNanos();
                await().atMost(20, TimeUnit.SECONDS).until(() -> session.view().timeNanos() > applied + 2_000_000_000L);
            }
            return session.stateHash();
        }
    }

    private String replayedHash(Path journal, double speed) throws IOException {
        ReplaySession replay = Markets.replay(List.of(journal), Optional.of("BTCUSDT"), venues());
        try (replay) {
            ReplayControl control = replay.replay().orElseThrow();
            control.speed(speed);
            control.play();
            await().atMost(60, TimeUnit.SECONDS).until(control::ended);
        }
        return replay.stateHash();
    }

    private String soughtHash(Path journal) throws IOException {
        ReplaySession replay = Markets.replay(List.of(journal), Optional.of("BTCUSDT"), venues());
        try (replay) {
            toTheEnd(replay);
        }
        return replay.stateHash();
    }

    private static void toTheEnd(Session session) {
        ReplayControl control = session.replay().orElseThrow();
        control.seek(Long.MAX_VALUE);
        await().atMost(60, TimeUnit.SECONDS).until(() -> !control.seeking() && control.ended());
    }

    private static LoopbackExchange exchange() throws IOException {
        return LoopbackExchange.generated(7, Duration.ofMillis(20), "BTCUSDT");
    }

    private static LiveSession live(LoopbackExchange exchange, LiveJournal journal) {
        BinanceAdapter adapter = new BinanceAdapter(new BinanceEndpoints(exchange.rest(), exchange.websocket()));
        return new LiveSession(List.of("BTCUSDT"), List.of(adapter), FeedPolicy.standard(), journal);
    }

    private static Venues venues() {
        return Venues.live();
    }

    private static void awaitLive(Session session) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> isLive(session.view()));
    }

    private static long snapshots(Session session) {
        return session.view().venues().get(0).book().counters().snapshots();
    }

    private static boolean isLive(DeskView view) {
        return !view.venues().isEmpty() && view.venues().get(0).book().state() == BookView.State.LIVE;
    }
}
