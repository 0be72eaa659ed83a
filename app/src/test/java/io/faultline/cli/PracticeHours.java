package io.faultline.cli;

import io.faultline.backfill.BootstrapPolicy;
import io.faultline.book.BookObserver;
import io.faultline.desk.Session;
import io.faultline.desk.Session.JournalStatus;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.MarketTime;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hours of a practice market as a journal, made over sockets as fast as it goes, and played again; for benchmarks. */
public final class PracticeHours {
    private static final String SYMBOL = "BTCUSDT";
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(PracticeScript.START_MILLIS);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int UPDATES_KEPT = 500;

    private PracticeHours() {}

    /**
     * Writes a journal of four venues whose orders come by chance, with the past that they tell of.
     *
     * @param home a folder for what the session keeps
     * @param messagesPerSecond of each venue, by the market's time
     */
    public static void write(Path journal, Path home, Duration length, double messagesPerSecond) throws IOException {
        MarketTime time = new MarketTime(START_NANOS);
        MarketClock clock = MarketClock.of(time);
        PracticeSettings settings = PracticeSettings.of(1, VENUES, List.of(SYMBOL))
                .withMessagesPerSecond(messagesPerSecond)
                .withUpdatesKept(UPDATES_KEPT)
                .withClock(() -> TimeUnit.NANOSECONDS.toMillis(time.nanos()));
        HomeHistory history = new HomeHistory(home, clock.nanos(), BootstrapPolicy.unspaced());
        try (PracticeExchange exchange = PracticeExchange.stepped(settings)) {
            var adapters = Venues.live().onPractice(exchange);
            LiveJournal written = new LiveJournal(home, SYMBOL);
            written.startAt(journal);
            LiveSession session = new LiveSession(
                    List.of(SYMBOL),
                    adapters,
                    new SharedAccess(FeedPolicy.unlimited(), clock),
                    written,
                    BookObserver.NONE);
            try {
                LockStep steps = new LockStep(exchange, time, false, PATIENCE_NANOS);
                steps.settle();
                session.keep(
                        () -> new LivePast(history, SYMBOL, adapters, clock.nanos()),
                        new GridFile(home.resolve("grids"), SYMBOL));
                steps.runTo(START_NANOS + length.toNanos());
            } catch (LockStep.StuckException stuck) {
                throw new IOException("the market stands still", stuck);
            } finally {
                time.end();
                session.end();
            }
            JournalStatus status = written.lastStatus().orElseThrow();
            if (status.lost() > 0 || !status.problem().isEmpty()) {
                throw new IOException("the journal lacks " + status.lost() + " frames: " + status.problem());
            }
        }
    }

    /** A replay of that, paused before its first frame. */
    public static Session replay(Path journal) throws IOException {
        return Markets.replay(List.of(journal), Optional.empty(), Venues.live());
    }
}
