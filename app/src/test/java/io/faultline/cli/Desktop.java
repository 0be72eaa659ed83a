package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.book.BookObserver;
import io.faultline.feed.ImpatientAdapter;
import io.faultline.feed.Quick;
import io.faultline.market.Topic;
import io.faultline.practice.LoopbackExchange;
import io.faultline.ui.Screen;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** An exchange, a session on it, the window on the session, and somebody who sees every view. */
final class Desktop implements AutoCloseable {
    static final String SYMBOL = "BTCUSDT";
    static final String PUBLIC = "/public/stream";
    static final String MARKET = "/market/stream";
    static final Duration RECOVERY = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DIFF_EVERY = Duration.ofMillis(20);
    private static final long SEED = 23;

    final LoopbackExchange exchange = LoopbackExchange.generated(SEED, DIFF_EVERY, SYMBOL);
    private final ErrorLog log = new ErrorLog();
    private final Path home;
    private final BookObserver observer;

    @SuppressWarnings("NullAway.Init") // set by open
    Screen screen;

    @SuppressWarnings("NullAway.Init") // set by open
    LiveSession session;

    @SuppressWarnings("NullAway.Init") // set by open
    Witness witness;

    Desktop(Path home) throws IOException {
        this(home, BookObserver.NONE);
    }

    Desktop(Path home, BookObserver observer) throws IOException {
        this.home = home;
        this.observer = observer;
    }

    Desktop open() {
        VenueAdapter binance = new BinanceAdapter(new BinanceEndpoints(exchange.rest(), exchange.websocket()));
        VenueAdapter adapter =
                new ImpatientAdapter(binance, Map.of(Topic.BOOK, Duration.ofMillis(1_500)), Duration.ofHours(23));
        LiveJournal journal = new LiveJournal(home.resolve("journals"), SYMBOL);
        session =
                new LiveSession(List.of(SYMBOL), List.of(adapter), new SharedAccess(Quick.policy()), journal, observer);
        witness = new Witness(session);
        screen = Screen.open(session, home);
        return this;
    }

    static void until(Duration limit, Callable<Boolean> condition) {
        await().atMost(limit).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    /** Waits until the screen says that all is well, and the book goes on. */
    Desktop untilWell() {
        until(RECOVERY, () -> witness.book().live());
        until(PATIENCE, () -> screen.chip().equals("LIVE"));
        until(PATIENCE, () -> exchange.clients(PUBLIC) >= 1 && exchange.clients(MARKET) == 1);
        long books = witness.live();
        until(PATIENCE, () -> witness.live() > books + 5 && screen.chip().equals("LIVE"));
        return this;
    }

    void untilSaid(String chip, String strip) {
        Pattern words = Pattern.compile("Binance, .*" + strip + ", opens feed health");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(screen.chips()).anyMatch(said -> said.matches(chip));
            assertThat(screen.strips()).anyMatch(said -> words.matcher(said).matches());
        });
    }

    /** Waits until the client has read all that was sent to it. */
    void untilAllIsTaken() {
        int pongs = exchange.pongs();
        exchange.ping();
        until(PATIENCE, () -> exchange.pongs() >= pongs + 2);
    }

    void assertAllThatWasLiveWasTrue() {
        witness.assertWhatWasLiveWasTrue(exchange);
    }

    @Override
    public void close() {
        witness.close();
        screen.close();
        exchange.close();
        log.close();
        assertThat(log.text()).doesNotContain("ERROR io.faultline", "Exception");
        until(
                PATIENCE,
                () -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(name -> name.startsWith("desk-")
                                || name.startsWith("journal-")
                                || name.startsWith("feed-")
                                || name.startsWith("window-worker")));
    }
}
