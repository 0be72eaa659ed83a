package io.faultline.cli;

import static org.awaitility.Awaitility.await;

import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.ui.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** An alarm that is set in the window is there after the program has been started again. */
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class AlarmsOnScreenTest {
    private final Path home;
    private PracticeExchange exchange;

    AlarmsOnScreenTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void openTheExchange() throws IOException {
        exchange = PracticeExchange.start(PracticeSettings.of(11, List.of(Venue.BYBIT), List.of("BTCUSDT")));
    }

    @AfterEach
    void closeTheExchange() {
        exchange.close();
    }

    @Test
    void survivesARestart() throws IOException {
        try (Markets markets = markets();
                Screen screen = Screen.open(markets.live(), home)) {
            await().atMost(Duration.ofSeconds(25)).until(() -> screen.armed().equals("no alarm armed"));
            screen.armLiquidations();
            await().atMost(Duration.ofSeconds(25)).until(() -> screen.armed().equals("1 armed"));
        }
        try (Markets markets = markets();
                Screen screen = Screen.open(markets.live(), home)) {
            await().atMost(Duration.ofSeconds(25)).until(() -> screen.armed().equals("1 armed"));
        }
    }

    private Markets markets() {
        return new Markets(List.of("BTCUSDT"), PracticeVenues.adapters(exchange), PracticeVenues.of(exchange), home);
    }
}
