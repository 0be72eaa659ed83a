package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.Signal;
import io.faultline.desk.RandomDesk;
import io.faultline.desk.RandomDesk.Armed;
import io.faultline.desk.RandomDesk.Sample;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a whole desk: each crossing of its marks is told once, and none is missed. Crossings are counted here
 * from the marks that counted and the clusters that were shown, with no code of alarms.
 */
class AlarmsOfADeskTest {
    private static final int SEEDS = 4;
    private static final int SECONDS = 900;
    private static final Set<Signal> STAGES = Set.of(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);

    @Test
    void tellEachCrossingOnceAndMissNoneWhateverHappens() {
        Map<Signal, Integer> told = new EnumMap<>(Signal.class);
        int restarts = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomDesk random = new RandomDesk(seed);
            random.run(SECONDS);
            compare(seed, random, told);
            restarts += random.restarts();
        }
        assertThat(told).as("or nothing was tested").containsKeys(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);
        assertThat(told.get(Signal.PRICE_REACHED)).isGreaterThan(SEEDS * 5);
        assertThat(restarts).isGreaterThan(SEEDS);
    }

    private static void compare(long seed, RandomDesk random, Map<Signal, Integer> told) {
        List<LogEntry> log = random.kept().of("BTCUSDT").log();
        random.armed().forEach((id, alarm) -> {
            List<String> expected =
                    alarm.trackId() == 0 ? levels(random.samples(), alarm) : stages(random.samples(), alarm);
            assertThat(of(id, log)).as("seed %d, alarm %d, %s", seed, id, alarm).isEqualTo(expected);
        });
        assertThat(random.shown())
                .as("seed %d: what was shown once is kept", seed)
                .extracting(AlarmsOfADeskTest::words)
                .doesNotHaveDuplicates()
                .isSubsetOf(log.stream().map(AlarmsOfADeskTest::words).toList());
        log.forEach(entry -> told.merge(entry.firing().signal(), 1, Integer::sum));
    }

    private static String words(LogEntry entry) {
        return entry.firing().alarm().id() + " " + entry.firing().exchangeMillis() + " "
                + entry.firing().signal();
    }

    private static List<String> of(long id, List<LogEntry> log) {
        return log.stream()
                .filter(entry -> entry.firing().alarm().id() == id)
                .filter(entry -> STAGES.contains(entry.firing().signal())
                        || entry.firing().signal() == Signal.PRICE_REACHED)
                .map(entry ->
                        entry.firing().exchangeMillis() + " " + entry.firing().signal())
                .toList();
    }

    /** Each time that price comes to the level from where it was last 0.1 % clear of it. */
    private static List<String> levels(List<Sample> samples, Armed alarm) {
        List<String> crossings = new ArrayList<>();
        int side = 0;
        for (Sample sample : samples.subList(alarm.from(), samples.size())) {
            double off = sample.price() - alarm.level();
            if (side != 0 && side * off <= 0) {
                crossings.add(sample.millis() + " " + Signal.PRICE_REACHED);
                side = 0;
            }
            boolean first = crossings.isEmpty() && side == 0;
            if (side == 0 && (first || Math.abs(off) >= 0.001 * alarm.level())) {
                side = (int) Math.signum(off);
            }
        }
        return crossings;
    }

    private static List<String> stages(List<Sample> samples, Armed alarm) {
        @Nullable PositionSide side = null;
        List<AlarmCrossings.Seen> seen = new ArrayList<>();
        for (Sample sample : samples.subList(Math.min(alarm.from(), samples.size()), samples.size())) {
            Sample.@Nullable Edges own = sample.clusters().get(alarm.trackId());
            side = own == null ? side : own.side();
            List<Double> behind = new ArrayList<>();
            PositionSide of = side;
            sample.clusters().forEach((id, edges) -> {
                if (id != alarm.trackId() && edges.side() == of) {
                    behind.add(edges.near());
                }
            });
            seen.add(new AlarmCrossings.Seen(
                    sample.millis() * 1_000_000,
                    sample.price(),
                    own == null ? Double.NaN : own.near(),
                    own == null ? Double.NaN : own.far(),
                    behind,
                    false));
        }
        return side == null
                ? List.of()
                : AlarmCrossings.of(seen, side, ClusterAlarmRule.DEFAULT.perimeter()).stream()
                        .map(crossing -> crossing.nanos() / 1_000_000 + " " + crossing.stage())
                        .toList();
    }
}
