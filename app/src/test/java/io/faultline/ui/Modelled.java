package io.faultline.ui;

import io.faultline.desk.ClusterMass;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.FundingReading;
import io.faultline.desk.GridView;
import io.faultline.desk.PathView;
import io.faultline.desk.SideView;
import io.faultline.desk.Views;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.StepListener;
import io.faultline.liquidation.SymbolGrid;
import io.faultline.liquidation.SyntheticMarket;
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
import io.faultline.signal.Composition;
import io.faultline.signal.ForcedVolume;
import io.faultline.signal.FundingJudgement;
import io.faultline.signal.Grade;
import io.faultline.signal.PathReading;
import io.faultline.signal.PathState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the liquidation model says of a made-up market of 37 days; the same for the same arguments. */
public final class Modelled {
    private static final long STEP = 60_000;

    private Modelled() {}

    /** A grid a venue, all marked at that price. */
    public static List<GridSnapshot> grids(double mark, Venue... venues) {
        SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        long seed = 3;
        long now = SyntheticMarket.NOW;
        for (Venue venue : venues) {
            List<GridBar> bars = new SyntheticMarket(seed++).history();
            double factor = mark / bars.get(bars.size() - 1).close();
            grid.open(venue, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
            List<GridBar> past = bars.stream().map(bar -> scaled(bar, factor)).toList();
            grid.learning(venue, past, Set.of(GridFlag.BOOTSTRAP))
                    .ifPresent(learning -> grid.adopt(learning.run(), now));
        }
        for (Venue venue : venues) {
            grid.mark(venue, now + STEP, mark);
        }
        return grid.snapshots(now + STEP);
    }

    public static GridView view(double mark, Venue... venues) {
        Map<Venue, GridView.Standing> standing = new EnumMap<>(Venue.class);
        for (Venue venue : venues) {
            standing.put(venue, new GridView.Standing(Set.of(GridFlag.BOOTSTRAP), LocalDate.of(2024, 11, 1)));
        }
        return new GridView(
                grids(mark, venues),
                standing,
                GridView.Heat.NONE,
                Views.log(new ArrayList<>()),
                ModelParameters.DEFAULT,
                SyntheticMarket.NOW - 37 * SyntheticMarket.DAY,
                SyntheticMarket.NOW);
    }

    /** The same, with what those venues have still of the last session. */
    public static GridView restored(GridView grid, Venue... venues) {
        Map<Venue, GridView.Standing> standing = new EnumMap<>(Venue.class);
        standing.putAll(grid.venues());
        for (Venue venue : venues) {
            standing.put(venue, new GridView.Standing(Set.of(GridFlag.RESTORED), LocalDate.of(2024, 11, 1)));
        }
        return new GridView(
                grid.grids(),
                standing,
                grid.heat(),
                grid.swept(),
                grid.parameters(),
                grid.knownFromMillis(),
                grid.liveSinceMillis());
    }

    /** What clusters are found in those grids, with the nearest path of each side as given. */
    public static ClustersView clusters(List<GridSnapshot> grids, PathState longPath, PathState shortPath) {
        Projection projection = Projection.of(grids, Selection.ALL);
        ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
        ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
        List<Cluster> found = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            io.faultline.liquidation.Profile profile = projection.profile(Basis.AT_RISK);
            double[] usd = new double[Bins.COUNT];
            for (int i = 0; i < usd.length; i++) {
                usd[i] = profile.usd(side, profile.base() + i);
            }
            found.addAll(detector.detect(new Profile(side, profile.base(), usd), projection.openInterestUsd()));
        }
        tracker.rebuild(found, SyntheticMarket.NOW);
        Map<PositionSide, SideView> sides = new EnumMap<>(PositionSide.class);
        for (PositionSide side : PositionSide.values()) {
            PathState path = side == PositionSide.LONG ? longPath : shortPath;
            List<ClusterView> views = tracker.tracks().stream()
                    .filter(track -> track.side() == side)
                    .map(track -> view(track, projection.mark(), path))
                    .sorted(Comparator.comparingDouble(ClusterView::distance))
                    .toList();
            int nearest = views.isEmpty() ? 0 : views.get(0).id();
            sides.put(
                    side,
                    new SideView(
                            side, views, List.of(), ClustersView.NONE.side(side).setup(), nearest, nearest));
        }
        ClustersView none = ClustersView.NONE;
        return new ClustersView(
                true,
                0,
                SyntheticMarket.NOW,
                SyntheticMarket.NOW,
                none.rules(),
                projection.mark(),
                projection.mark(),
                sides,
                none.asymmetry(),
                none.market(),
                none.funding(),
                none.venues(),
                none.walls(),
                none.sweeps(),
                none.labels(),
                none.events());
    }

    /** The same a minute later, without one of them. */
    public static ClustersView without(ClustersView view, int id) {
        Map<PositionSide, SideView> sides = new EnumMap<>(PositionSide.class);
        view.sides()
                .forEach((side, of) -> sides.put(
                        side,
                        new SideView(
                                side,
                                of.clusters().stream()
                                        .filter(each -> each.id() != id)
                                        .toList(),
                                List.of(),
                                of.setup(),
                                of.nearestId(),
                                of.largestId())));
        long later = view.asOfMillis() + 60_000;
        return new ClustersView(
                true,
                view.rebuilds(),
                later,
                later,
                view.rules(),
                view.mark(),
                view.mid(),
                sides,
                view.asymmetry(),
                view.market(),
                view.funding(),
                view.venues(),
                view.walls(),
                view.sweeps(),
                view.labels(),
                view.events());
    }

    /** The same clusters, with funding of so much for 8 h, a fraction. */
    public static ClustersView funded(ClustersView view, double per8h) {
        return new ClustersView(
                view.known(),
                view.rebuilds(),
                view.asOfMillis(),
                view.sightedMillis(),
                view.rules(),
                view.mark(),
                view.mid(),
                view.sides(),
                view.asymmetry(),
                view.market(),
                new FundingReading(per8h, FundingJudgement.DEFAULT, List.of(Venue.BINANCE), List.of()),
                view.venues(),
                view.walls(),
                view.sweeps(),
                view.labels(),
                view.events());
    }

    private static ClusterView view(Track track, double mark, PathState path) {
        double usd = track.cluster().massUsd();
        ClusterMass mass = new ClusterMass(
                usd,
                new ForcedVolume(usd * .06, usd * .03, usd * .1),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                new Composition(Map.of()),
                Map.of(),
                List.of(),
                0);
        PathReading reading = new PathReading(path, 100, 1, 1, .1, null, 0, null);
        return new ClusterView(
                track,
                track.cluster().distance(mark),
                true,
                mass,
                new PathView(reading, List.of(), List.of(), Double.NaN, false, 0, false),
                Map.of(),
                new Grade(Set.of(), Set.of()),
                Map.of(),
                null,
                Set.of());
    }

    private static GridBar scaled(GridBar bar, double factor) {
        return new GridBar(
                bar.startMillis(),
                bar.seconds(),
                bar.open() * factor,
                bar.high() * factor,
                bar.low() * factor,
                bar.close() * factor,
                bar.markLow() * factor,
                bar.markHigh() * factor,
                bar.markClose() * factor,
                bar.buyUsd(),
                bar.sellUsd(),
                bar.openInterest(),
                bar.forcedLongUsd(),
                bar.forcedShortUsd());
    }
}
