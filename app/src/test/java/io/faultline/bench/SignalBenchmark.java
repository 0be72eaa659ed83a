package io.faultline.bench;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.ClusterDetector;
import io.faultline.liquidation.cluster.ClusterTracker;
import io.faultline.liquidation.cluster.DetectionRule;
import io.faultline.liquidation.cluster.IdentityRule;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What clusters and signals of one symbol cost: the search alone over 2048 bins a side, and the whole of it at a desk of
 * four venues with 6 000 levels a side. An operation is one look, or one tenth of a second.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 5)
@Measurement(iterations = 8)
@Fork(
        value = 1,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class SignalBenchmark {
    private static final int REFRESHES = 500;
    private static final double MID = 60_000;
    private static final int BINS = 2048;
    private static final double OPEN_INTEREST = 10e9;

    @State(Scope.Thread)
    public static class Profiles {
        private final List<Profile> profiles = new ArrayList<>();
        private final ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
        private final ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
        private long millis;

        public Profiles() {
            SplittableRandom random = new SplittableRandom(1);
            for (PositionSide side : PositionSide.values()) {
                profiles.add(profile(side, random));
            }
        }

        private int look() {
            List<Cluster> clusters = new ArrayList<>();
            for (Profile profile : profiles) {
                clusters.addAll(detector.detect(profile, OPEN_INTEREST));
            }
            millis += 10_000;
            tracker.update(clusters, millis);
            return tracker.tracks().size();
        }

        private static Profile profile(PositionSide side, SplittableRandom random) {
            double[] usd = new double[BINS];
            int way = side == PositionSide.LONG ? -1 : 1;
            for (int c = 0; c < 25; c++) {
                double at = BINS / 2.0 + way * (10 + random.nextInt(600));
                double width = 2 + random.nextDouble(8);
                double peak = random.nextDouble(30e6);
                for (int i = 0; i < BINS; i++) {
                    double z = (i - at) / width;
                    usd[i] += peak * Math.exp(-0.5 * z * z) + random.nextDouble(1e4);
                }
            }
            return new Profile(side, Bins.of(MID) - BINS / 2, usd);
        }
    }

    @State(Scope.Thread)
    public static class Market {
        private final SignalMarket market = new SignalMarket();
    }

    @Benchmark
    public int clustersAndIdentity(Profiles profiles, ThreadCost cost) {
        int seen = 0;
        cost.begin();
        for (int i = 0; i < REFRESHES; i++) {
            seen += profiles.look();
        }
        cost.end(REFRESHES);
        return seen;
    }

    /** The desk's thread in a tenth of a second in which each book changes once and nothing else comes. */
    @Benchmark
    public long tenthOfASecondAtTheDesk(Market state, ThreadCost cost) {
        cost.begin();
        for (int i = 0; i < REFRESHES; i++) {
            state.market.tenth();
        }
        cost.end(REFRESHES);
        return state.market.clusters();
    }

    /** The same at a desk that reads no signals. */
    @Benchmark
    public long tenthOfASecondWithoutSignals(Bare state, ThreadCost cost) {
        cost.begin();
        for (int i = 0; i < REFRESHES; i++) {
            state.market.tenth();
        }
        cost.end(REFRESHES);
        return state.market.clusters();
    }

    @State(Scope.Thread)
    public static class Bare {
        private final SignalMarket market = new SignalMarket(false);
    }
}
