package io.faultline.feed;

import static io.faultline.feed.PracticeBench.SYMBOL;
import static io.faultline.feed.PracticeBench.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faultline.market.FeedStatus;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Frame;
import io.faultline.market.FrameRefused;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.BadFrameKind;
import io.faultline.practice.Fault;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every venue's feed stands, over real sockets: after each fault the book is exactly the venue's again within ten
 * seconds, what was lost is counted and said, and nothing is left behind.
 */
@Timeout(60)
abstract class VenueFaultsContract {
    private static final List<String> OURS = List.of("feed-", "practice-", "WebSocket");
    private static final List<String> CLIENTS = List.of("HttpClient");

    private static List<String> clientsBefore = List.of();

    private final Venue venue;
    private final boolean asksForSnapshots;
    private List<String> threadsBefore = List.of();

    /** @param asksForSnapshots whether snapshots are asked for rather than streamed */
    VenueFaultsContract(Venue venue, boolean asksForSnapshots) {
        this.venue = venue;
        this.asksForSnapshots = asksForSnapshots;
    }

    abstract VenueAdapter adapter(URI rest, URI websocket);

    private PracticeBench exact() throws IOException {
        return new PracticeBench(venue, this::adapter).exact();
    }

    @BeforeAll
    static void remembersWhoAsks() {
        clientsBefore = threads(CLIENTS);
    }

    @BeforeEach
    void remembersWhatRuns() {
        threadsBefore = threads(OURS);
    }

    @AfterEach
    void leavesNoThreadBehind() {
        until(() -> threadsBefore.containsAll(threads(OURS)));
    }

    /** A JDK 17 HttpClient ends its selector some seconds after it was collected, so these are looked for together. */
    @AfterAll
    static void leavesNoClientBehind() {
        until(() -> {
            System.gc();
            return clientsBefore.containsAll(threads(CLIENTS));
        });
    }

