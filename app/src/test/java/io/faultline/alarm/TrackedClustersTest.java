package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.ClusterDetector;
import io.faultline.liquidation.cluster.ClusterTracker;
import io.faultline.liquidation.cluster.DetectionRule;
import io.faultline.liquidation.cluster.IdentityRule;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Alarms on clusters as they are really found and tracked: every cluster that is born is armed. */
class TrackedClustersTest {
    private static final int FIRST_BIN = Bins.of(100) - 200;
    private static final int UPDATES = 60;

    @Test
    void saysTheSameWhetherOrNotTheProgramIsRestarted() {
        int said = 0;
        for (long seed = 1; seed <= 60; seed++) {
            List<String> whole = run(seed, false);
            assertThat(run(seed, true)).as("seed " + seed).isEqualTo(whole);
            said += whole.size();
        }
        assertThat(said).as("or nothing was tested").isGreaterThan(300);
    }

    private static List<String> run(long seed, boolean restarts) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom fate = new SplittableRandom(seed + 1_000);
        ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
        ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
        Set<Integer> armed = new HashSet<>();
        Marks marks = new Marks();
        List<String> said = new ArrayList<>();
        double[] centres = {60, 110, 150};
        double[] heights = {40e6, 60e6, 50e6};
        double price = 100;
        for (int update = 0; update < UPDATES; update++) {
            wander(centres, heights, random);
            tracker.update(detector.detect(profile(centres, heights), 2e9), marks.exchange());
            for (Track track : tracker.tracks()) {
                if (track.shown() && armed.add(track.id())) {
                    AlarmHead head = new AlarmHead(track.id(), "BTCUSDT", track.name());
                    marks.alarms().put(ClusterAlarm.on(head, track, ClusterAlarmRule.DEFAULT));
                }
            }
            for (int second = 0; second < 10; second++) {
                price = Math.min(102, price * (1 + random.nextDouble(-0.0035, 0.0032)));
                marks.clusters(new ClustersNow(true, tracker.tracks()));
                for (Firing firing : marks.see(price)) {
                    said.add(firing.exchangeMillis() + " " + firing.cluster() + " " + firing.signal() + " "
                            + firing.cause());
                }
                if (restarts && fate.nextInt(15) == 0) {
                    tracker = new ClusterTracker(IdentityRule.DEFAULT, tracker.state());
                    marks.restart().replay(price);
                }
            }
        }
        return said;
    }

    private static void wander(double[] centres, double[] heights, SplittableRandom random) {
        for (int i = 0; i < centres.length; i++) {
            centres[i] += random.nextDouble(-3, 3);
            heights[i] = random.nextInt(40) == 0 ? 0 : Math.max(1e6, heights[i] * random.nextDouble(0.8, 1.25));
        }
    }

    private static Profile profile(double[] centres, double[] heights) {
        double[] usd = new double[200];
        for (int c = 0; c < centres.length; c++) {
            for (int i = 0; i < usd.length; i++) {
                double z = (i - centres[c]) / 4;
                usd[i] += heights[c] * Math.exp(-0.5 * z * z);
            }
        }
        return new Profile(PositionSide.LONG, FIRST_BIN, usd);
    }
}
