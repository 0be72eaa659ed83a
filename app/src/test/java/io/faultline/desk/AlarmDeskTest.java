package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.Signal;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.SizeRule;
import io.faultline.book.SnapshotRequests;
import io.faultline.market.MarkPrice;
import io.faultline.market.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What alarms see of a desk, and a desk's thread of what people want. */
class AlarmDeskTest {
    private final AlarmBoard board = new AlarmBoard();

    private SignalStory watched() {
        SignalStory story = new SignalStory();
        story.desk.watch(board);
        return story;
    }

    private void arm(double level) {
        board.send("BTCUSDT", new AlarmCommand.Add(price(board, level)));
    }

    private static PriceAlarm price(AlarmBoard board, double level) {
        return PriceAlarm.at(
                new AlarmHead(board.nextId(), "BTCUSDT", "level " + level),
                new PriceRule(level, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false),
                null);
    }

    private List<String> log(SignalStory story) {
        story.desk.tickAlarms(story.now() * 1_000_000);
        return story.desk.alarms().log().stream().map(AlarmDeskTest::words).toList();
    }

    private static String words(LogEntry entry) {
        return entry.firing().signal() + " " + entry.firing().freshness();
    }

    @Test
    void firesOnceWhenTheMarkCrosses() {
        SignalStory story = watched();
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        arm(60_300);
        story.pass(2_000);

        story.mark(60_310);
        story.pass(3_000);

        assertThat(log(story)).containsExactly("PRICE_REACHED FRESH");
        assertThat(board.view("BTCUSDT").calling()).hasSize(1);
        assertThat(story.desk.view().alarms()).isSameAs(board.view("BTCUSDT"));
    }

    @Test
    void armsAClusterThatTheDeskShowsAndNotesThePathBeforeIt() {
        SignalStory story = watched();
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        story.build(8);
        ClusterView cluster = story.view().side(PositionSide.LONG).clusters().get(0);
        board.send(
                "BTCUSDT",
                new AlarmCommand.ArmClusters(
                        List.of(cluster.id()), ClusterAlarmRule.DEFAULT, Set.of(Signal.PERIMETER, Signal.ENTRY)));
        story.pass(1_000);

        story.mark(cluster.cluster().nearPrice() * 1.001);
        story.pass(1_000);
        story.mark(cluster.cluster().nearPrice() * 0.9999);
        story.pass(1_000);

        assertThat(log(story)).contains("ENTRY FRESH");
        LogEntry entry = story.desk.alarms().log().stream()
                .filter(each -> each.firing().signal() == Signal.ENTRY)
                .findFirst()
                .orElseThrow();
        assertThat(entry.firing().cluster()).isEqualTo(cluster.name());
    }

    @Test
    void sumsLiquidationsInUsd() {
        SignalStory story = watched();
        story.list(SignalStory.BYBIT, "0.1");
        story.open(SignalStory.BYBIT);
        SizeRule rule = new SizeRule(null, 500_000, 60_000, SizeRule.DEFAULT_REARM_SHARE);
        board.send(
                "BTCUSDT", new AlarmCommand.Add(SizeAlarm.of(new AlarmHead(board.nextId(), "BTCUSDT", "large"), rule)));
        story.pass(2_000);

        story.liquidated(SignalStory.BYBIT, PositionSide.LONG, 60_000, 600_000);

        assertThat(log(story)).containsExactly("SIZE_REACHED FRESH");
        assertThat(board.view("BTCUSDT").log().get(0).firing().usd()).isEqualTo(600_000);
    }

    @Test
    void tellsACrossingAfterAnInterruptionWithoutASound() {
        SignalStory story = watched();
        story.open(SignalStory.BINANCE);
        arm(60_300);
        story.pass(2_000);

        story.lostMarks(SignalStory.BINANCE);
        story.mark(60_310);
        story.pass(2_000);

        assertThat(log(story)).containsExactly("PRICE_REACHED AFTER_GAP");
    }

    @Test
    void leavesTheDesksStateAsItIs() {
        SignalStory with = watched();
        SignalStory without = new SignalStory();
        for (SignalStory story : List.of(with, without)) {
            story.open(SignalStory.BINANCE, SignalStory.BYBIT);
            if (story.equals(with)) {
                arm(60_300);
            }
            story.build(8);
            story.mark(60_310);
            story.pass(11_000);
        }

        assertThat(log(with)).isNotEmpty();
        assertThat(with.desk.stateHash()).isEqualTo(without.desk.stateHash());
    }

    @Test
    void hearsWhatPeopleWantThoughNothingComes() {
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
        desk.watch(board);
        long now = BookStory.START;
        try (DeskThread thread = new DeskThread(desk, DeskThread.Overflow.SHED, System::nanoTime, () -> now)) {
            arm(100);

            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> board.armed() == 1 && thread.view().alarms().armed() == 1);
            assertThat(board.view("BTCUSDT").watching()).isEqualTo(AlarmsView.Watching.WAITING);
        }
        assertThat(board.views()).isEmpty();
    }

    @Test
    void goesOnWithTheMarketThoughItIsToldNonsense() {
        SignalStory story = watched();
        story.open(SignalStory.BINANCE);
        PriceAlarm stranger = PriceAlarm.at(
                new AlarmHead(7, "ETHUSDT", "stranger"),
                new PriceRule(1, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false),
                null);
        board.send("BTCUSDT", new AlarmCommand.Add(stranger));
        story.pass(1_000);

        assertThat(log(story)).isEmpty();
        assertThat(story.desk.alarms().notice().words()).contains("ETHUSDT");
        assertThat(story.desk.alarms().alarms()).isEmpty();
    }

    @Test
    void takesUpWhatWasSentBeforeAnybodyWatched() {
        arm(100);
        Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);

        desk.watch(board);
        desk.apply(new MarkPrice(BookStory.BTC, BookStory.START, 0, new BigDecimal("99"), null));
        desk.tickAlarms(BookStory.START);

        assertThat(board.views())
                .singleElement()
                .satisfies(view -> assertThat(view.armed()).isEqualTo(1));
    }
}