    private static List<String> threads(List<String> prefixes) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .toList();
    }

    @Test
    void comesBackWhenNobodyListenedForAWhile() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.ConnectionRefused(), () -> {
                until(() -> bench.all(FeedStatus.class)
                        .anyMatch(status -> status.state() == State.LOST && status.attempt() >= 2));
                assertThat(bench.book.live()).isFalse();
            });
            bench.untilExact();
        }
    }

    @Test
    void comesBackAfterAResetInTheMiddleOfAFrame() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.ResetMidFrame()).end();
            until(() -> bench.said(State.LOST));
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void replacesSocketsThatAreDeadAndDoNotSaySo() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.HalfOpen()).end();
            until(() -> bench.said(State.SILENT));
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void replacesSocketsThatTrickle() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.SlowSockets(Duration.ofMillis(20)), () -> {
                until(() -> bench.said(State.SILENT));
            });
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void startsItsBookAgainAfterAGap() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.Gap(SYMBOL, 2)).end();
            until(() -> bench.book.resyncs() == 1);
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.book.gaps()).isEqualTo(1);
            assertThat(bench.said(State.LOST)).isFalse();
        }
    }

    @Test
    void replacesASocketWhoseBookBreaks() throws IOException {
        assumeTrue(!asksForSnapshots);
        try (PracticeBench bench = exact()) {
            long opened = opened(bench);
            for (int i = 1; i <= 5; i++) {
                int resyncs = i;
                bench.start(new Fault.Gap(SYMBOL, 1)).end();
                until(() -> bench.book.resyncs() >= resyncs);
                bench.untilExact();
            }
            until(() -> opened(bench) > opened);
            bench.untilExact();
            assertThat(bench.said(State.LOST)).isFalse();
        }
    }

    private static long opened(PracticeBench bench) {
        return bench.frames.stream()
                .filter(frame -> frame.kind() == Frame.Kind.WS_OPEN)
                .count();
    }

    @Test
    void takesAChangeThatComesTwiceOnlyOnce() throws IOException {
        assumeTrue(
                venue != Venue.DYDX); // its messages are numbered, not its changes: the decoder drops what comes again
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.Duplicates(SYMBOL, 3)).end();
            until(() -> bench.book.duplicates() >= 3);
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.book.resyncs()).isZero();
        }
    }

    @Test
    void startsItsBookAgainWhenChangesComeInTheWrongOrder() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.Reordered(SYMBOL)).end();
            until(() -> bench.book.resyncs() >= 1);
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void doesNotStandOnSnapshotsOfLongAgo() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.StaleSnapshots(SYMBOL, 2), () -> {
                until(() -> bench.book.resyncs() >= 1);
                bench.untilExact();
            });
        }
    }

    @Test
    void startsACrossedBookAgain() throws IOException {
        assumeTrue(venue != Venue.DYDX); // its book may cross
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.CrossedBook(SYMBOL)).end();
            until(() -> bench.book.crossings() >= 1);
            bench.untilExact();
        }
    }

    @Test
    void startsABookAgainThatHasAnotherChecksum() throws IOException {
        assumeTrue(venue == Venue.OKX);
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.WrongChecksum(SYMBOL)).end();
            until(() -> bench.book.resyncs() == 1);
            bench.untilExact();
        }
    }

    @Test
    void followsABookThatTheVenueBeginsAnew() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.BookRestart(SYMBOL)).end();
            bench.untilExact();
        }
    }

    @Test
    void saysThatTheVenueIsDownAndComesBack() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.Maintenance(), () -> {
                until(() -> bench.said(State.MAINTENANCE) || bench.said(State.LOST));
            });
            bench.untilExact();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"BOOK", "TRADES"})
    void asksAgainForASubscriptionThatIsRefusedAndLosesNoOther(Topic topic) throws IOException {
        assumeTrue(venue != Venue.BINANCE); // it answers a name that it does not know with silence
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.SubscriptionRefused(SYMBOL, topic), () -> {
                until(() -> bench.all(FeedStatus.class)
                        .anyMatch(status -> status.state() == State.ERROR
                                && !status.detail().isBlank()
                                && status.retryAtNanos() > 0));
                long marks = marks(bench);
                until(() -> marks(bench) > marks);
                if (topic == Topic.TRADES) {
                    bench.untilExact();
                }
            });
            bench.untilExact();
            long trades = trades(bench);
            until(() -> trades(bench) > trades);
        }
    }

    private static long marks(PracticeBench bench) {
        return bench.events.stream()
                .filter(event -> Topic.of(event) == Topic.MARK)
                .count();
    }

    private static long trades(PracticeBench bench) {
        return bench.events.stream()
                .filter(event -> Topic.of(event) == Topic.TRADES)
                .count();
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"BOOK", "MARK"})
    void saysWhichTopicIsSilentWhileOthersFlow(Topic topic) throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.Silence(SYMBOL, topic), () -> {
                until(() -> bench.said(State.SILENT, "subscribed, nothing for"));
            });
            bench.untilExact();
            assertThat(bench.said(State.LOST)).isFalse();
        }
    }

    @Test
    void givesUpASocketOnWhichPingsStayUnanswered() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.PingsUnanswered(), () -> {
                until(() -> bench.said(State.LOST) || bench.said(State.SILENT));
            });
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void keepsAPauseThatTheVenueImposes() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.Refused(429, Duration.ofSeconds(2)), () -> {
                until(() -> bench.said(State.LIMITED));
                assertThat(bench.all(FeedStatus.class).filter(status -> status.state() == State.LIMITED))
                        .allSatisfy(status -> {
                            assertThat(status.detail()).isNotBlank();
                            assertThat(status.retryAtNanos()).isPositive();
                        });
            });
            bench.untilExact();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 451})
    void saysThatThisPlaceIsRefusedAndTriesAgainOnlyWhenTold(int status) throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.Refused(status, Duration.ZERO), () -> {
                until(() -> bench.said(State.BLOCKED, "HTTP " + status));
                assertThat(bench.book.live()).isFalse();
            });
            await().atMost(PracticeBench.LIMIT)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        bench.feed.retryNow(); // what was under way may have been refused again
                        return bench.book.live();
                    });
            bench.untilExact();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void takesNoNoticeOfAClockThatIsAnHourWrong(long hours) throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.ClockSkew(Duration.ofHours(hours)), () -> {
                bench.untilExact();
            });
            bench.untilExact();
            assertThat(bench.book.resyncs()).isZero();
            assertThat(bench.said(State.LOST)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void worksWithAClockOfOursThatIsAnHourWrong(long hours) throws IOException {
        LongSupplier clock = FeedPorts.steadyClock();
        long skew = Duration.ofHours(hours).toNanos();
        try (PracticeBench bench =
                new PracticeBench(venue, this::adapter, Duration.ofHours(23), () -> clock.getAsLong() + skew).exact()) {
            bench.start(new Fault.Gap(SYMBOL, 1)).end();
            until(() -> bench.book.resyncs() == 1);
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void saysThatAContractIsListedNoMore() throws IOException {
        try (PracticeBench bench = exact()) {
            bench.during(new Fault.Delisted(SYMBOL), () -> {
                until(() -> bench.all(FeedStatus.class)
                        .anyMatch(status -> status.state() == State.OFF
                                && status.connection().equals(bench.adapter.spelled(SYMBOL))));
            });
            bench.untilExact();
        }
    }

    @Test
    void followsATickThatChanges() throws IOException {
        try (PracticeBench bench = exact()) {
            long listed = listed(bench);
            bench.during(new Fault.TickChanged(SYMBOL), () -> {
                bench.untilExact();
                until(() -> bench.said(State.UP, "the tick of") && listed(bench) > listed);
                bench.untilExact();
            });
            bench.untilExact();
        }
    }

    private static long listed(PracticeBench bench) {
        return bench.all(InstrumentListing.class).count();
    }

    @ParameterizedTest
    @EnumSource(BadFrameKind.class)
    void countsAFrameThatItCannotReadAndStartsTheBookAgain(BadFrameKind kind) throws IOException {
        try (PracticeBench bench = exact()) {
            bench.start(new Fault.BadFrame(SYMBOL, kind)).end();
            // A frame too large to be taken in stops its socket: that is lost, or found silent and replaced before.
            until(() -> bench.said(State.LOST)
                    || (kind == BadFrameKind.OVERSIZED && bench.said(State.SILENT, "subscribed, nothing for"))
                    || (bench.has(FrameRefused.class) && bench.book.resyncs() >= 1));
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
        }
    }

    @Test
    void rotatesSocketsWithoutLosingAChange() throws IOException {
        try (PracticeBench bench =
                new PracticeBench(venue, this::adapter, Duration.ofMillis(1_500), FeedPorts.steadyClock()).exact()) {
            until(() -> bench.frames.stream()
                            .filter(frame -> frame.kind() == Frame.Kind.WS_CLOSE)
                            .filter(frame -> frame.text().contains("planned rotation"))
                            .count()
                    >= 3);
            bench.untilExact();
            bench.assertBookWasAlwaysTrue();
            assertThat(bench.said(State.LOST)).isFalse();
            assertThat(bench.book.resyncs()).isZero();
            bench.feed.close();
            assertThat(bench.replayed()).isEqualTo(bench.book.newest(Integer.MAX_VALUE));
        }
    }

    @Test
    void saysThatThereIsNoSafeConnection() throws IOException {
        try (PracticeBench bench = new PracticeBench(
                venue, (rest, websocket) -> adapter(rest, URI.create("wss://127.0.0.1:" + websocket.getPort())))) {
            bench.feed.start();
            until(() -> bench.all(FeedStatus.class)
                    .anyMatch(status -> status.state() == State.LOST && status.attempt() >= 2));
            assertThat(bench.said(State.LOST, "SSL") || bench.said(State.LOST, "handshake"))
                    .isTrue();
            assertThat(bench.book.live()).isFalse();
        }
    }
}
