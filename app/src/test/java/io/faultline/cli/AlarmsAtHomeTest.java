package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmState;
import io.faultline.alarm.AlarmUpdate;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.SoundSettings;
import io.faultline.alarm.WatchState;
import io.faultline.alarm.text.AlarmRows;
import io.faultline.desk.AlarmBoard;
import io.faultline.desk.Session;
import io.faultline.history.RecordChange;
import io.faultline.history.RecordStore;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.MarkPrice;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Alarms through the whole program, on real sockets and on disk: fired once, kept, and taken over. */
@Timeout(90)
class AlarmsAtHomeTest {
    private static final String BTC = "BTCUSDT";
    private static final String ETH = "ETHUSDT";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @SuppressWarnings("NullAway.Init") // set before each
    private PracticeExchange exchange;

    @BeforeEach
    void openTheExchange() throws IOException {
        exchange = PracticeExchange.start(PracticeSettings.of(11, List.of(Venue.BYBIT), List.of(BTC, ETH)));
    }

    @AfterEach
    void closeTheExchange() {
        exchange.close();
    }

    private Markets markets(Path at) {
        return new Markets(List.of(BTC), PracticeVenues.adapters(exchange), PracticeVenues.of(exchange), at);
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    /** Has an alarm fire: one of many about the price, each of which fires once; the others are deleted. */
    private static void fire(Session session) {
        until(() -> session.view().alarms().watching() == AlarmsView.Watching.LIVE);
        int before = fired(session).size();
        double mark = mark(session);
        Set<Long> armed = new HashSet<>();
        for (int i = -10; i < 10; i++) {
            armed.add(arm(session.alarms(), BTC, mark + i * 0.3 + 0.15, true));
        }
        until(() -> fired(session).size() > before);
        fired(session).forEach(entry -> armed.remove(entry.firing().alarm().id()));
        session.alarms().send(BTC, new AlarmCommand.Remove(armed));
        until(() -> session.view().alarms().alarms().stream()
                .noneMatch(each -> armed.contains(each.alarm().id())));
    }

    private static long arm(AlarmBoard board, String symbol, double level, boolean once) {
        long id = board.nextId();
        board.send(
                symbol,
                new AlarmCommand.Add(PriceAlarm.at(
                        new AlarmHead(id, symbol, "at " + level),
                        new PriceRule(level, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, once),
                        null)));
        return id;
    }

    private static double mark(Session session) {
        MarkPrice mark = session.view().venues().get(0).mark();
        return mark == null ? Double.NaN : mark.mark().doubleValue();
    }

    private static List<LogEntry> fired(Session session) {
        return session.view().alarms().log();
    }

    private static List<Long> numbers(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::number).toList();
    }

