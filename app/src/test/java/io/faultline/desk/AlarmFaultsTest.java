package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.AlarmVoice;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.Signal;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.SizeRule;
import io.faultline.alarm.SoundVerdict;
import io.faultline.alarm.StandingAlarm;
import io.faultline.alarm.StandingRule;
import io.faultline.market.MarkPrice;
import io.faultline.market.PositionSide;
import io.faultline.market.VenueSwitch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The faults of alarms that were met in the field, through a whole desk: see {@code app/docs/alarms.md}. */
class AlarmFaultsTest {
    private static final String BTC = "BTCUSDT";

    private final AlarmBoard board = new AlarmBoard();
    private final SignalStory story = new SignalStory();

    AlarmFaultsTest() {
        story.desk.watch(board);
    }

    private AlarmHead head() {
        long id = board.nextId();
        return new AlarmHead(id, BTC, "alarm " + id);
    }

    private long arm(double level) {
        AlarmHead head = head();
        PriceRule rule = new PriceRule(level, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false);
        board.send(BTC, new AlarmCommand.Add(PriceAlarm.at(head, rule, null)));
        return head.id();
    }

    private List<LogEntry> log() {
        story.desk.tickAlarms(story.now() * 1_000_000);
        return story.desk.alarms().log();
    }

    private List<String> words() {
        return log().stream()
                .map(entry -> entry.firing().signal() + " " + entry.firing().freshness())
                .toList();
    }

    private List<SoundVerdict> heard() {
        story.desk.tickAlarms(story.now() * 1_000_000);
        return new AlarmVoice()
                .hear(board.view(BTC), board.inbox(BTC), AlarmSettings.DEFAULT.sounds(), story.now()).stream()
                        .map(AlarmVoice.Judged::verdict)
                        .toList();
    }

    /** A mark that was received now, and is that old by its venue's clock. */
    private void mark(double price, long ageMillis) {
        long now = story.now();
        story.desk.apply(
                new MarkPrice(SignalStory.BINANCE, now * 1_000_000, now - ageMillis, BigDecimal.valueOf(price), null));
    }

    @Test
    void soundsForAFreshCrossing() {
        story.open(SignalStory.BINANCE);
        arm(60_300);
        story.pass(2_000);
        story.mark(60_310);

        assertThat(heard()).containsExactly(SoundVerdict.PLAY);
    }

    @Test
    void isSilentOnceTheUserHasSwitchedItOffThoughTheDeskHasNotHeardYet() {
        story.open(SignalStory.BINANCE);
        long id = arm(60_300);
        story.pass(2_000);
        story.mark(60_310);
        story.desk.tickAlarms(story.now() * 1_000_000);

        board.send(BTC, new AlarmCommand.Switch(Set.of(id), false));

        assertThat(new AlarmVoice()
                        .hear(board.view(BTC), board.inbox(BTC), AlarmSettings.DEFAULT.sounds(), story.now()))
                .extracting(AlarmVoice.Judged::verdict)
                .containsExactly(SoundVerdict.OFF);
    }

    @Test
    void makesNoSoundForAStallsBacklog() {
        story.open(SignalStory.BINANCE);
        arm(60_300);
        story.pass(3_000);
        story.silence(8_000);

        for (int age = 8_000; age > 6_000; age -= 500) {
            mark(60_310, age);
        }

        assertThat(words()).containsExactly("PRICE_REACHED LATE");
        assertThat(heard()).containsExactly(SoundVerdict.NOT_FRESH);
    }

    @Test
    void doesNotTakeAnHourOldPriceForFresh() {
        story.open(SignalStory.BINANCE);
        arm(60_300);
        story.pass(3_000);

        mark(60_310, 3_600_000);
        story.pass(1_000);

        assertThat(words()).isEmpty();
    }

    @Test
    void crossesNothingByTheBasisWhenAnotherVenueLeads() {
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        arm(60_010);
        story.pass(2_000);

        story.desk.apply(new MarkPrice(
                SignalStory.BYBIT, story.now() * 1_000_000, story.now(), BigDecimal.valueOf(60_020), null));
        assertThat(words()).as("it does not lead").isEmpty();

        story.offWithMarks(SignalStory.BINANCE);
        story.mark(60_020);
        story.pass(2_000);

        assertThat(words()).containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(heard()).containsExactly(SoundVerdict.NOT_FRESH);
    }

