package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.RandomMarket.Moment;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Random markets with clusters that are born, migrate and die, seen through random faults: each crossing fires once, and
 * none is missed.
 */
class AlarmPropertyTest {
    private static final int SEEDS = 400;

    /** What a cluster alarm may say: entries only when near, a passage only when inside, all anew only when far. */
    private static final Pattern GRAMMAR =
            Pattern.compile("(P(ER)*(A|WD?|E[CS]AD?))*(P(ER)*(E[CS]?)?)?|(P(ER)*(A|W|E[CS]A))*D");

    @Test
    void saysTheSameThroughAnyInterleavingOfFaults() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Moment> market = RandomMarket.of(seed);
            assertThat(faulty(market, seed)).as("seed " + seed).isEqualTo(clean(market));
        }
    }

    @Test
    void firesEachStageOnceForEachCrossing() {
        int crossings = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Map<Long, StringBuilder> words = new HashMap<>();
            Marks marks = new Marks(RandomMarket.alarms());
            for (Moment moment : RandomMarket.of(seed)) {
                for (Firing firing : marks.clusters(moment.clusters()).see(moment.price())) {
                    words.computeIfAbsent(firing.alarm().id(), id -> new StringBuilder())
                            .append(letter(firing.signal()));
                }
            }
            for (long id = 1; id <= 4; id++) {
                String said = words.getOrDefault(id, new StringBuilder()).toString();
                crossings += said.length();
                assertThat(GRAMMAR.matcher(said).matches())
                        .as("seed %d, alarm %d said %s", seed, id, said)
                        .isTrue();
            }
        }
        assertThat(crossings).as("or nothing was tested").isGreaterThan(SEEDS * 4);
    }

    @Test
    void neverStaysBehindPrice() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Marks marks = new Marks(RandomMarket.alarms());
            for (Moment moment : RandomMarket.of(seed)) {
                marks.clusters(moment.clusters()).see(moment.price());
                for (Alarm alarm : marks.alarms().state().alarms()) {
                    if (alarm instanceof ClusterAlarm cluster) {
                        assertInStep(cluster, moment, seed);
                    }
                }
            }
        }
    }

    /** By the definition of the stages: a live near edge within reach is never left unannounced. */
    private static void assertInStep(ClusterAlarm alarm, Moment moment, long seed) {
        Stage stage = alarm.state().stage();
        Edges edges = alarm.state().edges();
        if (edges == null) {
            assertThat(stage).as("seed " + seed).isEqualTo(Stage.IDLE);
            return;
        }
        int sign = alarm.side() == PositionSide.LONG ? -1 : 1;
        double distance = sign * (edges.near() - moment.price()) / moment.price();
        if (distance <= 0.02) {
            assertThat(stage).as("seed " + seed).isNotEqualTo(Stage.IDLE);
        }
        if (distance <= 0) {
            assertThat(stage.frozen()).as("seed " + seed).isTrue();
        }
        if (distance >= 0.025) {
            assertThat(stage).as("seed " + seed).isEqualTo(Stage.IDLE);
        }
    }

    private static List<String> clean(List<Moment> market) {
        List<String> said = new ArrayList<>();
        Marks marks = new Marks(RandomMarket.alarms());
        for (Moment moment : market) {
            tell(marks.clusters(moment.clusters()).see(moment.price()), said);
        }
        return said;
    }

    /** The same moments, each delivered at least once, among repetitions, stalls, restarts and clocks that jump. */
    private static List<String> faulty(List<Moment> market, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 7);
        List<String> said = new ArrayList<>();
        Marks marks = new Marks(RandomMarket.alarms());
        long clock = 0;
        int stalled = 0;
        for (int i = 0; i < market.size(); i++) {
            stalled = stalled > 0 ? stalled - 1 : random.nextInt(40) == 0 ? random.nextInt(30) : 0;
            clock += random.nextInt(60) == 0 ? random.nextLong(-3_600_000, 3_600_000) : 0;
            marks.lag(300 + clock + stalled * 900L + random.nextInt(1_500));
            tell(marks.clusters(market.get(i).clusters()).see(market.get(i).price()), said);
            int last = Math.min(i, random.nextInt(20));
            switch (random.nextInt(6)) {
                case 0 -> tell(marks.replay(market.get(i).price()), said);
                case 1 -> tell(marks.replay(prices(market, i - last, i)), said);
                case 2 -> marks.restart();
                case 3 -> tell(marks.restart().replay(prices(market, i - last, i)), said);
                case 4 -> marks.alarms().interrupted();
                default -> tell(marks.replay(prices(market, i - last, i - last / 2)), said);
            }
        }
        return said;
    }

    private static double[] prices(List<Moment> market, int from, int to) {
        return market.subList(from, to + 1).stream().mapToDouble(Moment::price).toArray();
    }

    private static void tell(List<Firing> firings, List<String> said) {
        for (Firing firing : firings) {
            said.add(firing.exchangeMillis() + " " + firing.alarm().id() + " " + firing.signal() + " " + firing.cause()
                    + " " + firing.cluster() + " " + firing.price());
        }
    }

    private static char letter(Signal signal) {
        return switch (signal) {
            case PERIMETER -> 'P';
            case ENTRY -> 'E';
            case CASCADE -> 'C';
            case SWEPT -> 'S';
            case REJECTED -> 'R';
            case REARMED -> 'A';
            case WITHDRAWN -> 'W';
            case DISSOLVED -> 'D';
            default -> '?';
        };
    }
}
