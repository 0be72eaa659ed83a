package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SizeAlarmTest {
    private static final AlarmHead HEAD = new AlarmHead(5, "BTCUSDT", "a million");
    private static final long HOUR = 3_600_000;

    @Test
    void firesWhenTheSumIsReached() {
        Marks marks = live(rule(1e6, 10_000));
        assertThat(print(marks, 0, 4e5)).isEmpty();
        assertThat(print(marks, 1_000, 5e5)).isEmpty();
        List<Firing> fired = print(marks, 1_000, 2e5);
        assertThat(fired).extracting(Firing::signal).containsExactly(Signal.SIZE_REACHED);
        assertThat(fired.get(0).usd()).isEqualTo(1.1e6);
    }

    @Test
    void tellsOneBurstOnceHoweverLongItLasts() {
        Marks marks = live(rule(1e6, 10_000));
        int fired = 0;
        for (int i = 0; i < 60; i++) {
            fired += print(marks, 1_000, 3e5).size();
        }
        assertThat(fired).isOne();
    }

    @Test
    void doesNotSplitABurstAtTheEdgeOfAWindow() {
        Marks marks = live(rule(1e6, 10_000));
        marks.pass(10_000 - Math.floorMod(marks.exchange(), 10_000L) - 200);
        marks.see(100);
        int fired = 0;
        for (int i = 0; i < 6; i++) {
            fired += print(marks, 100, 2e5).size();
        }
        assertThat(fired).as("six prints about a full ten seconds").isOne();
    }

    @Test
    void firesAgainAfterTheSumHasFallen() {
        Marks marks = live(rule(1e6, 10_000));
        assertThat(print(marks, 0, 1.2e6)).hasSize(1);
        double[] quiet = new double[15];
        Arrays.fill(quiet, 100);
        marks.see(quiet);
        assertThat(print(marks, 0, 1.2e6)).hasSize(1);
    }

    @Test
    void saysHowLongItReallySummed() {
        Marks marks = live(rule(1e6, HOUR));
        print(marks, 0, 6e5);
        List<Firing> fired = print(marks, 9_000, 6e5);
        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).spanMillis())
                .as("ten seconds of flow are not an hour's")
                .isEqualTo(9_000);
    }

    @Test
    void countsAReportThatComesTwiceOnce() {
        Marks marks = live(rule(1e6, 10_000));
        ForcedPrint print =
                new ForcedPrint(Venue.BYBIT, marks.exchange(), marks.exchange(), PositionSide.LONG, 100, 6e5);
        marks.alarms().onForced(print);
        assertThat(marks.alarms().onForced(print)).isEmpty();
        marks.restart();
        assertThat(marks.alarms().onForced(print)).as("nor after a restart").isEmpty();
    }

    @Test
    void looksAtOneSideIfAsked() {
        SizeAlarm shorts = SizeAlarm.of(HEAD, new SizeRule(PositionSide.SHORT, 1e6, 10_000, 0.5));
        Marks marks = new Marks(shorts);
        marks.see(100, 100);
        assertThat(print(marks, 0, 2e6)).isEmpty();
    }

    @Test
    void makesNoSoundForReportsOfABacklog() {
        Marks marks = live(rule(1e6, HOUR));
        List<Firing> fired = marks.alarms()
                .onForced(new ForcedPrint(
                        Venue.BYBIT, marks.exchange() - 60_000, marks.exchange(), PositionSide.LONG, 100, 2e6));
        assertThat(fired).extracting(Firing::freshness).containsExactly(Freshness.LATE);
    }

    @Test
    void isNotDeafenedByAStampFromTheFuture() {
        Marks marks = live(rule(1e6, 10_000));
        marks.alarms()
                .onForced(new ForcedPrint(
                        Venue.OKX, marks.exchange() + HOUR, marks.exchange(), PositionSide.LONG, 100, 2e6));
        assertThat(print(marks, 0, 1e6)).hasSize(1);
    }

    @Test
    void ignoresSizesThatCannotBe() {
        Marks marks = live(rule(1e6, HOUR));
        for (double bad : new double[] {0, -5e6, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(print(marks, 0, bad)).isEmpty();
        }
        assertThat(print(marks, 0, 1e6)).hasSize(1);
    }

    @Test
    void firesOnceForEachTimeTheSumRisesAndMissesNone() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SizeAlarm alarm = SizeAlarm.of(HEAD, rule(1e6, 10_000));
            List<ForcedPrint> all = new ArrayList<>();
            boolean armed = true;
            long now = 0;
            for (int i = 0; i < 200; i++) {
                now += random.nextInt(4_000);
                ForcedPrint print =
                        new ForcedPrint(Venue.OKX, now, now, PositionSide.LONG, 100 + i, random.nextDouble(5e5));
                all.add(print);
                Heard<SizeAlarm> heard = alarm.observe(print, now);
                alarm = random.nextInt(5) == 0
                        ? heard.alarm()
                                .observe(all.get(random.nextInt(all.size())), now)
                                .alarm()
                        : heard.alarm();
                double sum = sum(all, now);
                assertThat(heard.said()).as("seed %d, print %d", seed, i).hasSize(armed && sum >= 1e6 ? 1 : 0);
                armed = (armed || sum < 5e5) && sum < 1e6;
            }
        }
    }

    private static double sum(List<ForcedPrint> prints, long now) {
        return prints.stream()
                .filter(print -> print.exchangeMillis() > now - 10_000)
                .mapToDouble(ForcedPrint::usd)
                .sum();
    }

    private static Marks live(SizeRule rule) {
        Marks marks = new Marks(SizeAlarm.of(HEAD, rule));
        marks.see(100, 100, 100);
        return marks;
    }

    private static List<Firing> print(Marks marks, long later, double usd) {
        if (later > 0) {
            marks.pass(later - 1_000);
            marks.see(100);
        }
        return marks.alarms()
                .onForced(
                        new ForcedPrint(Venue.BYBIT, marks.exchange(), marks.exchange(), PositionSide.LONG, 100, usd));
    }

    private static SizeRule rule(double usd, long window) {
        return new SizeRule(null, usd, window, SizeRule.DEFAULT_REARM_SHARE);
    }
}
