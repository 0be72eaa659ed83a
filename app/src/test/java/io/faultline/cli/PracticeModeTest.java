package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.BookView;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PracticeModeTest {
    @Test
    void callsAnExchangeOnThisMachinePracticeAndKeepsItsPastApart(@TempDir Path home) throws IOException {
        PracticeSettings settings = PracticeSettings.of(1, List.of(Venue.BYBIT), List.of("BTCUSDT"));
        try (PracticeExchange exchange = PracticeExchange.start(settings)) {
            Markets markets = new Markets(
                    List.of("BTCUSDT"), PracticeVenues.adapters(exchange), PracticeVenues.of(exchange), home);
            try (Session session = markets.live()) {
                assertThat(session.mode()).isEqualTo(Session.Mode.PRACTICE);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> session.view().venues().get(0).book().state() == BookView.State.LIVE);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> Files.isDirectory(home.resolve("practice").resolve("history")));
            }
            assertThat(home.resolve("history")).doesNotExist();
        }
    }

    @Test
    void callsAJournalOfAnExchangeOnThisMachinePracticeTooAndReplaysOnlyTheVenuesAskedFor(@TempDir Path folder)
            throws IOException {
        Path journal = folder.resolve("practice.jsonl.gz");
        PracticeSettings settings = PracticeSettings.of(1, List.of(Venue.OKX, Venue.BYBIT), List.of("BTCUSDT"));
        try (PracticeExchange exchange = PracticeExchange.start(settings)) {
            List<String> arguments = new ArrayList<>(
                    List.of("record", "--out", journal.toString(), "--for", "3s", "--venues", "okx,bybit"));
            arguments.addAll(PracticeVenues.options(exchange));
            PrintWriter unread = new PrintWriter(Writer.nullWriter());
            assertThat(Faultline.run(unread, unread, arguments.toArray(String[]::new)))
                    .isZero();
        }
        try (Session replay = Markets.replay(List.of(journal), Optional.empty(), Venues.live())) {
            assertThat(replay.mode()).isEqualTo(Session.Mode.REPLAY);
            assertThat(replay.practice()).isTrue();
            toTheEnd(replay);
            assertThat(venues(replay)).containsExactly(Venue.BYBIT, Venue.OKX);
        }
        Venues only = Venues.live().only(Set.of(Venue.OKX));
        try (Session replay = Markets.replay(List.of(journal), Optional.empty(), only)) {
            assertThat(replay.practice()).isTrue();
            toTheEnd(replay);
            assertThat(venues(replay)).containsExactly(Venue.OKX);
        }
    }

    private static void toTheEnd(Session session) {
        ReplayControl replay = session.replay().orElseThrow();
        replay.seek(Long.MAX_VALUE);
        await().atMost(Duration.ofSeconds(20)).until(() -> !replay.seeking());
    }

    private static List<Venue> venues(Session session) {
        return session.view().venues().stream()
                .map(venue -> venue.instrument().venue())
                .toList();
    }

    @Test
    void takesNoVenueWhereItReallyIsForPractice() {
        assertThat(Venues.practice(Venues.live().adapters())).isFalse();
    }
}
