package io.faultline.desk;

import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.Asymmetry;
import io.faultline.signal.CascadeInputs;
import io.faultline.signal.DistanceProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clusters that are shown, what they are made of, and what is read off them at each moment. On the desk's thread. */
final class ClusterBoard {
    /** Depth is read at least this far from mid, and at most that far. */
    private static final double LEAST_READ = 0.012;

    private static final double MOST_READ = 0.6;

    /** Beyond the farthest cluster something may catch the fall. */
    private static final double BEYOND = 0.003;

    /**
     * The first look is at a grid that knows this much of the past, or at what there is after a while: names that are
     * given before the past is learned would hardly outlive it. Kept names are worth a longer while.
     */
    private static final long PAST = 60 * 60_000L;

    private static final long PATIENCE = 20_000;
    private static final long PATIENCE_WITH_NAMES = 5 * 60_000L;

    private final VenueGrids model;
    private final MarketDesk market;
    private final ClusterDesk clusters;
    private SignalRules rules;
    private PathDesk paths;
    private List<ClusterBody> bodies = List.of();
    private Map<DistanceProfile, Asymmetry> asymmetry = Map.of();
    private long firstMillis = Long.MAX_VALUE;
    private boolean warmingUp = true;

    ClusterBoard(SignalRules rules, VenueGrids model, MarketDesk market) {
        this.rules = rules;
        this.model = model;
        this.market = market;
        clusters = new ClusterDesk(rules);
        paths = new PathDesk(rules.path());
    }

    /** Whether the grid knew so little of the past at the last look that what is born in it may long have been there. */
    boolean warmingUp() {
        return warmingUp;
    }

    ClusterDesk clusters() {
        return clusters;
    }

    void use(SignalRules others) {
        rules = others;
        clusters.use(others);
        paths = new PathDesk(others.path());
    }

    /** Looks for clusters, if it is time. */
    void look(long millis, double mark) {
        if (!(mark > 0) || !clusters.due(millis, mark)) {
            return;
        }
        long exchangeMillis = model.exchangeMillis(millis);
        firstMillis = Math.min(firstMillis, millis);
        long patience = clusters.hasKeptNames() ? PATIENCE_WITH_NAMES : PATIENCE;
        warmingUp = exchangeMillis - model.grid().knownFromMillis() < PAST;
        if (clusters.newest().isEmpty() && warmingUp && millis - firstMillis < patience) {
            return;
        }
        List<GridSnapshot> grids = model.copies(exchangeMillis);
        if (grids.isEmpty()) {
            return;
        }
        Sighting sighting = new Sighting(grids, millis, market.past().reportedPerDayUsd());
        clusters.look(sighting, List.of(model.madeAnew(), sighting.venues(), rules));
        asymmetry = sighting.asymmetry();
        Map<Venue, Set<GridFlag>> flags = model.flags();
        List<ClusterBody> seen = new ArrayList<>();
        for (Track track : clusters.shown()) {
            Sighting last = clusters.sightingOf(track.id()).orElse(sighting);
            seen.add(ClusterBody.of(track, last, rules, flags, market.past().charts()));
        }
        bodies = seen;
        paths.keep(seen.stream().map(body -> body.track().id()).toList());
    }

    /** Clusters that price may enter. */
    List<Track> significant() {
        return bodies.stream()
                .filter(body -> body.significant(rules.significantShare()))
                .map(ClusterBody::track)
                .toList();
    }

    /** Share of mid down to which bids are wanted. */
    double wantedBelow(double mid) {
        double below = LEAST_READ;
        for (ClusterBody body : bodies) {
            below = Math.max(below, 1 - body.track().cluster().lowPrice() * (1 - BEYOND) / mid);
        }
        return Math.min(MOST_READ, below);
    }

    /** Share of mid up to which asks are wanted. */
    double wantedAbove(double mid) {
        double above = LEAST_READ;
        for (ClusterBody body : bodies) {
            above = Math.max(above, body.track().cluster().highPrice() * (1 + BEYOND) / mid - 1);
        }
        return Math.min(MOST_READ, above);
    }

    Map<DistanceProfile, Asymmetry> asymmetry() {
        return asymmetry;
    }

    /** Both sides as they are now; none before the first mark. */
    Map<PositionSide, SideView> sides(
            long millis, double mark, double mid, List<VenueSignals> books, FundingReading funding) {
        Map<PositionSide, SideView> sides = new EnumMap<>(PositionSide.class);
        if (mark > 0) {
            paths.begin(books);
            ClusterReader reader = new ClusterReader(rules, millis, mark, mid, market, paths, funding);
            for (PositionSide side : PositionSide.values()) {
                sides.put(side, side(side, millis, mark, reader));
            }
        }
        return sides;
    }

    private SideView side(PositionSide side, long millis, double mark, ClusterReader reader) {
        List<ClusterView> ofSide = new ArrayList<>();
        List<ClusterView> significant = new ArrayList<>();
        for (ClusterBody body : bodies) {
            if (body.track().side() == side) {
                ofSide.add(reader.read(body));
            }
        }
        ofSide.sort(Comparator.comparingDouble(ClusterView::distance));
        ofSide.stream().filter(ClusterView::significant).forEach(significant::add);
        Optional<ClusterView> nearest =
                significant.stream().filter(cluster -> cluster.distance() > 0).findFirst();
        Optional<ClusterView> largest = significant.stream()
                .max(Comparator.comparingDouble(cluster -> cluster.mass().atRiskUsd()));
        return new SideView(
                side,
                ofSide,
                clusters.dissolved(side, millis),
                rules.cascade().look(inputs(side, mark, significant)),
                nearest.map(ClusterView::id).orElse(0),
                largest.map(ClusterView::id).orElse(0));
    }

    private CascadeInputs inputs(PositionSide side, double mark, List<ClusterView> significant) {
        PastFigures past = market.past();
        List<Double> edges = significant.stream()
                .filter(cluster -> cluster.track().misses() == 0)
                .map(cluster -> cluster.cluster().nearPrice())
                .toList();
        return new CascadeInputs(
                side,
                mark,
                edges,
                past.openInterest(),
                past.openInterest4hAgo(),
                past.volume4hUsd(),
                past.volume24hUsd(),
                past.range4h());
    }
}
