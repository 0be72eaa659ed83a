package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookObserver;
import io.faultline.desk.BookView;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.MarketTime;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockStepTest {
    private static final long START_MILLIS = 1_767_225_600_000L;
    private static final List<Venue> VENUES = List.of(Venue.values());

    private static String run(long seed, long seconds) throws Exception {
        MarketTime time = new MarketTime(START_MILLIS * 1_000_000);
        PracticeSettings settings =
                PracticeSettings.of(seed, VENUES, List.of("BTCUSDT")).withClock(() -> time.nanos() / 1_000_000);
        LiveJournal unused = new LiveJournal(Path.of("journal"), "BTCUSDT");
        try (PracticeExchange exchange = PracticeExchange.stepped(settings)) {
            SharedAccess access = new SharedAccess(FeedPolicy.standard(), MarketClock.of(time));
            LockStep steps = new LockStep(exchange, time, TimeUnit.SECONDS.toNanos(10));
            LiveSession session = new LiveSession(
                    List.of("BTCUSDT"), PracticeVenues.adapters(exchange), access, unused, BookObserver.NONE);
            steps.runTo(time.nanos() + TimeUnit.SECONDS.toNanos(seconds));
            time.end();
            session.close();
            assertThat(session.view().venues())
                    .extracting(venue -> venue.book().state())
                    .containsOnly(BookView.State.LIVE);
            return session.stateHash();
        }
    }

    @Test
    void theSameSeedGivesTheSameState() throws Exception {
        assertThat(run(1, 60)).isEqualTo(run(1, 60)).isNotEqualTo(run(2, 60));
    }
}
