package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookObserver;
import io.faultline.desk.BookView;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.MarketTime;
import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.practice.VenueFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockStepTest {
    private static final String SYMBOL = "BTCUSDT";
    private static final long START_MILLIS = 1_767_225_600_000L;
    private static final List<Venue> ALL = List.of(Venue.values());

    /** A practice market and a session on it, moved by the test. */
    private static final class Bench implements AutoCloseable {
        final MarketTime time = new MarketTime(START_MILLIS * 1_000_000);
        final PracticeExchange exchange;
        final LockStep steps;
        final LiveSession session;
        private boolean closed;

        Bench(long seed, List<Venue> venues, UnaryOperator<PracticeSettings> with) throws IOException {
            exchange = PracticeExchange.stepped(with.apply(
                    PracticeSettings.of(seed, venues, List.of(SYMBOL)).withClock(() -> time.nanos() / 1_000_000)));
            exchange.begin(SYMBOL);
            steps = new LockStep(exchange, time, true, TimeUnit.SECONDS.toNanos(20));
            session = new LiveSession(
                    List.of(SYMBOL),
                    PracticeVenues.adapters(exchange),
                    new SharedAccess(FeedPolicy.standard(), MarketClock.of(time)),
                    new LiveJournal(Path.of("journal"), SYMBOL),
                    BookObserver.NONE);
        }

        void run(long seconds) throws LockStep.StuckException {
            steps.runTo(time.nanos() + TimeUnit.SECONDS.toNanos(seconds));
        }

        String end() {
            close();
            assertThat(session.view().venues())
                    .extracting(venue -> venue.book().state())
                    .containsOnly(BookView.State.LIVE);
            return session.stateHash();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                time.end();
                session.close();
                exchange.close();
            }
        }
    }

    private static String hash(long seed, long seconds, UnaryOperator<PracticeSettings> with) throws Exception {
        try (Bench bench = new Bench(seed, ALL, with)) {
            bench.run(seconds);
            return bench.end();
        }
    }

    @Test
    void theSameOrdersGiveTheSameState() throws Exception {
        UnaryOperator<PracticeSettings> quiet = settings -> settings.withMessagesPerSecond(15);
        assertThat(hash(1, 40, quiet)).isEqualTo(hash(1, 40, quiet)).isNotEqualTo(hash(2, 40, quiet));
    }

    @Test
    void theSameCrowdGivesTheSameState() throws Exception {
        UnaryOperator<PracticeSettings> traders = settings -> settings.withCrowd(1);
        assertThat(hash(1, 40, traders)).isEqualTo(hash(1, 40, traders));
    }

    @Test
    void aVenueThatBreaksOffComesBackAtTheSameMoment() throws Exception {
        assertThat(brokenOff()).isEqualTo(brokenOff());
    }

    private static String brokenOff() throws Exception {
        try (Bench bench = new Bench(3, List.of(Venue.BINANCE, Venue.OKX), settings -> settings.withCrowd(1))) {
            bench.run(10);
            VenueFaults.Running refusing = bench.exchange.faults(Venue.OKX).start(new Fault.ConnectionRefused());
            bench.run(20);
            refusing.end();
            VenueFaults.Running silent =
                    bench.exchange.faults(Venue.BINANCE).start(new Fault.Silence(SYMBOL, Topic.BOOK));
            bench.run(15);
            silent.end();
            bench.exchange.faults(Venue.BINANCE).start(new Fault.HalfOpen());
            bench.run(90);
            return bench.end();
        }
    }

    @Test
    void socketsThatAreCutTogetherComeBackInTheSameOrder() throws Exception {
        assertThat(cutTogether()).hasSize(9).isEqualTo(cutTogether());
    }

    /** When each of Binance's sockets was back, after each of several cuts; and the state. */
    private static List<String> cutTogether() throws Exception {
        List<String> back = new ArrayList<>();
        try (Bench bench = new Bench(4, List.of(Venue.BINANCE), settings -> settings.withMessagesPerSecond(15))) {
            bench.run(3);
            for (int cut = 0; cut < 8; cut++) {
                VenueFaults.Running refusing =
                        bench.exchange.faults(Venue.BINANCE).start(new Fault.ConnectionRefused());
                bench.run(2);
                refusing.end();
                bench.run(70);
                back.add(bench.session
                        .ask(desk -> desk.view().venues().get(0).feed().connections().stream()
                                .map(status ->
                                        status.connection() + " " + status.state() + " " + status.receivedNanos())
                                .sorted()
                                .toList()
                                .toString())
                        .get());
            }
            back.add(bench.end());
        }
        return back;
    }

    @Test
    void noWatchdogBarksWhereNothingIsWrong() throws Exception {
        Bench bench = new Bench(5, List.of(Venue.BYBIT), settings -> settings.withCrowd(1));
        try (bench) {
            bench.run(600);
        }
        var feed = bench.session.view().venues().get(0).feed();
        assertThat(feed.reconnects()).isZero();
        assertThat(feed.lost()).isZero();
        assertThat(feed.connections()).extracting(FeedStatus::state).containsOnly(FeedStatus.State.UP);
    }
}
