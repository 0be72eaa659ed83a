package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PriceAlarmTest {
    private static final AlarmHead HEAD = new AlarmHead(1, "BTCUSDT", "round number");

    @Test
    void firesWhenTheLevelIsReachedFromEitherSide() {
        Marks marks = new Marks(alarm(PriceRule.Direction.EITHER));
        marks.see(99, 99.9);
        assertThat(marks.see(100)).extracting(Firing::signal).containsExactly(Signal.PRICE_REACHED);
        assertThat(marks.see(100.5, 100.05)).isEmpty();
        assertThat(marks.see(100)).hasSize(1);
    }

    @Test
    void staysSilentWhileNoiseCrossesTheLevel() {
        Marks marks = new Marks(alarm(PriceRule.Direction.EITHER));
        marks.see(99);
        assertThat(marks.see(100, 99.95, 100.05, 99.95, 100.05, 99.95)).hasSize(1);
        assertThat(marks.see(99.89, 100.0)).as("clear by 0.1 %, then back").hasSize(1);
    }

    @Test
    void armsAtTheLevelOnlyOnceClearOfIt() {
        Marks marks = new Marks(alarm(PriceRule.Direction.EITHER));
        assertThat(marks.see(100, 100.05, 99.95)).isEmpty();
        assertThat(marks.see(99.8, 100)).hasSize(1);
    }

    @Test
    void firesInOneDirectionOnlyIfAsked() {
        Marks rising = new Marks(alarm(PriceRule.Direction.RISING));
        assertThat(rising.see(101, 99, 101)).hasSize(1);
        Marks falling = new Marks(alarm(PriceRule.Direction.FALLING));
        assertThat(falling.see(99, 101, 99)).hasSize(1);
    }

    @Test
    void isDoneAfterTheFirstTimeIfAsked() {
        Marks marks = new Marks(PriceAlarm.at(
                HEAD, new PriceRule(100, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, true), null));
        assertThat(marks.see(99, 101, 99, 101)).hasSize(1);
    }

    @Test
    void isStaleWhenItsClusterHasMovedByMoreThanOnePercent() {
        PriceAlarm alarm = PriceAlarm.at(
                HEAD,
                new PriceRule(98, PriceRule.Direction.FALLING, PriceRule.DEFAULT_REARM, false),
                new PriceAlarm.Origin(7, Math.sqrt(97 * 98)));
        Marks marks = new Marks(alarm);
        assertThat(marks.alarms().stale(Tracks.now(Tracks.live(7, PositionSide.LONG, 97, 98, 1e6))))
                .isEmpty();
        assertThat(marks.alarms().stale(Tracks.now(Tracks.live(7, PositionSide.LONG, 95.8, 96.8, 1e6))))
                .containsExactly(alarm);
        assertThat(marks.alarms().stale(Tracks.now())).as("gone").containsExactly(alarm);
        assertThat(marks.alarms().stale(ClustersNow.UNKNOWN)).as("nobody knows").isEmpty();
    }

    @Test
    void refusesWhatIsNoPrice() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new PriceRule(bad, PriceRule.Direction.EITHER, 0.001, false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void firesOnceForEachCrossingAndMissesNone() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] prices = new double[150];
            double price = 99.5 + random.nextDouble();
            for (int i = 0; i < prices.length; i++) {
                price += random.nextDouble(-0.15, 0.15);
                prices[i] = price;
            }
            Marks marks = new Marks(alarm(PriceRule.Direction.EITHER));
            List<Integer> fired = new ArrayList<>();
            for (int i = 0; i < prices.length; i++) {
                if (!marks.see(prices[i]).isEmpty()) {
                    fired.add(i);
                }
            }
            assertClearBetween(prices, fired, seed);
            assertNoneMissed(prices, fired, seed);
        }
    }

    private static void assertClearBetween(double[] prices, List<Integer> fired, long seed) {
        for (int n = 1; n < fired.size(); n++) {
            boolean clear = false;
            for (int i = fired.get(n - 1); i < fired.get(n); i++) {
                clear |= Math.abs(prices[i] / 100 - 1) >= PriceRule.DEFAULT_REARM * 0.999;
            }
            assertThat(clear).as("seed %d, firings %s", seed, fired).isTrue();
        }
    }

    /** Whoever was clear of the level on one side and later is on the other has crossed it. */
    private static void assertNoneMissed(double[] prices, List<Integer> fired, long seed) {
        for (int i = 0; i < prices.length; i++) {
            for (int j = i + 1; j < prices.length; j++) {
                boolean rose = prices[i] <= 99.899 && prices[j] >= 100;
                boolean fell = prices[i] >= 100.101 && prices[j] <= 100;
                if (rose || fell) {
                    int from = i;
                    int to = j;
                    assertThat(fired.stream().anyMatch(at -> at > from && at <= to))
                            .as("seed %d, from %d to %d, firings %s", seed, from, to, fired)
                            .isTrue();
                }
            }
        }
    }

    private static PriceAlarm alarm(PriceRule.Direction direction) {
        return PriceAlarm.at(HEAD, new PriceRule(100, direction, PriceRule.DEFAULT_REARM, false), null);
    }
}
