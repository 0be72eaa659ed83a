package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.BookView;
import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class StandInMarketTest {
    @Test
    void practiceStandsBesideARealMarketAndKeepsToAFolderOfItsOwn(@TempDir Path home) throws IOException {
        VenueAdapter nowhere = Venues.live()
                .moved(Venue.BYBIT, URI.create("https://nowhere.invalid"), URI.create("wss://nowhere.invalid"))
                .adapter(Venue.BYBIT)
                .orElseThrow();
        try (Markets markets = new Markets(List.of("BTCUSDT"), List.of(nowhere), Venues.live(), home);
                Session real = markets.live();
                Session practice = markets.practice("BTCUSDT").orElseThrow()) {
            assertThat(real.mode()).isEqualTo(Session.Mode.LIVE);
            assertThat(practice.mode()).isEqualTo(Session.Mode.PRACTICE);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> practice.view().venues().get(0).book().state() == BookView.State.LIVE);
            assertThat(real.view().venues().get(0).book().state()).isEqualTo(BookView.State.WAITING);
            assertThat(Files.isDirectory(home.resolve("practice").resolve("history")))
                    .isTrue();
            try (Session other = markets.practice("ETHUSDT").orElseThrow()) {
                assertThat(other.terms()).isEqualTo(practice.terms());
            }
        }
    }
}
