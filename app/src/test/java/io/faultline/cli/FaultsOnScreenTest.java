package io.faultline.cli;

import static io.faultline.cli.Desktop.MARKET;
import static io.faultline.cli.Desktop.PATIENCE;
import static io.faultline.cli.Desktop.PUBLIC;
import static io.faultline.cli.Desktop.RECOVERY;
import static io.faultline.cli.Desktop.SYMBOL;
import static io.faultline.cli.Desktop.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.BookObserver;
import io.faultline.book.OrderBook;
import io.faultline.desk.DepthColumn;
import io.faultline.practice.Faults.Refusal;
import io.faultline.practice.LoopbackExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * The whole way, from a socket that misbehaves to the words on the screen: the screen says what is wrong while it lasts,
 * no book is shown as live that is not the exchange's own, and all is well again afterwards.
 */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class FaultsOnScreenTest {
    private static final String DEPTH = "btcusdt@depth@100ms";
    private static final String SNAPSHOT = "/fapi/v1/depth";
    private static final String LISTING = "/fapi/v1/exchangeInfo";
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final String SILENT = "BTCUSDT book: subscribed, nothing for .*, expected one per 1 s";
    private static final Refusal BAD_GATEWAY = new Refusal(500, "bad gateway");
    private static final Refusal MAINTENANCE = new Refusal(503, "Service Unavailable.");
    private static final Refusal ELSEWHERE =
            new Refusal(451, "{\"code\":0,\"msg\":\"Service unavailable from a restricted location\"}");

    private final Path home;

    FaultsOnScreenTest(@TempDir Path home) {
        this.home = home;
    }

    private interface Act {
        void on(LoopbackExchange exchange) throws IOException;
    }

    /**
     * What goes wrong.
     *
     * @param end makes it right again
     * @param chip what the chip must say meanwhile
     * @param strip what the strip must say meanwhile
     */
    private record Fault(String name, Act begin, Act end, String chip, String strip) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faultsThatBreakTheBook() {
        Act acceptSocket = exchange -> exchange.faults().accept(PUBLIC);
        Act freshSnapshots = exchange -> exchange.faults().staleSnapshots(0);
        String again = ".*, retry in \\d+ s \\(attempt \\d+\\).*";
        return Stream.of(
                new Fault(
                        "a cut",
                        refusing(BAD_GATEWAY, x -> x.cut(PUBLIC)),
                        acceptSocket,
                        "LOST",
                        "public: lost" + again),
                new Fault(
                        "a reset in the middle of a frame",
                        refusing(BAD_GATEWAY, x -> x.reset(PUBLIC)),
                        acceptSocket,
                        "LOST",
                        "public: lost" + again),
                new Fault(
                        "half-open silence",
                        refusing(BAD_GATEWAY, x -> x.freeze(PUBLIC)),
                        acceptSocket,
                        "LOST",
                        SILENT),
                new Fault(
                        "a trickle",
                        refusing(BAD_GATEWAY, x -> x.trickle(PUBLIC, Duration.ofMillis(20))),
                        acceptSocket,
                        "LOST",
                        SILENT),
                new Fault(
                        "a refused connection",
                        exchange -> {
                            exchange.refuseConnections();
                            exchange.cut(PUBLIC);
                        },
                        LoopbackExchange::acceptConnections,
                        "LOST",
                        "public: lost, .*" + again),
                new Fault(
                        "a gap",
                        withoutSnapshots(x -> x.faults().drop(DEPTH, 1)),
                        freshSnapshots,
                        "RESYNC \\d.*",
                        "RESYNC .*(gap: \\d+ came after \\d+|is too old: changes begin after \\d+) · attempt \\d+"),
                new Fault(
                        "a pair in the wrong order",
                        withoutSnapshots(x -> x.faults().swap(DEPTH)),
                        freshSnapshots,
                        "RESYNC \\d.*",
                        "RESYNC .*(gap: \\d+ came after \\d+|is too old: changes begin after \\d+) · attempt \\d+"),
                new Fault(
                        "a truncated change",
                        withoutSnapshots(x -> {
                            x.faults().drop(DEPTH, 1);
                            x.sendRaw(PUBLIC, "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpd");
                        }),
                        freshSnapshots,
                        "RESYNC \\d.*",
                        "RESYNC .* · attempt \\d+"),
                new Fault(
                        "a crossed book",
                        withoutSnapshots(x -> x.crossBook(SYMBOL)),
                        freshSnapshots,
                        "RESYNC \\d.*",
                        "RESYNC .* · attempt \\d+"),
                limited(429, "Too many requests"),
                limited(418, "Way too many requests; IP banned"),
                new Fault(
                        "451 on a request",
                        withoutBook(ELSEWHERE),
                        exchange -> exchange.faults().accept(SNAPSHOT),
                        "BLOCKED",
                        "BLOCKED · Binance refuses this location: HTTP 451.*restricted location.*"),
                new Fault(
                        "451 on the opening handshake",
                        refusing(ELSEWHERE, x -> x.cut(PUBLIC)),
                        acceptSocket,
                        "BLOCKED",
                        "BLOCKED · Binance refuses this location: HTTP 451.*"),
                new Fault(
                        "503 on the opening handshake",
                        refusing(MAINTENANCE, x -> x.cut(PUBLIC)),
                        acceptSocket,
                        "MAINTENANCE",
                        "MAINTENANCE · public: in maintenance, HTTP 503" + again));
    }

    private static Act refusing(Refusal refusal, Act what) {
        return exchange -> {
            exchange.faults().refuse(PUBLIC, refusal, ALWAYS);
            what.on(exchange);
        };
    }

    /** So that what breaks stays broken for long enough to be read. */
    private static Act withoutSnapshots(Act what) {
        return exchange -> {
            exchange.faults().staleSnapshots(ALWAYS);
            what.on(exchange);
        };
    }

    private static Act withoutBook(Refusal refusal) {
        return exchange -> {
            exchange.faults().refuse(SNAPSHOT, refusal, ALWAYS);
            exchange.faults().drop(DEPTH, 1);
        };
    }

    private static Fault limited(int status, String words) {
        String body = "{\"code\":-1003,\"msg\":\"" + words + "\"}";
        return new Fault(
                status + " with Retry-After",
                withoutBook(new Refusal(status, Map.of("Retry-After", "2"), body)),
                exchange -> exchange.faults().accept(SNAPSHOT),
                "RESYNC \\d.*",
                "RESYNC .* · rest: limited by the venue, HTTP " + status + ".*" + words + ".*, retry in \\d+ s.*");
    }

    @ParameterizedTest
    @MethodSource("faultsThatBreakTheBook")
    void saysWhatIsWrongAndShowsNoBookAsLiveMeanwhile(Fault fault) throws IOException {
        try (Desktop desktop = new Desktop(home)) {
            desktop.open().untilWell();
            assertThat(desktop.screen.counters()).isEqualTo("gaps 0  reconnects 0  lost 0");

            fault.begin().on(desktop.exchange);
            desktop.untilSaid(fault.chip(), fault.strip());
            until(PATIENCE, () -> !desktop.witness.columnsOutOfStep().isEmpty());
            fault.end().on(desktop.exchange);
            desktop.session.retryNow();

            desktop.untilWell();
            assertThat(desktop.witness.columnsOutOfStep()).allMatch(DepthColumn::gap);
            desktop.assertAllThatWasLiveWasTrue();
        }
    }

    static Stream<Fault> faultsBeforeTheFirstBook() {
        return Stream.of(
                new Fault(
                        "nobody listens",
                        LoopbackExchange::refuseConnections,
                        LoopbackExchange::acceptConnections,
                        "NO ANSWER",
                        "NO ANSWER · (rest|instruments): .*cannot connect.*"),
                new Fault(
                        "503",
                        exchange -> exchange.faults().refuse(LISTING, MAINTENANCE, ALWAYS),
                        exchange -> exchange.faults().accept(LISTING),
                        "MAINTENANCE",
                        "MAINTENANCE · rest: in maintenance, .*HTTP 503.*"),
                new Fault(
                        "snapshots older than the first change",
                        exchange -> {
                            exchange.faults().staleSnapshots(ALWAYS);
                            exchange.faults().refuse(LISTING, BAD_GATEWAY, 3); // until the book has moved on
                        },
                        exchange -> exchange.faults().staleSnapshots(0),
                        "RESYNC \\d.*",
                        "RESYNC .*the snapshot at \\d+ is too old: changes begin after \\d+ · attempt \\d+"),
                new Fault(
                        "a snapshot that trickles in",
                        exchange -> exchange.faults().trickle(SNAPSHOT, Duration.ofMillis(20)),
                        exchange -> exchange.faults().trickle(SNAPSHOT, Duration.ZERO),
                        "RESYNC \\d.*",
                        "RESYNC .* · rest: failed, .*no whole answer in time.*"));
    }

    @ParameterizedTest
    @MethodSource("faultsBeforeTheFirstBook")
    void saysWhyThereIsNoBookYet(Fault fault) throws IOException {
        try (Desktop desktop = new Desktop(home)) {
            fault.begin().on(desktop.exchange);
            desktop.open().untilSaid(fault.chip(), fault.strip());
            assertThat(desktop.witness.live()).isZero();
            fault.end().on(desktop.exchange);

            desktop.untilWell();
            assertThat(desktop.screen.counters()).startsWith("gaps 0  reconnects 0  lost 0");
            assertThat(desktop.witness.columnsOutOfStep()).allMatch(DepthColumn::gap);
            desktop.assertAllThatWasLiveWasTrue();
        }
    }

    static Stream<Fault> faultsThatLeaveTheBookInStep() {
        Act none = exchange -> {};
        String calm = "gaps 0  reconnects 0  lost 0";
        return Stream.of(
                new Fault("a duplicate", x -> x.faults().duplicate(DEPTH, 3), none, "LIVE", calm),
                new Fault(
                        "garbage",
                        x -> x.sendRaw(PUBLIC, "\u0001 garbage \uffff"),
                        none,
                        "LIVE",
                        calm + "  unreadable 1"),
                new Fault(
                        "truncated JSON",
                        x -> x.sendRaw(PUBLIC, "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpd"),
                        none,
                        "LIVE",
                        calm + "  unreadable 1"),
                new Fault(
                        "10 MB in one frame",
                        x -> x.sendRaw(PUBLIC, "[" + "9".repeat(10 << 20) + "]"),
                        none,
                        "LIVE",
                        calm + "  unreadable 1"));
    }

    @ParameterizedTest
    @MethodSource("faultsThatLeaveTheBookInStep")
    void raisesNoAlarmForWhatDoesTheBookNoHarm(Fault fault) throws IOException {
        try (Desktop desktop = new Desktop(home)) {
            desktop.open().untilWell();
            int chips = desktop.screen.chips().size();

            fault.begin().on(desktop.exchange);
            until(PATIENCE, () -> desktop.screen.counters().equals(fault.strip()));
            desktop.untilWell();

            assertThat(desktop.screen
                            .chips()
                            .subList(chips - 1, desktop.screen.chips().size()))
                    .noneMatch(words -> words.startsWith("RESYNC") || words.startsWith("LOST"));
            assertThat(desktop.screen.counters()).isEqualTo(fault.strip());
            desktop.assertAllThatWasLiveWasTrue();
        }
    }

    @Test
    void saysOnEveryPanelThatABookIsStaleWhichIsSilentWhileAllElseFlows() throws IOException {
        try (Desktop desktop = new Desktop(home)) {
            desktop.open().untilWell();

            desktop.exchange.faults().mute(DEPTH);
            desktop.untilSaid("STALE \\d.*", "STALE .* · no change to the book for .*");
            until(PATIENCE, () -> desktop.screen.heatmap().contains("STALE "));
            until(PATIENCE, () -> desktop.screen.ladder().contains("STALE "));
            long silentSince = desktop.witness.book().updatedNanos();
            until(PATIENCE, () -> desktop.witness.isGapAfter(silentSince + 5_000_000_000L));
            desktop.exchange.faults().unmute(DEPTH);

            desktop.untilWell();
            assertThat(desktop.screen.heatmap()).doesNotContain("STALE");
            desktop.assertAllThatWasLiveWasTrue();
        }
    }

    @Test
    void countsWhatADeskThatIsHeldUpLosesAndFetchesANewBook() throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        Held held = new Held(release);
        try (Desktop desktop = new Desktop(home, held)) {
            desktop.open().untilWell();

            held.now = true;
            desktop.untilSaid("STALE \\d.*", "STALE .*");
            for (int i = 1; i <= 18_000; i++) {
                desktop.exchange.sendRaw(MARKET, trade(i));
            }
            desktop.untilAllIsTaken();
            long before = desktop.exchange.updateId(SYMBOL);
            until(PATIENCE, () -> desktop.exchange.updateId(SYMBOL) > before + 50);
            desktop.untilAllIsTaken();
            release.countDown();

            until(RECOVERY, () -> desktop.screen.counters().matches("gaps 1  reconnects 0  lost [1-9]\\d{3}"));
            desktop.untilWell();
            assertThat(desktop.witness.book().counters().resyncs()).isEqualTo(1);
            desktop.assertAllThatWasLiveWasTrue();
        }
    }

    private static String trade(int number) {
        return "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":1,\"s\":\"BTCUSDT\",\"a\":"
                + (9_000_000 + number)
                + ",\"p\":\"60000.00\",\"q\":\"0.001\",\"nq\":\"0.001\",\"f\":1,\"l\":1,\"T\":1,\"m\":true,\"st\":1}}";
    }

    /** Holds the desk up while it takes a change. */
    private static final class Held implements BookObserver {
        private final CountDownLatch release;
        volatile boolean now;

        Held(CountDownLatch release) {
            this.release = release;
        }

        @Override
        public void deltaApplied(OrderBook book, long lastId) {
            if (now) {
                try {
                    now = !release.await(40, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