    @Test
    void saysNothingFreshOfClustersWhileTheGridWarmsUp() {
        StandingRule every =
                new StandingRule(0, Set.of(Signal.CLUSTER_BORN, Signal.CLUSTER_GROWS, Signal.CLUSTER_NEAR), 0.1);
        board.send(BTC, new AlarmCommand.Add(StandingAlarm.of(head(), every)));
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        story.build(8);
        assertThat(log()).as("what the first minute of a grid shows").isNotEmpty();
        assertThat(log()).noneMatch(entry -> entry.firing().freshness() == Freshness.FRESH);
    }

    @Test
    void saysNothingFreshOfClustersWhenAVenueIsSwitchedOff() {
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        story.minutes(70, 2e6, 2_400, 5);
        story.build(8);
        int rebuilds = story.view().rebuilds();
        StandingRule every =
                new StandingRule(0, Set.of(Signal.CLUSTER_BORN, Signal.CLUSTER_GROWS, Signal.CLUSTER_NEAR), 0.1);
        board.send(BTC, new AlarmCommand.Add(StandingAlarm.of(head(), every)));
        story.pass(2_000);
        int before = log().size();

        story.desk.apply(new VenueSwitch(SignalStory.BYBIT.venue(), story.now() * 1_000_000, false));
        story.offWithMarks(SignalStory.BYBIT);
        story.pass(31_000);

        assertThat(story.view().rebuilds()).isGreaterThan(rebuilds);
        assertThat(log().stream().limit(log().size() - before))
                .noneMatch(entry -> entry.firing().freshness() == Freshness.FRESH);
    }

    @Test
    void tellsACrossingOnceThoughFramesComeAgainAfterAReconnect() {
        story.open(SignalStory.BINANCE);
        arm(60_300);
        story.pass(2_000);
        long crossed = story.now();
        story.mark(60_310);
        story.pass(2_000);

        story.lostMarks(SignalStory.BINANCE);
        for (long at = crossed - 2_000; at <= crossed; at += 1_000) {
            double then = at < crossed ? 60_000 : 60_310;
            story.desk.apply(
                    new MarkPrice(SignalStory.BINANCE, story.now() * 1_000_000, at, BigDecimal.valueOf(then), null));
        }
        story.gap(SignalStory.BINANCE);
        story.book(SignalStory.BINANCE, 0.05, 10_000);
        story.pass(3_000);

        assertThat(words()).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void doesNotSplitOneBurstNorSayThatItTookLonger() {
        story.list(SignalStory.BYBIT, "0.1");
        story.open(SignalStory.BYBIT);
        board.send(
                BTC,
                new AlarmCommand.Add(
                        SizeAlarm.of(head(), new SizeRule(null, 1_000_000, 3_600_000, SizeRule.DEFAULT_REARM_SHARE))));
        story.pass(59_000 - story.now() % 60_000 + 60_000);
        for (int i = 0; i < 8; i++) {
            story.liquidated(SignalStory.BYBIT, PositionSide.LONG, 60_000 - i, 250_000);
            story.pass(500);
        }

        assertThat(words()).containsExactly("SIZE_REACHED FRESH");
        assertThat(log().get(0).firing().spanMillis()).isBetween(1L, 3_000L);
    }

    @Test
    void followsItsClusterWhenThatMigrates() {
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        story.build(8);
        List<Integer> ids =
                story.view().clusters().stream().map(ClusterView::id).toList();
        board.send(BTC, new AlarmCommand.ArmClusters(ids, ClusterAlarmRule.DEFAULT, Set.of(Signal.PERIMETER)));
        story.pass(2_000);
        Map<Integer, Double> before = edges();

        story.mark(60_040);
        story.build(12);
        story.pass(1_100);

        Map<Integer, Double> after = edges();
        List<Integer> migrated = ids.stream()
                .filter(id -> story.view().find(id).isPresent())
                .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                .toList();
        assertThat(migrated).isNotEmpty();
        for (int id : migrated) {
            assertThat(after.get(id))
                    .isEqualTo(story.view().find(id).orElseThrow().cluster().nearPrice());
        }
    }

    /** Near edges that the armed alarms go by, by cluster. */
    private Map<Integer, Double> edges() {
        story.desk.tickAlarms(story.now() * 1_000_000);
        Map<Integer, Double> edges = new TreeMap<>();
        story.desk.alarms().alarms().forEach(each -> {
            ClusterAlarm alarm = (ClusterAlarm) each.alarm();
            var at = alarm.state().edges();
            edges.put(alarm.trackId(), at == null ? Double.NaN : at.near());
        });
        return edges;
    }
}
