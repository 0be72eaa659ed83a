package io.faultline.bench;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.ClusterDetector;
import io.faultline.liquidation.cluster.ClusterTracker;
import io.faultline.liquidation.cluster.DetectionRule;
import io.faultline.liquidation.cluster.IdentityRule;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.liquidation.cluster.Track;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.BookLevels;
import io.faultline.signal.CascadeInputs;
import io.faultline.signal.CascadeRule;
import io.faultline.signal.PathAnalysis;
import io.faultline.signal.PathRule;
import io.faultline.signal.SideBins;
import io.faultline.signal.VenueBook;
import io.faultline.signal.WallRule;
import io.faultline.signal.WallTracker;
import io.faultline.signal.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * One refresh of both sides of a symbol: 2048 bins a side with some twenty clusters in all, and the books of four venues
 * with 2 100 levels a side. An operation is one refresh.
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
    private static final int[] LEVELS = {1_000, 500, 400, 200};
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final double OPEN_INTEREST = 10e9;

    @State(Scope.Thread)
    public static class Market {
        private final List<Profile> profiles = new ArrayList<>();
        private final Map<PositionSide, List<VenueBook>> books = new EnumMap<>(PositionSide.class);
        private final Map<PositionSide, List<WallTracker>> walls = new EnumMap<>(PositionSide.class);
        private final ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
        private final ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
        private final PathAnalysis paths = new PathAnalysis(PathRule.DEFAULT);
        private long millis;

        public Market() {
            SplittableRandom random = new SplittableRandom(1);
            for (PositionSide side : PositionSide.values()) {
                profiles.add(profile(side, random));
                books.put(side, books(side, random));
                walls.put(
                        side,
                        List.of(
                                new WallTracker(WallRule.DEFAULT),
                                new WallTracker(WallRule.DEFAULT),
                                new WallTracker(WallRule.DEFAULT),
                                new WallTracker(WallRule.DEFAULT)));
            }
            for (int i = 0; i < 5; i++) {
                clusters();
            }
        }

        private int clusters() {
            List<Cluster> clusters = new ArrayList<>();
            for (Profile profile : profiles) {
                clusters.addAll(detector.detect(profile, OPEN_INTEREST));
            }
            millis += 10_000;
            tracker.update(clusters, millis);
            return tracker.tracks().size();
        }

        private int signals() {
            int seen = 0;
            for (PositionSide side : PositionSide.values()) {
                List<VenueBook> venues = books.getOrDefault(side, List.of());
                List<Double> edges = new ArrayList<>();
                for (Track track : tracker.tracks()) {
                    if (track.side() == side) {
                        edges.add(track.cluster().nearPrice());
                        seen += paths.of(Way.to(track.cluster(), MID), venues)
                                .venues()
                                .size();
                    }
                }
                for (int v = 0; v < venues.size(); v++) {
                    SideBins depth = SideBins.of(venues.get(v).levels());
                    seen += walls.getOrDefault(side, List.of())
                            .get(v)
                            .observe(millis, MID, depth, SideBins.EMPTY, OPEN_INTEREST)
                            .size();
                }
                CascadeInputs inputs = new CascadeInputs(side, MID, edges, 1.02, 1.0, 1e9, 10e9, 0.01);
                seen += CascadeRule.DEFAULT.look(inputs).stacked().clusters();
            }
            return seen;
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

        private static List<VenueBook> books(PositionSide side, SplittableRandom random) {
            List<VenueBook> books = new ArrayList<>();
            int way = side == PositionSide.LONG ? -1 : 1;
            for (int v = 0; v < LEVELS.length; v++) {
                double step = v == 0 ? 1e-4 : 1e-5;
                double[] prices = new double[LEVELS[v]];
                double[] sizes = new double[LEVELS[v]];
                for (int i = 0; i < prices.length; i++) {
                    prices[i] = MID * (1 + way * (i + 1) * step);
                    sizes[i] = random.nextDouble(5);
                }
                books.add(new VenueBook(VENUES.get(v), new BookLevels(prices, sizes), 25e6, 2e5));
            }
            return books;
        }
    }

    @Benchmark
    public int clustersAndIdentity(Market market, ThreadCost cost) {
        int seen = 0;
        cost.begin();
        for (int i = 0; i < REFRESHES; i++) {
            seen += market.clusters();
        }
        cost.end(REFRESHES);
        return seen;
    }

    @Benchmark
    public int pathsWallsAndSetups(Market market, ThreadCost cost) {
        int seen = 0;
        cost.begin();
        for (int i = 0; i < REFRESHES; i++) {
            seen += market.signals();
        }
        cost.end(REFRESHES);
        return seen;
    }
}