    /** The folder as a power cut would leave it. */
    private Path cutOff() throws IOException {
        Path image = home.resolveSibling(home.getFileName() + "-cut");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Path to = image.resolve(home.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return image;
    }

    @Test
    void firesOnceAndIsFiredAndUnacknowledgedAfterAPowerCut() throws IOException {
        Path image;
        List<Long> numbers;
        List<Long> calling;
        try (Markets markets = markets(home)) {
            Session session = markets.live();
            fire(session);
            numbers = numbers(fired(session));
            calling = numbers(session.view().alarms().calling());
            image = cutOff();
            Path lines = home.resolve("practice").resolve(HomeAlarms.FILE);
            until(() -> Files.exists(lines));
            assertThat(lines).content().contains("\"type\":\"fired\"").contains("\"market\":\"PRACTICE\"");
            assertThat(session.alarms().problem()).isEmpty();
        }
        assertThat(home.resolve("faultline.db")).doesNotExist();
        try (Markets markets = markets(image)) {
            Session session = markets.live();
            assertThat(numbers(session.alarms().view(BTC).calling()))
                    .isEqualTo(calling)
                    .isNotEmpty();
            assertThat(session.alarms().view(BTC).soundsFrom()).isGreaterThan(numbers.get(0));
            until(() -> session.view().alarms().watching() == AlarmsView.Watching.LIVE);
            long seen = session.view().timeNanos();
            until(() -> session.view().timeNanos() > seen + 3_000_000_000L);

            assertThat(numbers(fired(session))).isEqualTo(numbers);
            session.alarms().send(BTC, new AlarmCommand.Acknowledge(Set.copyOf(numbers)));
            until(() -> session.view().alarms().calling().isEmpty());
        }
    }

    @Test
    void ofTwoProgramsOnOneHomeTheSecondShowsAndThenTakesOver() throws Exception {
        Session second;
        List<Long> numbers;
        try (Markets later = markets(home)) {
            try (Markets markets = markets(home)) {
                Session first = markets.live();
                fire(first);
                numbers = numbers(fired(first));
                long standing = arm(first.alarms(), BTC, mark(first) / 2, false);
                until(() -> first.alarms().armed() == 1);
                first.alarms().settings(AlarmSettings.DEFAULT.with(new SoundSettings(true, null, 60_000, 5_000)));

                second = later.live();
                assertThat(second.alarms().problem()).contains("another Faultline");
                until(() -> second.view().alarms().watching() == AlarmsView.Watching.ELSEWHERE);
                assertThat(second.alarms().armed()).isZero();
                assertThat(second.view().alarms().alarms()).hasSizeGreaterThan(1);
                second.alarms().send(BTC, new AlarmCommand.Remove(Set.of(standing)));
            }

            until(() -> second.view().alarms().watching() == AlarmsView.Watching.LIVE);
            assertThat(second.alarms().problem()).isEmpty();
            assertThat(second.alarms().armed()).as("and nobody removed it").isEqualTo(1);
            assertThat(second.alarms().settings().sounds().muted()).isTrue();
            assertThat(numbers(fired(second))).isEqualTo(numbers);
            fire(second);
            assertThat(numbers(fired(second)))
                    .endsWith(numbers.toArray(Long[]::new))
                    .doesNotHaveDuplicates();
            assertThat(second.alarms().view(BTC).alarms())
                    .extracting(each -> each.alarm().id())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsASymbolFedWhileAnAlarmOfItIsArmedThoughNoTabShowsIt() throws IOException {
        try (Markets markets = markets(home)) {
            Session shown = markets.live();
            Session ether = markets.live(ETH);
            until(() -> ether.view().alarms().watching() == AlarmsView.Watching.LIVE);
            arm(shown.alarms(), ETH, mark(ether) / 2, false);
            until(() -> ether.alarms().armed() == 1);
            ether.close();

            long seen = ether.view().timeNanos();
            until(() -> ether.view().timeNanos() > seen + 2_000_000_000L);
            assertThat(markets.live(ETH)).as("the tab is opened again").isSameAs(ether);
            ether.close();

            shown.alarms().send(ETH, new AlarmCommand.Remove(Set.of(1L)));
            until(() -> shown.alarms().view(ETH).equals(AlarmsView.NONE));
        }
    }

    @Test
    void opensSymbolsWithAlarmsAtTheStartThoughNoTabShowsThem() throws Exception {
        try (Markets markets = markets(home)) {
            Session ether = markets.live(ETH);
            until(() -> ether.view().alarms().watching() == AlarmsView.Watching.LIVE);
            arm(ether.alarms(), ETH, mark(ether) / 2, false);
            until(() -> ether.alarms().armed() == 1);
            ether.records().write("note", "1", "kept");
        }
        try (Markets markets = markets(home)) {
            Session shown = markets.live();

            until(() -> shown.alarms().view(ETH).watching() == AlarmsView.Watching.LIVE);
            assertThat(shown.alarms().views()).extracting(AlarmsView::symbol).containsExactly(BTC, ETH);
            assertThat(shown.records().read("note").get()).isEqualTo(Map.of("1", "kept"));
            arm(shown.alarms(), "XRPUSDT", 1, false);
            until(() -> shown.alarms().views().size() == 3);
        }
    }

    /** A home folder as a program left it twenty minutes ago, which had seen the price below that level. */
    private void leaveTwentyMinutesAgo(long id, double level) throws Exception {
        long then = System.currentTimeMillis() - 1_200_000;
        PriceAlarm armed = new PriceAlarm(
                new AlarmHead(id, BTC, "far"),
                new PriceRule(level, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false),
                null,
                PriceAlarm.Approach.FROM_BELOW,
                false);
        AlarmState seen = new AlarmState(List.of(armed), "bybit", Map.of("bybit", then), Set.of());
        WatchState state = new WatchState(BTC, seen, TrackerState.EMPTY, List.of(), 1, id, then);
        AlarmUpdate update = new AlarmUpdate(1, state, List.of(armed), Set.of(), List.of(), Set.of(), false);
        try (RecordStore store = new RecordStore(home.resolve("practice"), () -> then * 1_000_000)) {
            List<RecordChange> changes = AlarmRows.of(update).stream()
                    .map(row -> new RecordChange(row.kind(), row.id(), row.text(), RecordChange.ANY))
                    .toList();
            assertThat(store.write(changes).get(10, TimeUnit.SECONDS).onDisk()).isTrue();
        }
    }

    @Test
    void listsWhatWasCrossedWhileNobodyWatchedByTheBarsThatTheVenueTells() throws Exception {
        leaveTwentyMinutesAgo(7, 1);
        try (Markets markets = markets(home)) {
            Session session = markets.live();

            until(() -> session.view().alarms().unwatched().isPresent());
            assertThat(session.view().alarms().unwatched().orElseThrow().bars()).isGreaterThan(15);
            until(() -> !fired(session).isEmpty()); // shown once it is on disk
            assertThat(fired(session)).hasSize(1);
            assertThat(fired(session).get(0).firing().freshness()).isEqualTo(Freshness.MISSED);
            assertThat(session.alarms().nextId()).isGreaterThan(7);
        }
    }
}
