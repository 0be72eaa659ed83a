package io.faultline.alarm;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Markets by chance, a moment a second, with clusters that are born, migrate and die. */
final class RandomMarket {
    private static final int STEPS = 250;

    private RandomMarket() {}

    record Moment(double price, ClustersNow clusters) {}

    /** Price and clusters wander; every cluster's life has an end, and ids are never used twice. */
    static List<Moment> of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Moment> moments = new ArrayList<>();
        Map<Integer, Double> centres = new HashMap<>(Map.of(1, 97.0, 2, 94.5, 3, 103.0, 4, 105.5));
        double price = 100;
        for (int i = 0; i < STEPS; i++) {
            price *= 1
                    + random.nextDouble(-0.006, 0.006)
                    + (random.nextInt(30) == 0 ? random.nextDouble(-0.04, 0.04) : 0);
            for (int id = 1; id <= 4; id++) {
                double drift = random.nextInt(10) == 0 ? random.nextDouble(-0.01, 0.01) : 0;
                centres.computeIfPresent(id, (same, centre) -> centre * (1 + drift));
                if (random.nextInt(400) == 0) {
                    centres.remove(id);
                }
            }
            boolean known = random.nextInt(25) != 0;
            moments.add(new Moment(price, known ? clusters(centres) : ClustersNow.UNKNOWN));
        }
        return moments;
    }

    private static ClustersNow clusters(Map<Integer, Double> centres) {
        List<Track> tracks = new ArrayList<>();
        centres.forEach((id, centre) -> {
            PositionSide side = id <= 2 ? PositionSide.LONG : PositionSide.SHORT;
            int bin = Bins.of(centre);
            tracks.add(Tracks.live(id, side, Bins.centre(bin - 5), Bins.centre(bin + 5), 60e6 + id));
        });
        return new ClustersNow(true, tracks);
    }

    /** One on each cluster, some on levels, one on all clusters. */
    static Alarm[] alarms() {
        List<Alarm> alarms = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            PositionSide side = id <= 2 ? PositionSide.LONG : PositionSide.SHORT;
            alarms.add(ClusterAlarm.on(
                    new AlarmHead(id, "BTCUSDT", "cluster " + id),
                    Tracks.live(id, side, 97, 98, 1),
                    ClusterAlarmRule.DEFAULT));
        }
        for (int i = 0; i < 5; i++) {
            alarms.add(PriceAlarm.at(
                    new AlarmHead(10 + i, "BTCUSDT", "price " + i),
                    new PriceRule(98 + i, PriceRule.Direction.EITHER, PriceRule.DEFAULT_REARM, false),
                    null));
        }
        alarms.add(StandingAlarm.of(
                new AlarmHead(20, "BTCUSDT", "any"),
                new StandingRule(50e6, EnumSet.of(Signal.CLUSTER_BORN, Signal.CLUSTER_NEAR), 0.02)));
        return alarms.toArray(new Alarm[0]);
    }
}
