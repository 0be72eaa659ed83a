package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.RandomMarket.Moment;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.HistoryBar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random markets, watched through kills, restarts, slow disks, repeated frames, resynchronisations and absences: every
 * crossing is told once, and none is missed. Each restart goes through the text of what was kept.
 */
class WatchPropertyTest {
    private static final int SEEDS = 50;

    /** Waits for the disk however slow it is: what is shown after waiting in vain may be told again after a kill. */
    private static final WatchRule PATIENT =
            new WatchRule(GateRule.DEFAULT, 3_600_000, 60_000, 600_000, 4_000, 15_000, 1_000);

    /** What is lost of a minute at both ends of an absence is nowhere to be had: see {@link MissedBars}. */
    private static final int ABSENCE_SEEDS = 40;

    @Test
    void saysTheSameThroughAnyInterleavingOfFaultsAndKills() {
        int said = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Moment> market = RandomMarket.of(seed);
            Watch clean = new Watch(RandomMarket.alarms());
            market.forEach(moment -> see(clean, moment));
            List<String> expected = crossings(clean.kept().of("BTCUSDT").log());
            List<String> told = faulty(market, seed);
            int same = 0;
            while (same < Math.min(told.size(), expected.size())
                    && told.get(same).equals(expected.get(same))) {
                same++;
            }
            assertThat(told.subList(same, told.size()))
                    .as("seed %d, from line %d on", seed, same)
                    .isEqualTo(expected.subList(same, expected.size()));
            said += expected.size();
        }
        assertThat(said).as("or nothing was tested").isGreaterThan(SEEDS * 10);
    }

    private static List<String> faulty(List<Moment> market, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 17 + 3);
        Watch watch = new Watch(PATIENT, RandomMarket.alarms());
        watch.pass(0); // the alarms are there before anything else happens
        List<LogEntry> everShown = new ArrayList<>();
        for (int i = 0; i < market.size(); i++) {
            watch.lag = Math.max(300, watch.lag + random.nextLong(-400, 400));
            see(watch, market.get(i));
            switch (random.nextInt(8)) {
                case 0 -> watch.slowDisk = !watch.slowDisk;
                case 1 -> watch.answer().watch.tick(watch.exchange + watch.lag + random.nextInt(300));
                case 2 -> watch.watch.interrupted("binance");
                case 3 -> watch.rebuilds++;
                case 4 -> watch.restart();
                case 5 -> {
                    everShown.addAll(watch.fired);
                    watch.fired.clear();
                    watch.kill();
                    replay(watch, market.subList(0, i + 1));
                }
                default -> replay(watch, market.subList(Math.max(0, i - random.nextInt(20)), i + 1));
            }
        }
        watch.restart();
        everShown.addAll(watch.fired);
        List<String> kept = crossings(watch.log());
        assertThat(new HashSet<>(crossings(everShown)))
                .as("seed %d: what was once shown is never told again, nor forgotten", seed)
                .isSubsetOf(new HashSet<>(kept));
        assertThat(crossings(everShown)).as("seed %d: nor shown twice", seed).doesNotHaveDuplicates();
        List<String> oldestFirst = new ArrayList<>(kept);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static void see(Watch watch, Moment moment) {
        watch.clusters(moment.clusters().known(), moment.clusters().tracks().toArray(new Track[0]));
        watch.see(moment.price());
    }

    /** The last frames once more, with the clusters as they were. */
    private static void replay(Watch watch, List<Moment> last) {
        long now = watch.exchange;
        for (int i = 0; i < last.size(); i++) {
            Moment moment = last.get(i);
            watch.clusters(moment.clusters().known(), moment.clusters().tracks().toArray(new Track[0]));
            watch.watch.mark(
                    new MarkSample("binance", now - 1_000L * (last.size() - 1 - i), now + watch.lag, moment.price()));
        }
    }

    private static List<String> crossings(List<LogEntry> entries) {
        return entries.stream()
                .map(LogEntry::firing)
                .map(firing -> firing.exchangeMillis() + " " + firing.alarm().id() + " " + firing.signal() + " "
                        + firing.cause() + " " + firing.cluster() + " " + firing.price())
                .toList();
    }

    @Test
    void tellsEveryCrossingOfAnAbsenceOnceFromItsBars() {
        int told = 0;
        for (long seed = 1; seed <= ABSENCE_SEEDS; seed++) {
            told += absent(seed);
        }
        assertThat(told).as("or nothing was tested").isGreaterThan(ABSENCE_SEEDS);
    }

    /** Two hours of a second each: watched, away, watched, and so on. */
    private static int absent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] path = path(random);
        Watch watch = new Watch(Watch.price(1, 100));
        List<Seen> seen = new ArrayList<>();
        int second = 0;
        while (second < path.length) {
            for (int until = second + random.nextInt(30, 600); second < until && second < path.length; second++) {
                watch.see(path[second]);
                seen.add(Seen.at(second, path));
            }
            int away = random.nextInt(70, 1_800);
            if (second + away >= path.length) {
                break;
            }
            List<HistoryBar> bars = bars(path, second, second + away, seen);
            if (random.nextBoolean()) {
                watch.restart();
            } else if (random.nextBoolean()) {
                watch.kill();
            }
            second += away;
            watch.away(away * 1_000L);
            watch.see(path[second]);
            seen.add(Seen.at(second, path));
            second++;
            watch.send(new AlarmCommand.Missed(bars)).pass(0);
        }
        List<Integer> fired = new ArrayList<>();
        for (LogEntry entry : watch.restart().log()) {
            fired.add(0, (int) ((entry.firing().exchangeMillis() - Watch.START) / 1_000) - 1);
        }
        assertNoneTwice(fired, path, seed);
        assertNoneMissed(fired, seen, seed);
        return fired.size();
    }

    private static double[] path(SplittableRandom random) {
        double[] path = new double[7_200];
        double price = 99.6 + random.nextDouble(0.8);
        for (int i = 0; i < path.length; i++) {
            price += random.nextDouble(-0.03, 0.03) + (100 - price) * 0.0005;
            path[i] = Math.round(price * 100) / 100.0;
        }
        return path;
    }

    /** What was to be known of some time: of one live second, or of all seconds of a bar. */
    private record Seen(int first, int last, double high, double low) {
        static Seen at(int second, double[] path) {
            return new Seen(second, second, path[second], path[second]);
        }

        boolean clearBelow() {
            return high < 100 && low <= 99.899;
        }

        boolean clearAbove() {
            return low > 100 && high >= 100.101;
        }
    }

    /** Of whole minutes between two seconds, and of the one in which the first lies. The first second of all is at 1 s. */
    private static List<HistoryBar> bars(double[] path, int from, int to, List<Seen> seen) {
        List<HistoryBar> bars = new ArrayList<>();
        for (int minute = from / 60; (minute + 1) * 60 <= to; minute++) {
            int first = Math.max(0, minute * 60 - 1);
            int last = minute * 60 + 58;
            double high = path[first];
            double low = path[first];
            for (int i = first; i <= last; i++) {
                high = Math.max(high, path[i]);
                low = Math.min(low, path[i]);
            }
            seen.add(first >= from ? new Seen(first, last, high, low) : Seen.at(last, path));
            bars.add(Watch.bar(minute, path[first], high, low, path[last]));
        }
        return bars;
    }

    /** Between two firings price was clear of the level; when, within a bar, nobody knows. */
    private static void assertNoneTwice(List<Integer> fired, double[] path, long seed) {
        for (int n = 1; n < fired.size(); n++) {
            boolean clear = false;
            int until = Math.min(path.length, minute(fired.get(n)) + 60);
            for (int i = Math.max(0, minute(fired.get(n - 1))); i < until; i++) {
                clear |= Math.abs(path[i] / 100 - 1) >= PriceRule.DEFAULT_REARM * 0.999;
            }
            assertThat(clear).as("seed %d: told twice, at %s", seed, fired).isTrue();
        }
    }

    /** Where price was surely clear of the level on one side, and later on the other, it was told. */
    private static void assertNoneMissed(List<Integer> fired, List<Seen> seen, long seed) {
        int below = -1;
        int above = -1;
        for (Seen now : seen) {
            int since = now.high() >= 100 && below >= 0 ? below : now.low() <= 100 && above >= 0 ? above : -1;
            if (since >= 0) {
                assertThat(fired.stream().anyMatch(at -> at >= since && at <= now.last()))
                        .as("seed %d: missed from %d to %s, told at %s", seed, since, now, fired)
                        .isTrue();
                below = -1;
                above = -1;
            }
            below = now.clearBelow() ? now.first() : below;
            above = now.clearAbove() ? now.first() : above;
        }
    }

    private static int minute(int second) {
        return Math.floorDiv(second + 1, 60) * 60 - 1;
    }
}
