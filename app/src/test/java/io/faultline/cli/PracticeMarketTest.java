package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.BookView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.market.FeedStatus;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PracticeMarketTest {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static PracticeMarket open(double speed) throws IOException {
        PracticeSettings settings = PracticeSettings.of(
                        4, List.of(Venue.BINANCE, Venue.OKX), List.of("BTCUSDT", "ETHUSDT"))
                .withCrowd(1);
        return PracticeMarket.open(settings, "BTCUSDT", speed);
    }

    private static Markets on(PracticeMarket market, Path home) throws IOException {
        return Markets.practice(List.of("BTCUSDT"), market, home);
    }

    private static boolean live(Session session) {
        return session.view().venues().stream().allMatch(venue -> venue.book().state() == BookView.State.LIVE);
    }

    @Test
    void atAHundredTimesTheSpeedNoWatchdogBarks(@TempDir Path home) throws IOException {
        try (PracticeMarket market = open(100);
                Session session = on(market, home).live()) {
            await().atMost(LIMIT).until(() -> live(session));
            long begun = session.nowNanos();
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> session.view().timeNanos() > begun + 5 * MINUTE_NANOS);
            for (VenueView venue : session.view().venues()) {
                assertThat(venue.feed().reconnects()).isZero();
                assertThat(venue.feed().lost()).isZero();
                assertThat(venue.feed().connections())
                        .extracting(FeedStatus::state)
                        .containsOnly(FeedStatus.State.UP);
                assertThat(venue.book().state()).isEqualTo(BookView.State.LIVE);
                assertThat(venue.book().updatedNanos()).isGreaterThan(begun + 4 * MINUTE_NANOS);
            }
        }
    }

    @Test
    void saysWhichMarketItIs(@TempDir Path home) throws IOException {
        try (PracticeMarket market = open(20);
                Session session = on(market, home).live()) {
            assertThat(session.mode()).isEqualTo(Session.Mode.PRACTICE);
            assertThat(session.terms()).contains(new Session.Practice(4, 20));
        }
    }

    @Test
    void knowsNothingOfThePracticeMarketBefore(@TempDir Path home) throws IOException {
        Path before = home.resolve("practice").resolve("history").resolve("history.db");
        Files.createDirectories(before.getParent());
        Files.writeString(before, "another market's");
        try (PracticeMarket market = open(1)) {
            on(market, home);
            assertThat(before).doesNotExist();
        }
    }

    @Test
    void marketsSideBySideShareNothingAndTheNextTakesWhatIsFree(@TempDir Path home) throws IOException {
        Path first = home.resolve("practice").resolve("history").resolve("history.db");
        Path second = home.resolve("practice-2");
        try (PracticeMarket market = open(1)) {
            try (Markets markets = on(market, home)) {
                Files.createDirectories(first.getParent());
                Files.writeString(first, "of the first");
                try (Markets beside = on(market, home)) {
                    assertThat(first).hasContent("of the first");
                    assertThat(second).isDirectory();
                    assertThat(beside.live().mode()).isEqualTo(Session.Mode.PRACTICE);
                    await().atMost(LIMIT).until(() -> Files.exists(second.resolve("faultline.db")));
                }
                assertThat(markets.beside()).isEmpty();
            }
            try (Markets again = on(market, home)) {
                assertThat(again.beside()).isEmpty();
                assertThat(first).doesNotExist();
            }
        }
    }

    @Test
    void aSecondSymbolOpensBesideTheFirst(@TempDir Path home) throws IOException {
        try (PracticeMarket market = open(1)) {
            Markets markets = on(market, home);
            try (Session bitcoin = markets.live();
                    Session ether = markets.live("ETHUSDT")) {
                await().atMost(LIMIT).until(() -> live(bitcoin) && live(ether));
                assertThat(ether.view().symbol()).isEqualTo("ETHUSDT");
            }
        }
    }
}
